"""Resources, the prompt and completions, over both eras of the protocol."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from mcp import Client
from mcp.server.mcpserver import MCPServer
from mcp.shared.exceptions import MCPError
from mcp_types import INTERNAL_ERROR, INVALID_PARAMS, PromptReference, ResourceTemplateReference, TextContent

from escalation.errors import WorkspaceUnusable
from tools.desk.office import Office, Opened
from tools.serving.server import build_server

pytestmark = pytest.mark.anyio

AT = datetime(2026, 11, 20, 8, tzinfo=UTC)
PROMPT = PromptReference(type="ref/prompt", name="customer-escalation")
BRIEF = ResourceTemplateReference(type="ref/resource", uri="escalation://{id}")


@pytest.fixture(params=["auto", "legacy"])
def mode(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def escalation(office: Office) -> str:
    return office.open().register.open(issue="Exports fail", who="Kim", at=AT, severity="high", account_ids=("acc-1",))


async def _read(server: MCPServer[Office], uri: str, mode: str) -> str:
    async with Client(server, mode=mode) as client:
        (content,) = (await client.read_resource(uri)).contents
    assert content.mime_type == "text/markdown"
    return content.text  # type: ignore[union-attr,no-any-return]  # every resource of ours is text


async def test_a_brief_is_read_as_it_was_last_written(
    server: MCPServer[Office], office: Office, escalation: str, mode: str
) -> None:
    assert "No brief has been written yet." in await _read(server, f"escalation://{escalation}", mode)
    office.open().register.append(escalation, "brief_written", who="Kim", at=AT, data={"text": "# ESCALATION: x\n"})
    assert await _read(server, f"escalation://{escalation}", mode) == "# ESCALATION: x\n"


async def test_a_record_is_read_event_by_event(
    server: MCPServer[Office], office: Office, escalation: str, mode: str
) -> None:
    office.open().register.append(escalation, "acknowledged", who="Lee", at=AT, why="on it")
    assert await _read(server, f"escalation://{escalation}/record", mode) == (
        "- 2026-11-20T08:00Z · Kim · opened · account_ids: acc-1; severity: high\n"
        "- 2026-11-20T08:00Z · Lee · acknowledged · on it"
    )


async def test_the_policies_tell_what_is_in_force(server: MCPServer[Office], mode: str) -> None:
    criteria = await _read(server, "policy://criteria", mode)
    assert "3 or more customers within 30 days" in criteria
    assert "ARR from $100,000" in criteria
    assert "A security concern always escalates." in criteria
    cadence = await _read(server, "policy://cadence", mode)
    assert "| critical | every 2 h | every 4 h | around the clock |" in cadence


async def test_an_unknown_escalation_is_an_unknown_resource(server: MCPServer[Office], mode: str) -> None:
    async with Client(server, mode=mode) as client:
        with pytest.raises(MCPError) as caught:
            await client.read_resource("escalation://ESC-9999")
    assert caught.value.error.code == INVALID_PARAMS
    assert "There is no escalation ESC-9999" in caught.value.error.message


def _broken() -> MCPServer[Office]:
    def open_nothing() -> Opened:
        raise WorkspaceUnusable("The workspace is damaged.", "Import your data again.")

    return build_server(Office(open_nothing))


async def test_a_broken_workspace_is_told_by_resources_and_completions(mode: str) -> None:
    async with Client(_broken(), mode=mode) as client:
        with pytest.raises(MCPError) as caught:
            await client.read_resource("policy://criteria")
        assert caught.value.error.code == INTERNAL_ERROR
        assert "Import your data again." in caught.value.error.message
        with pytest.raises(MCPError, match="Import your data again"):
            await client.complete(PROMPT, {"name": "account", "value": "N"})


async def test_the_prompt_sets_out_the_work_for_the_issue_as_typed(server: MCPServer[Office], mode: str) -> None:
    async with Client(server, mode=mode) as client:
        prompt = (await client.list_prompts()).prompts[0]
        arguments = {"issue": "SSO登录循环影响所有企业客户", "account": "Northwind"}
        (message,) = (await client.get_prompt("customer-escalation", arguments)).messages
    assert [(argument.name, argument.required) for argument in prompt.arguments or ()] == [
        ("issue", False),
        ("account", False),
    ]
    assert isinstance(message.content, TextContent)
    assert "SSO登录循环影响所有企业客户" in message.content.text
    assert "客户（按输入）：`Northwind`" in message.content.text
    for tool in ("prepare_escalation", "write_brief"):
        assert tool in message.content.text


async def test_a_line_that_the_host_cut_at_spaces_is_told_from_a_whole_one(
    server: MCPServer[Office], mode: str
) -> None:
    """Claude Code gives the first words as the arguments, and the whole line only beside the prompt."""
    async with Client(server, mode=mode) as client:
        arguments = {"issue": "API", "account": "returning"}
        (message,) = (await client.get_prompt("customer-escalation", arguments)).messages
    assert isinstance(message.content, TextContent)
    told = message.content.text
    assert told.index("API") < told.index("cut out of one line") < told.index("prepare_escalation")
    assert "'returning'" not in told


async def test_the_prompt_without_an_issue_asks_instead_of_failing(server: MCPServer[Office], mode: str) -> None:
    async with Client(server, mode=mode) as client:
        (message,) = (await client.get_prompt("customer-escalation", {})).messages
    assert isinstance(message.content, TextContent)
    assert "Ask the agent first" in message.content.text


async def test_customers_complete_the_prompt(server: MCPServer[Office], mode: str) -> None:
    async with Client(server, mode=mode) as client:
        found = (await client.complete(PROMPT, {"name": "account", "value": "Northwind"})).completion
        assert found.values == ["Northwind Traders"]
        assert (await client.complete(PROMPT, {"name": "account", "value": " "})).completion.values == []
        assert (await client.complete(PROMPT, {"name": "issue", "value": "x"})).completion.values == []


async def test_ids_complete_the_resources(server: MCPServer[Office], escalation: str, mode: str) -> None:
    async with Client(server, mode=mode) as client:
        found = (await client.complete(BRIEF, {"name": "id", "value": "esc"})).completion
        assert (found.values, found.total, found.has_more) == ([escalation], 1, False)
        assert (await client.complete(BRIEF, {"name": "id", "value": "X"})).completion.values == []
        assert (await client.complete(BRIEF, {"name": "other", "value": ""})).completion.values == []
