"""A workspace that holds nothing: what the host's own connectors found, and was handed in, is the record."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from mcp import Client

from tools.desk.office import Office
from tools.desk.opening import opening
from tools.serving.command import Command
from tools.serving.server import build_server

pytestmark = pytest.mark.anyio

LINE = "Marlow Foods cannot print pallet labels since last night, warehouse standing still"
ZH_LINE = "Marlow Foods 从昨晚起打印不了托盘标签，仓库停摆"


@pytest.fixture
async def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Client]:
    monkeypatch.setenv("CUSTOMER_ESCALATION_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("CUSTOMER_ESCALATION_CONFIG", raising=False)
    folder = tmp_path / "empty"
    folder.mkdir()
    (folder / "workspace.json").write_text(
        json.dumps({"company": "Example", "now": "2026-03-20T08:15:00Z"}), encoding="utf-8"
    )
    (folder / "accounts.jsonl").write_text("", encoding="utf-8")
    config = tmp_path / "customer-escalation.toml"
    config.touch()
    async with Client(build_server(Office(opening(Command(str(folder), str(config), None, None))))) as made:
        yield made


async def call(client: Client, tool: str, **arguments: Any) -> dict[str, Any]:
    result = await client.call_tool(tool, arguments)
    assert not result.is_error, result.content
    assert result.structured_content is not None
    return result.structured_content


LEEDS = (
    "All 14 label printers at Leeds stopped at 21:40. The app says PRN-511 Template locked. Nobody changed anything."
)
STILL = "Still down. 60 lorries are waiting, we need this by noon or we invoice you for the demurrage."
DAIRY = "Same PRN-511 since the update last night. We print by hand for now."
FORM = "ARR: 210000 USD; Plan: Enterprise; Renewal: 2026-06-30"
RELEASE = (
    "release 8.14 went out 21:30 UTC, template service holds a lock per template now, Ines is looking at a rollback"
)
PIECES = (
    ("Zendesk", "88121", LEEDS, "Marlow Foods", "2026-03-19T22:10:00Z"),
    ("Zendesk", "88121", STILL, "Marlow Foods", "2026-03-20T06:30:00Z"),
    ("Zendesk", "88130", DAIRY, "Oakridge Dairy", "2026-03-20T05:00:00Z"),
    ("Salesforce", "001A", FORM, "Marlow Foods", None),
    ("Slack", "C04/p1732", RELEASE, None, "2026-03-20T06:00:00Z"),
)


async def handed_in(client: Client, line: str) -> tuple[str, dict[str, str]]:
    id_ = (await call(client, "prepare_escalation", issue=line))["escalation_id"]
    made: dict[str, str] = {}
    for source, record, words, account, at in PIECES:
        given = {k: v for k, v in {"account": account, "at": at}.items() if v}
        added = await call(
            client,
            "add_evidence",
            escalation_id=id_,
            kind="host",
            source=source,
            record_id=record,
            quotation=words,
            **given,
        )
        made[words] = added["evidence_id"]
    return id_, made


@pytest.mark.parametrize("line", [LINE, ZH_LINE])
async def test_whose_words_were_handed_in_is_affected_and_what_was_quoted_of_them_counts(
    client: Client, line: str
) -> None:
    id_, _ = await handed_in(client, line)
    found = await call(client, "prepare_escalation", issue=line, escalation_id=id_)
    facts = found["facts"]
    assert {name.split(" (")[0] for name in facts["affected_accounts"]} == {"Marlow Foods", "Oakridge Dairy"}
    assert facts["arr_at_risk_usd"] == 210_000
    assert facts["first_reported_at"].startswith("2026-03-19T22:10")
    assert found["decision"] == "escalate"


async def test_the_programs_brief_tells_and_cites_what_was_handed_in(client: Client) -> None:
    id_, made = await handed_in(client, LINE)
    await call(client, "prepare_escalation", issue=LINE, escalation_id=id_)
    brief = (await call(client, "write_brief", escalation_id=id_))["brief"]
    for words in (
        "Slack C04/p1732, 2026-03-20 06:00 UTC: “release 8.14",
        "PRN-511",
        "60 lorries",
        "Oakridge Dairy",
        "$210,000",
        "88121",
        "Enterprise",
    ):
        assert words in brief, words
    assert all(evidence in brief for evidence in made.values())
    assert "No ticket in the searched sources" not in brief


async def test_a_models_brief_may_name_the_customers_and_ids_that_were_handed_in(client: Client) -> None:
    id_, made = await handed_in(client, LINE)
    first, third = made[LEEDS], made[DAIRY]
    text: dict[str, Any] = {
        "summary": "Label printing stopped for Marlow Foods and Oakridge Dairy with PRN-511",
        "description": f"All 14 label printers at Leeds stopped at 21:40 [{first}]. Oakridge Dairy prints by hand [{third}].",
        "context": [f"Slack C04/p1732: release 8.14 went out at 21:30 UTC [{made[RELEASE]}]."],
        "ask": "Find what locks the template.",
    }  # fmt: skip
    written = await call(client, "write_brief", escalation_id=id_, text=text)
    assert written["stored"] is True, written
    text["description"] = f"All 41 label printers at Leeds stopped at 21:40 [{first}]."
    assert (await call(client, "write_brief", escalation_id=id_, text=text))["stored"] is False


async def test_news_and_letters_may_be_of_such_a_customer(client: Client) -> None:
    id_, _ = await handed_in(client, LINE)
    await call(client, "prepare_escalation", issue=LINE, escalation_id=id_)
    told = await call(client, "update_escalation", escalation_id=id_, kind="account_joined", account="oakridge dairy")
    assert told["escalation_id"] == id_
    await call(
        client,
        "update_escalation",
        escalation_id=id_,
        kind="customer_told",
        account="Marlow Foods",
        text="Told them that we are on it.",
    )
    letter = await call(
        client, "draft_customer_update", escalation_id=id_, phase="investigating", account="Marlow Foods"
    )
    assert "Oakridge" not in letter["text"]


@pytest.mark.parametrize(
    "line",
    [
        "Marlow Foods asks how to change the address on their invoices",
        "Marlow Foods 想知道怎么修改发票抬头",
        "Marlow Foods 想知道怎麼修改發票抬頭",
    ],
)
async def test_what_support_handles_can_be_handed_in_to_as_well(client: Client, line: str) -> None:
    """By the line alone it is support's; what the host's connectors find needs a place to go all the same."""
    found = await call(client, "prepare_escalation", issue=line)
    assert found["decision"] == "handle"
    assert found["escalation_id"]
    given = {"kind": "host", "source": "Zendesk", "account": "Marlow Foods", "at": "2026-03-20T06:30:00Z"}
    words = "How can we change the address on our invoices? We moved to Hull on 1 March."
    await call(
        client, "add_evidence", escalation_id=found["escalation_id"], record_id="88200", quotation=words, **given
    )
    again = await call(client, "prepare_escalation", issue=line, escalation_id=found["escalation_id"])
    assert again["escalation_id"] == found["escalation_id"]
    assert again["facts"]["affected_customers"] == 1
    letter = {"escalation_id": found["escalation_id"], "account": "Marlow Foods", "phase": "acknowledged"}
    assert (await call(client, "draft_customer_update", **letter))["account"] == "Marlow Foods"
    (listed,) = (await call(client, "list_escalations"))["escalations"]
    assert listed["id"] == found["escalation_id"]
