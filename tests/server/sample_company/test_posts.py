"""What colleagues are told in a post or a tracker item: every citation carries its sentence, and no figure is invented."""

from __future__ import annotations

from typing import Any

import pytest
from mcp.server.mcpserver import MCPServer

from tests.server.sample_office import ask
from tools.desk.office import Office

pytestmark = pytest.mark.anyio

ACME = "API returning 500 errors intermittently for Acme Corp"


@pytest.fixture
async def one(server: MCPServer[Office]) -> str:
    return str((await ask(server, "prepare_escalation", issue=ACME))["escalation_id"])


async def post(server: MCPServer[Office], one: str, text: str, **other: Any) -> dict[str, Any]:
    return await ask(
        server, "propose_action", **{"escalation_id": one, "kind": "post_to_channel", "text": text} | other
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Acme Corp sees 500s [E999].", ["[E999]"]),
        ("Acme 的接口仍在报 500 [E999]。", ["[E999]"]),
        ("77 customers are affected.", ["77"]),
        ("Their ARR is $9,999,999.", ["$9,999,999"]),
        ("It fails in 99% of all calls.", ["99%"]),
        ("Acme Corp wrote on 3 January [E2].", ["3 January"]),
    ],
)
async def test_what_no_evidence_carries_is_not_proposed(
    server: MCPServer[Office], one: str, text: str, found: list[str]
) -> None:
    made = await post(server, one, text)
    assert "proposal_id" not in made
    assert [each["found"] for each in made["findings"]] == found
    item = await post(server, one, text, kind="create_tracker_item", title="500s", to="ENG")
    assert [each["found"] for each in item["findings"]] == found


@pytest.mark.parametrize(
    "text",
    ["Acme Corp still sees 500s. Can you take it, please, and tell us by 16:00 today?", "收到，今天 16:00 前请回复。",
     "Handing this over: ESC-0001 is with you now."],
)  # fmt: skip
async def test_asking_for_something_by_a_time_claims_nothing(server: MCPServer[Office], one: str, text: str) -> None:
    assert (await post(server, one, text))["proposal_id"]


async def test_what_was_put_on_record_may_be_passed_on(server: MCPServer[Office], one: str) -> None:
    words = "The rollback reached 14 of 20 nodes."
    assert "proposal_id" not in await post(server, one, words)
    await ask(server, "update_escalation", escalation_id=one, kind="progress", text=words)
    assert (await post(server, one, words))["proposal_id"]


async def test_a_citation_of_our_evidence_does_not_reach_a_customer(server: MCPServer[Office], one: str) -> None:
    text = "We are looking into it [E3]."
    reply = await post(server, one, text, kind="reply_to_customer", account="Acme Corp")
    assert [each["found"] for each in reply["findings"]] == ["[E3]"]
    draft = {"escalation_id": one, "phase": "resolved", "account": "Acme Corp", "text": text}
    assert "unshared_record" in [
        each["kind"] for each in (await ask(server, "draft_customer_update", **draft))["findings"]
    ]
