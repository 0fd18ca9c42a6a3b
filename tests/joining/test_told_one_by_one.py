"""When the fix ships every affected customer is told in their language and confirms; who did not stays open, to the end."""

from __future__ import annotations

from pathlib import Path

import pytest
from mcp.server.mcpserver import MCPServer

from tests.joining.worlds import NOW, arrive, issue
from tests.server.sample_office import ask, refused
from tools.desk.office import Office
from tools.desk.opening import opening
from tools.serving.command import Command
from tools.serving.server import build_server

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MCPServer[Office]:
    monkeypatch.setenv("CUSTOMER_ESCALATION_HOME", str(tmp_path / "home"))
    config = tmp_path / "customer-escalation.toml"
    config.touch()
    arrive(tmp_path / "s.db", (1, 2, 3))
    return build_server(Office(opening(Command(str(tmp_path / "s.db"), str(config), NOW.isoformat(), None))))


async def told(server: MCPServer[Office], escalation: str, account: str) -> str:
    """The draft for one customer, sent to their ticket; the words."""
    draft = await ask(server, "draft_customer_update", escalation_id=escalation, phase="resolved", account=account)
    assert draft["ready"] is True
    made = await ask(
        server,
        "propose_action",
        escalation_id=escalation,
        kind="reply_to_customer",
        account=account,
        text=draft["text"],
    )
    sent = await ask(server, "carry_out", proposal_id=made["proposal_id"], hash=made["hash"], confirmed_by="Kim")
    assert sent["outcome"] == "sent"
    return str(draft["text"])


async def test_from_the_fix_to_the_last_confirmation(server: MCPServer[Office]) -> None:
    opened = await ask(server, "prepare_escalation", issue=issue(1))
    one = opened["escalation_id"]
    assert opened["facts"]["affected_customers"] == 3

    async def update(**news: str) -> dict[str, list[str]]:
        return await ask(server, "update_escalation", escalation_id=one, **news)

    ended = await update(kind="resolved", text="Fixed in 4.2.", cause="A full disk.")
    assert ended["next"][1:] == [
        "Tell Northwind Traders in English: draft_customer_update, phase resolved, account acc-1.",
        "Tell Lotus Foods in English: draft_customer_update, phase resolved, account acc-2.",
        "Tell 莲花物流 in Chinese: draft_customer_update, phase resolved, account acc-3.",
    ]
    for account, words in (("acc-1", "Hello,"), ("acc-2", "Hello,")):
        assert words in await told(server, one, account)
    (pattern,) = (await ask(server, "list_escalations", view="patterns"))["patterns"]
    assert (pattern["customers"], pattern["untold"]) == (3, ["acc-3"])
    assert pattern["unconfirmed"] == ["acc-1", "acc-2", "acc-3"]
    dues = (await ask(server, "list_escalations", view="due"))["dues"]
    assert {row["account"]: row["do"] for row in dues} == {
        "acc-1": "Ask Northwind Traders whether the solution holds.",
        "acc-2": "Ask Lotus Foods whether the solution holds.",
        "acc-3": "Tell 莲花物流 of the solution.",
    }
    no = await refused(server, "update_escalation", escalation_id=one, kind="closed", learned="Watch the disks.")
    assert "customers_told: acc-3" in no
    assert "satisfaction_confirmed: acc-1, acc-2, acc-3" in no
    assert "您好" in await told(server, one, "acc-3")
    for account in ("acc-1", "acc-3"):
        await update(kind="customer_confirmed", account=account)
    done = {"learned": "Watch the disks.", "improvement": "An alarm on disks.", "kind": "closed"}
    still = await refused(server, "update_escalation", escalation_id=one, **done, done=["team_told", "article_drafted"])
    assert "Not done: satisfaction_confirmed: acc-2 (" in still
    assert [row["account"] for row in (await ask(server, "list_escalations", view="due"))["dues"]] == ["acc-2"]
    await update(kind="customer_confirmed", account="acc-2")
    closed = await ask(server, "update_escalation", escalation_id=one, **done, done=["team_told", "article_drafted"])
    assert closed["status"] == "closed"
    assert all(step.startswith("done") for step in closed["steps"])
    assert (await ask(server, "list_escalations", view="due"))["found"] == 0
