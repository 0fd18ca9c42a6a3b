"""What is on record says what was decided: no severity, no team and no clock for what is not escalated."""

from __future__ import annotations

import pytest
from mcp.server.mcpserver import MCPServer

from tests.prompts.worlds import documented
from tests.server.sample_office import ask
from tools.catalog.preparation import preparation
from tools.desk.desk import Prepared
from tools.desk.office import Office

ISSUE = "Invoice export answers 502 on POST /v2/invoices/export for Northwind Traders"


@pytest.mark.anyio
async def test_what_is_not_known_yet_waits_for_answers_and_for_no_team(server: MCPServer[Office]) -> None:
    found = await ask(server, "prepare_escalation", issue="A customer says it does not work")
    assert found["decision"] == "need_info"
    whole = await ask(server, "get_escalation", escalation_id=found["escalation_id"])
    assert "clocks" not in whole
    row = whole["escalation"]
    assert row["decision"] == "need_info"
    assert not {"severity", "target", "next_due"} & row.keys()
    assert row["do"].startswith("Answer what is still open")
    assert (await ask(server, "list_escalations", view="due"))["found"] == 0
    (listed,) = (await ask(server, "list_escalations"))["escalations"]
    assert (listed["decision"], listed["do"]) == (row["decision"], row["do"])
    assert not {"severity", "target", "next_due"} & listed.keys()


@pytest.mark.anyio
async def test_what_support_was_told_to_handle_asks_no_team(server: MCPServer[Office]) -> None:
    opened = await ask(server, "prepare_escalation", issue=ISSUE)
    id = opened["escalation_id"]
    choice = {"issue": ISSUE, "escalation_id": id, "decision": "handle", "override_reason": "Known"}
    decided = [(await ask(server, "prepare_escalation", **choice))["decision"] for _ in range(2)]
    assert decided == ["handle", "handle"]
    whole = await ask(server, "get_escalation", escalation_id=id)
    row = whole["escalation"]
    assert row["decision"] == "handle"
    assert not {"severity", "target"} & row.keys()
    assert not [due for due in whole.get("clocks", []) if due["clock"] == "internal"]
    assert len(whole["overrides"]) == 1


@pytest.mark.parametrize("language", ["fr", None])
def test_the_note_on_a_reply_is_for_the_agent(language: str | None) -> None:
    found = documented()
    assert found.account is not None
    account = found.account.model_copy(update={"language": language})
    answer = preparation(Prepared(found.model_copy(update={"account": account})), "en")
    assert answer.reply
    assert "French" not in answer.reply
    assert ("writes French" in (answer.reply_note or "")) == (language == "fr")
