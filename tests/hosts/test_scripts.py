"""The scripted model's whole escalation, with our own server behind it and no host between: each half of a result is enough."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from mcp import Client
from mcp_types import CallToolResult, TextContent

from evals.hosts import scripts
from evals.hosts.model.asked import Asked, Offered, Result, Say, Script, Turn, Use, ours
from evals.hosts.sheet import left_out
from tools.desk.office import Office
from tools.desk.opening import opening
from tools.serving.command import Command
from tools.serving.server import build_server

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def structured(result: CallToolResult) -> str:
    return json.dumps(result.structured_content, ensure_ascii=False)


def wrapped(result: CallToolResult) -> str:
    """As Codex shows it."""
    return f"Wall time: 0.1 seconds\nOutput:\n{structured(result)}"


def text(result: CallToolResult) -> str:
    assert isinstance(result.content[0], TextContent)
    return result.content[0].text


def fenced(result: CallToolResult) -> str:
    """As Gemini CLI shows it."""
    return f"<untrusted_context>\n{text(result)}\n</untrusted_context>"


async def conversation(client: Client, script: Script, show: Callable[[CallToolResult], str]) -> tuple[Asked, Turn]:
    """A host of a few lines: calls what the model calls and shows it one half."""
    tools = tuple(Offered(f"mcp_ours_{tool.name}") for tool in (await client.list_tools()).tools)
    asked = Asked(tools=tools)
    for _ in range(10):
        turn = script(asked)
        if not isinstance(turn, Use):
            return asked, turn
        name = turn.tool.name.removeprefix("mcp_ours_")
        result = await client.call_tool(name, turn.arguments)
        assert not result.is_error, result.content
        assert left_out(result.structured_content or {}, text(result)) == []
        asked = Asked(
            tools=tools, results=(*asked.results, Result(turn.tool.name, show(result), failed=result.is_error))
        )
    raise AssertionError("the conversation did not end")


@pytest.mark.parametrize(("show", "half"), [
    (structured, "structuredContent"), (wrapped, "structuredContent"), (text, "content"), (fenced, "content"),
])  # fmt: skip
async def test_a_whole_escalation_goes_through_on_either_half(show: Callable[[CallToolResult], str], half: str) -> None:
    office = Office(opening(Command(None, None, None, None)))
    async with Client(build_server(office)) as client:
        asked, last = await conversation(client, scripts.whole_escalation, show)
    office.open().engine.dispose()
    assert isinstance(last, Say)
    assert last.text.startswith("sent: ACT-")
    assert {each.half for each in asked.results} == {half}
    assert [each.tool.removeprefix("mcp_ours_") for each in asked.results] == [
        "prepare_escalation", "write_brief", "propose_action", "carry_out", "carry_out",
    ]  # fmt: skip


def test_a_tool_is_ours_under_every_host_s_name_for_it_and_no_other_is() -> None:
    for name in ("carry_out", "mcp__plugin_a_b__carry_out", "mcp_a-b_carry_out", "a-b_carry_out", "a.carry_out"):
        assert ours(name, "carry_out")
    for name in ("uncarry_out", "carry_out_all", "carry"):
        assert not ours(name, "carry_out")


def test_tools_that_have_to_be_searched_are_searched_by_the_name_the_host_tells() -> None:
    told = Asked(system="Deferred:\nmcp__ours__carry_out\n", tools=(Offered("ToolSearch"),))
    turn = scripts.calling(told, "carry_out", {})
    assert turn == Use(Offered("ToolSearch"), {"query": "select:mcp__ours__carry_out"})
    assert scripts.calling(Asked(tools=(Offered("ToolSearch"),)), "carry_out", {}) == Say("carry_out is not offered.")


def test_a_script_ends_whatever_the_host_does() -> None:
    results = tuple(Result("ToolSearch", "") for _ in range(30))
    assert isinstance(scripts.whole_escalation(Asked(tools=(Offered("prepare_escalation"),), results=results)), Say)
    done = Asked(tools=(Offered("fetch_tickets"),), results=(Result("fetch_tickets", "{}"),))
    assert scripts.once("fetch_tickets", {})(done) == Say("Done.")
