"""The handover over the tools, and the cause that goes on record with an ending."""

from __future__ import annotations

import pytest
from mcp.server.mcpserver import MCPServer

from tests.server.test_following import ask, escalation, opened, refused
from tools.desk.office import Office

__all__ = ["escalation"]

pytestmark = pytest.mark.anyio


async def test_the_shift_that_takes_over_sees_one_block_an_escalation(
    server: MCPServer[Office], office: Office, escalation: str
) -> None:
    opened(office, hours=30, severity="medium", target="product", account_ids=("acc-3",))
    await ask(
        server, "update_escalation", escalation_id=escalation, kind="promise_made", account="acc-1", text="A fix."
    )
    told = await ask(server, "list_escalations", view="handover")
    block = told["handover"][0]
    assert (told["found"], block["escalation_id"]) == (2, escalation)
    assert block["accounts"] == ["Northwind Traders", "Lotus Foods"]
    assert block["waiting"] == "us: nothing is on record as sent to Engineering yet"
    assert block["promises"] == ["P1 to Northwind Traders, no time agreed: “A fix.”"]
    assert block["changed"][0] == "2026-11-20 08:00 UTC promised to Northwind Traders: “A fix.”"
    assert block["coming"][0] == "2026-11-20 09:00 UTC: Send Engineering the brief: nothing is on record as sent yet."
    one = (await ask(server, "list_escalations", view="handover", account="acc-2"))["handover"][0]
    assert any("Lotus Foods" in line for line in one["coming"])
    assert not any("Northwind" in line for line in one["coming"]), "another customer's clock is not theirs"
    page = await ask(server, "list_escalations", view="handover", team="engineering", limit=1)
    assert (page["found"], "has_more" in page and page["has_more"]) == (1, False)


async def test_a_confirmed_cause_goes_on_record_and_may_then_be_told(
    server: MCPServer[Office], office: Office, escalation: str
) -> None:
    told = {"text": "Fixed in 4.2.", "cause": "The queue of the exporter was full."}
    await ask(server, "update_escalation", escalation_id=escalation, kind="resolved", **told)
    assert office.open().register.events(escalation)[-1].data["cause"] == told["cause"]
    draft = await ask(
        server, "draft_customer_update", escalation_id=escalation, phase="resolved", account="acc-1", language="en"
    )
    assert told["cause"] in draft["text"]
    assert "cause" in await refused(server, escalation_id=escalation, kind="customer_told", text="x", cause="y")


async def test_where_one_of_several_owes_an_answer_the_others_wait_for_the_team(
    server: MCPServer[Office], escalation: str
) -> None:
    await ask(server, "update_escalation", escalation_id=escalation, kind="acknowledged")
    await ask(server, "update_escalation", escalation_id=escalation, kind="waiting_on_customer", account="acc-1")
    (one,) = (await ask(server, "list_escalations", view="handover"))["handover"]
    assert one["waiting"] == "Engineering; Northwind Traders, to answer"
    await ask(server, "update_escalation", escalation_id=escalation, kind="waiting_on_customer", account="acc-2")
    (one,) = (await ask(server, "list_escalations", view="handover"))["handover"]
    assert one["waiting"] == "Northwind Traders and Lotus Foods, to answer"
