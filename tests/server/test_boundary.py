"""Wrong arguments and failures: one clear message with the way out, and never a vendor's text."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mcp import Client
from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ToolError

from escalation.errors import WorkspaceUnusable
from tools.desk.office import Office, Opened
from tools.desk.opening import opening
from tools.serving.boundary import HouseTool
from tools.serving.command import Command
from tools.serving.server import build_server

pytestmark = pytest.mark.anyio

TextOf = Callable[[Any], str]
WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("fetch_tickets", {}, "fetch_tickets was not told what to find. Give ids, a query, an account, a state or a time."),
    (
        "fetch_tickets",
        {"customer": "x"},
        "fetch_tickets has no argument customer. Its arguments are: ids, query, account, ",
    ),
    ("fetch_tickets", {"query": "x", "limit": "many"}, "limit: input should be a valid integer"),
    ("fetch_tickets", {"query": "x", "limit": 500}, "limit: input should be less than or equal to 50"),
    (
        "fetch_tickets",
        {"query": "x", "since": "yesterday"},
        "since is not a date: 'yesterday'. Write it like 2026-11-20",
    ),
    ("fetch_tickets", {"ids": ["x"] * 11}, "ids: list should have at most 10 items"),
    ("fetch_tickets", {"query": "x", "state": "new"}, "state: input should be 'open' or 'solved'"),
    (
        "fetch_tickets",
        {"query": "x", "account": "Nobody Inc"},
        "No account answers to 'Nobody Inc'. Check the spelling",
    ),
    ("fetch_tickets", {"query": "x", "account": "Lotus"}, "Several accounts answer to 'Lotus': "),
    ("lookup_account", {}, "lookup_account was not run: account is missing."),
    ("lookup_account", {"account": "x" * 50_000}, "account: string should have at most 200 characters"),
    (
        "write_brief",
        {"escalation_id": "ESC-0001", "text": "yyyy"},
        "write_brief was not run: text: input should be an object.",
    ),
    ("search_knowledge_base", {"query": ""}, "query: string should have at least 1 character"),
    ("prepare_escalation", {"issue": "y" * 50_000}, "issue: string should have at most 20000 characters"),
    ("prepare_escalation", {"issue": "x", "answers": [1, 2]}, "answers: input should be a valid dictionary"),
    ("get_escalation", {"escalation_id": "ESC-9999"}, "There is no escalation ESC-9999 in this workspace."),
    (
        "write_brief",
        {"escalation_id": "ESC-1", "text": {"sumary": "x"}},
        "text.summary is missing; text.sumary: extra inputs",
    ),
]


@pytest.mark.parametrize(("tool", "arguments", "told"), WRONG)
async def test_wrong_arguments_get_one_clear_message(
    tool: str, arguments: dict[str, Any], told: str, server: MCPServer[Office], text_of: TextOf
) -> None:
    async with Client(server) as client:
        result = await client.call_tool(tool, arguments)
    assert result.is_error
    text = text_of(result)
    assert told in text
    assert len(text) < 600
    assert "pydantic" not in text
    assert "Error executing tool" not in text
    assert "yyyy" not in text  # what was sent is not sent back
    assert result.structured_content is not None
    sorts = {"No account": "not_found", "There is no": "not_found", "Several accounts": "ambiguous_account"}
    wanted = next((sort for begins, sort in sorts.items() if told.startswith(begins)), "invalid_input")
    assert result.structured_content["error"] == wanted


def _failing(error: Exception) -> MCPServer[Office]:
    def open_nothing() -> Opened:
        raise error

    return build_server(Office(open_nothing))


async def test_a_failure_of_ours_is_told_with_its_remedy(text_of: TextOf) -> None:
    server = _failing(WorkspaceUnusable("The workspace is damaged.", "Import your data again."))
    async with Client(server) as client:
        result = await client.call_tool("lookup_account", {"account": "x"})
    assert result.is_error
    assert text_of(result) == "The workspace is damaged. Import your data again."
    told = {"message": "The workspace is damaged.", "remedy": "Import your data again."}
    assert result.structured_content == {"error": "workspace_unusable", **told}


async def test_a_refusal_in_the_sdk_s_own_form_passes_as_it_is() -> None:
    def refuse() -> None:
        raise ToolError("not today")

    tool = HouseTool.from_function(refuse)
    with pytest.raises(ToolError, match="not today"):
        await tool.run({}, Context())


async def test_a_crash_stays_a_crash_and_says_nothing_of_its_cause(
    text_of: TextOf, caplog: pytest.LogCaptureFixture
) -> None:
    server = _failing(RuntimeError('near "SELEC": syntax error in SELECT secret FROM customers'))
    with caplog.at_level(logging.ERROR):
        async with Client(server) as client:
            result = await client.call_tool("lookup_account", {"account": "x"})
    assert result.is_error
    assert text_of(result) == "Error executing tool lookup_account"
    assert any(record.exc_info for record in caplog.records)


async def test_a_missing_workspace_is_told_and_the_tools_are_still_listed(tmp_path: Path, text_of: TextOf) -> None:
    server = build_server(Office(opening(Command(str(tmp_path / "nowhere.db"), None, None, None))))
    async with Client(server) as client:
        assert (await client.list_tools()).tools
        result = await client.call_tool("list_escalations", {})
    assert result.is_error
    assert "There is no workspace at" in text_of(result)


async def test_a_failed_opening_is_tried_again_at_the_next_call(office: Office, text_of: TextOf) -> None:
    attempts: list[int] = []

    def second_time_lucky() -> Opened:
        attempts.append(1)
        if len(attempts) == 1:
            raise WorkspaceUnusable("Locked.", "Try again.")
        return office.open()

    async with Client(build_server(Office(second_time_lucky))) as client:
        assert (await client.call_tool("list_escalations", {})).is_error
        assert not (await client.call_tool("list_escalations", {})).is_error
        assert not (await client.call_tool("list_escalations", {})).is_error
    assert len(attempts) == 2
