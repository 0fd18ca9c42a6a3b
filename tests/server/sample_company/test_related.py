"""A ticket that is related and not this issue: not counted, and told with what solved it, through the served tools."""

from __future__ import annotations

from typing import Any

import pytest
from mcp.server.mcpserver import MCPServer

from tests.server.sample_office import ask, refused
from tools.catalog.preparation import LIMIT
from tools.desk.office import Office
from tools.serving.budget import tokens, wire

pytestmark = pytest.mark.anyio

EXPORT, CHINESE = "Export is missing rows", "数据导出丢失行"
COUNTED, WHY = "T-48205", "the same customer had it in spring"


async def prepare(server: MCPServer[Office], **arguments: Any) -> dict[str, Any]:
    return await ask(server, "prepare_escalation", **{"issue": EXPORT, **arguments})


@pytest.mark.parametrize(("line", "told"), [(EXPORT, "Related, not counted"), (CHINESE, "相关，未计入")])
async def test_what_is_related_is_cited_and_told_and_not_counted(
    server: MCPServer[Office], line: str, told: str
) -> None:
    before = await prepare(server, issue=line)
    assert COUNTED in before["cited"]["tickets"]
    id_ = before["escalation_id"]
    found = await prepare(server, issue=line, escalation_id=id_, same_issue={COUNTED: f"related: {WHY}"})
    assert found["cited"]["related"] == [COUNTED]
    assert COUNTED not in found["cited"]["tickets"]
    assert found["facts"]["affected_customers"] == before["facts"]["affected_customers"] - 1
    assert found["overrides"] == [f"{COUNTED}: related, not counted ({WHY})"]
    assert not any(COUNTED in line for line in found.get("ruled_out", []))
    assert any(f" {COUNTED} " in line for line in found["evidence"])
    assert tokens(wire(found)) <= LIMIT
    brief = (await ask(server, "write_brief", escalation_id=id_))["brief"]
    assert told in brief
    assert WHY in brief


async def test_it_stays_related_for_whoever_comes_later_until_somebody_rules_again(
    server: MCPServer[Office],
) -> None:
    id_ = (await prepare(server, same_issue={COUNTED: f"related: {WHY}"}))["escalation_id"]
    for asked in ({}, {"escalation_id": id_}):
        later = await prepare(server, **asked)
        assert (later["escalation_id"], later["cited"]["related"]) == (id_, [COUNTED])
    whole = await ask(server, "get_escalation", escalation_id=id_, parts=["record"])
    assert f"{COUNTED}: related, not counted ({WHY})" in whole["overrides"]
    again = await prepare(server, escalation_id=id_, same_issue={COUNTED: f"false: {WHY}"})
    assert "related" not in again["cited"]
    assert f"{COUNTED}: Support read it, and it is something else: “{WHY}”." in again["ruled_out"]
    back = await prepare(server, escalation_id=id_, same_issue={COUNTED: "true: it is this one"})
    assert COUNTED in back["cited"]["tickets"]


async def test_only_a_ticket_can_be_related(server: MCPServer[Office]) -> None:
    words = await refused(server, "prepare_escalation", issue=EXPORT, same_issue={"KB-132": f"related: {WHY}"})
    assert "only a ticket can be related" in words


async def test_the_brief_tells_what_solved_the_like_then(server: MCPServer[Office]) -> None:
    found = await prepare(server, same_issue={"T-37577": "related: the like of it"})
    brief = (await ask(server, "write_brief", escalation_id=found["escalation_id"]))["brief"]
    assert "Related, not counted: T-37577, “Move Slack notices to another channel”" in brief
    assert "what solved it then: “An administrator can take over the connection" in brief
