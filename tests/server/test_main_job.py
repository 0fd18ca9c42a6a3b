"""The main job through the served tools and the real judgement, on the small world."""

from __future__ import annotations

from typing import Any

import pytest
from mcp import Client
from mcp.server.mcpserver import MCPServer

from tools.catalog.preparation import LIMIT
from tools.desk.office import Office
from tools.serving.budget import tokens, wire

pytestmark = pytest.mark.anyio

ISSUE = "Invoice export answers 502 on POST /v2/invoices/export for Northwind Traders"


async def _call(client: Client, tool: str, **arguments: Any) -> dict[str, Any]:
    result = await client.call_tool(tool, arguments)
    assert not result.is_error, result.content
    assert result.structured_content is not None
    return result.structured_content


async def test_from_one_line_to_a_brief_on_record(server: MCPServer[Office]) -> None:
    async with Client(server) as client:
        found = await _call(client, "prepare_escalation", issue=ISSUE)
        assert found["decision"] == "escalate"
        assert set(found["facts"]["affected_accounts"]) == {"Northwind Traders (acc-1)", "Lotus Foods (acc-2)"}
        assert "BUG-7" in found["cited"]["tracker"]
        assert tokens(wire(found)) <= LIMIT
        written = await _call(client, "write_brief", escalation_id=found["escalation_id"])
        assert written["stored"] is True
        assert "Northwind Traders" in written["brief"]
        assert "sk-live" not in written["brief"]
        again = await _call(client, "prepare_escalation", issue=ISSUE)
        assert again["escalation_id"] == found["escalation_id"]
        assert again["joined"] is True


async def test_evidence_from_elsewhere_is_seen_by_the_next_preparation_and_brief(server: MCPServer[Office]) -> None:
    async with Client(server) as client:
        id = (await _call(client, "prepare_escalation", issue=ISSUE))["escalation_id"]
        added = await _call(
            client,
            "add_evidence",
            escalation_id=id,
            kind="host",
            source="Datadog",
            record_id="monitor-9",
            quotation="exporter pods restarted 37 times since 02:00 UTC",
        )
        text = {
            "summary": "Invoice export answers 502",
            "description": f"The exporter pods restarted 37 times [{added['evidence_id']}].",
            "ask": "Fix the exporter.",
        }
        assert (await _call(client, "write_brief", escalation_id=id, text=text))["stored"] is True
        continued = await _call(
            client, "prepare_escalation", issue=ISSUE, escalation_id=id, answers={"how_many_users": "40"}
        )
        assert continued["escalation_id"] == id
        whole = await _call(client, "get_escalation", escalation_id=id, parts=["evidence"])
        assert any("restarted 37 times" in line for line in whole["evidence"])


@pytest.mark.parametrize("issue", ["   ", "?", "help"])
async def test_an_issue_that_says_nothing_is_asked_about_or_refused_in_one_message(
    issue: str, server: MCPServer[Office]
) -> None:
    async with Client(server) as client:
        result = await client.call_tool("prepare_escalation", {"issue": issue})
    if result.is_error:
        assert "Error executing" not in result.content[0].text  # type: ignore[union-attr]
    else:
        assert result.structured_content is not None
        assert result.structured_content["decision"] == "need_info"
        assert result.structured_content["needs_answer"]["questions"]


async def test_an_override_needs_a_reason_and_goes_on_record(server: MCPServer[Office]) -> None:
    async with Client(server) as client:
        refused = await client.call_tool("prepare_escalation", {"issue": ISSUE, "severity": "critical", "target": "l2"})
        assert refused.is_error
        assert "override_reason" in refused.content[0].text  # type: ignore[union-attr]
        found = await _call(
            client, "prepare_escalation", issue=ISSUE, target="l2", override_reason="engineering asked for a first look"
        )
        assert found["target"] == "l2"
        record = await _call(client, "get_escalation", escalation_id=found["escalation_id"], parts=["record"])
        assert "overridden" in [line["what"] for line in record["record"]]
