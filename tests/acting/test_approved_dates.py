"""Who approves a date is who has to keep it, and an approval hides no wait that is longer than owed."""

from __future__ import annotations

from typing import Any

import pytest
from mcp import Client
from mcp.server.mcpserver import MCPServer

from tests.acting.worlds import NOW, escalate
from tools.acting.proposing import Draft, Proposed, propose
from tools.desk.office import Office, Opened

DATED = "The fix will be released by Friday 27 November 17:00 UTC. We write to you every two hours."


def proposed(rooms: Opened, id_: str, text: str, approved_by: str | None = "Ana") -> Proposed:
    draft = Draft("reply_to_customer", text, account_id="acc-1", approved_by=approved_by)
    return propose(rooms.desk, rooms.carrying.sender.outlets, id_, draft)


@pytest.mark.parametrize(("who", "own"), [("Kim", True), ("kim (support)", True), ("Kim Lee", False), ("Ana", False)])
def test_who_brought_it_in_and_approves_the_date_is_said(
    rooms: Opened, escalation: str, who: str, *, own: bool
) -> None:
    made = proposed(rooms, escalation, DATED, who)
    assert made.proposal is not None
    assert (made.own_approval is not None) is own
    again = proposed(rooms, escalation, DATED, who)
    assert again.known
    assert again.own_approval == made.own_approval


def test_without_a_date_there_is_nothing_to_approve(rooms: Opened, escalation: str) -> None:
    assert proposed(rooms, escalation, "We write to you every two hours.", "Kim").own_approval is None


@pytest.mark.parametrize(
    "late",
    ["I will write again on Tuesday 24 November at 10:00 UTC.", "我们会在 2026-11-24 10:00 UTC 之前再次与您联系。"],
)
def test_an_approval_hides_no_wait_that_is_longer_than_they_are_owed(rooms: Opened, escalation: str, late: str) -> None:
    text = f"The fix will be released by Friday 27 November 17:00 UTC. {late}"
    made = proposed(rooms, escalation, text)
    assert made.late is not None
    assert (made.late.kind, bool(made.late.words)) == ("next_word_late", True)
    assert proposed(rooms, escalation, DATED).late is None
    assert proposed(rooms, escalation, "The fix will be released by 27 November.").late is None, (
        "it names no word at all"
    )


def test_what_they_were_promised_may_be_said_again_and_an_end_owes_no_word(rooms: Opened, escalation: str) -> None:
    text = "I will write again on Tuesday 24 November at 10:00 UTC."
    data = {"id": "P1", "text": text, "due": "2026-11-24T10:00:00Z", "kind": "update_by", "account_id": "acc-1"}
    rooms.register.append(escalation, "promise_made", who="Kim", at=NOW, data=data)
    assert proposed(rooms, escalation, text).late is None
    other = escalate(rooms.register)
    rooms.register.append(other, "resolved", who="Kim", at=NOW, data={"text": "Fixed."})
    assert proposed(rooms, other, text).late is None


@pytest.mark.anyio
async def test_the_caller_reads_both_and_what_nothing_carries(server: MCPServer[Office], escalation: str) -> None:
    late = "The fix will be released by Friday 27 November 17:00 UTC. I will write again on 24 November at 10:00 UTC."
    said = {"escalation_id": escalation, "kind": "reply_to_customer", "account": "acc-1"}
    async with Client(server) as client:
        made = await client.call_tool("propose_action", {**said, "text": late, "approved_by": "Kim"})
        wrong = await client.call_tool("propose_action", {**said, "text": "We counted 1,337 failed exports."})
    told: dict[str, Any] = made.structured_content or {}
    stopped: dict[str, Any] = wrong.structured_content or {}
    assert told["proposal_id"]
    assert any(each.startswith("Kim brought this in") for each in told["warnings"])
    assert any("Write again by" in each and "at the latest" in each for each in told["warnings"])
    assert [each["found"] for each in stopped["findings"]] == ["1,337"]
