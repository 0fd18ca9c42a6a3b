"""What a host pays for in every conversation: the tools' definitions, reviewed as snapshots, within one budget."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from mcp import Client
from mcp.server.mcpserver import MCPServer

from tools.desk.office import Office
from tools.serving.budget import tokens, wire
from tools.serving.registry import TABLE

pytestmark = pytest.mark.anyio

SNAPSHOTS = Path(__file__).parent / "snapshots"
BUDGET = 6_000
AT_MOST = 14


async def _definitions(server: MCPServer[Office]) -> list[dict[str, Any]]:
    async with Client(server) as client:
        listed = await client.list_tools()
    return [tool.model_dump(mode="json", by_alias=True, exclude_none=True) for tool in listed.tools]


@pytest.mark.parametrize("name", [entry.fn.__name__ for entry in TABLE])
async def test_a_definition_is_what_was_reviewed(
    name: str, server: MCPServer[Office], request: pytest.FixtureRequest
) -> None:
    """After an intended change: delete tests/server/snapshots/<tool>.json, run this test once, and review the new file."""
    definition = next(each for each in await _definitions(server) if each["name"] == name)
    shown = json.dumps(definition, indent=2, ensure_ascii=False) + "\n"
    path = SNAPSHOTS / f"{name}.json"
    if not path.exists():
        path.write_text(shown, encoding="utf-8")
        pytest.fail(f"{path.name} was missing and has been written; review it and run again.")
    assert shown == path.read_text(encoding="utf-8"), f"{name} changed; see this test's docstring."


def test_no_snapshot_outlives_its_tool() -> None:
    assert {path.stem for path in SNAPSHOTS.glob("*.json")} == {entry.fn.__name__ for entry in TABLE}


async def test_all_definitions_together_stay_within_the_budget(server: MCPServer[Office]) -> None:
    definitions = await _definitions(server)
    assert len(definitions) <= AT_MOST
    # Room is left for the five tools of later issues: what is listed now must not use up their share.
    assert tokens(wire({"tools": definitions})) <= BUDGET * len(TABLE) / AT_MOST


async def test_every_annotation_is_explicit_and_reading_never_destroys(server: MCPServer[Office]) -> None:
    for definition in await _definitions(server):
        hints = definition["annotations"]
        assert set(hints) == {"title", "readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint"}
        assert not (hints["readOnlyHint"] and hints["destructiveHint"])


async def test_no_definition_carries_an_output_schema_or_generated_noise(server: MCPServer[Office]) -> None:
    for definition in await _definitions(server):
        assert "outputSchema" not in definition
        text = wire(definition["inputSchema"])
        assert "$ref" not in text
        assert "$defs" not in text
        assert '"null"' not in text


async def test_every_parameter_says_what_it_is_for(server: MCPServer[Office]) -> None:
    for definition in await _definitions(server):
        assert definition["description"]
        for name, parameter in definition["inputSchema"]["properties"].items():
            assert parameter.get("description"), f"{definition['name']}.{name}"


async def test_the_server_introduces_itself_briefly(server: MCPServer[Office]) -> None:
    async with Client(server) as client:
        assert client.instructions is not None
        assert tokens(client.instructions) < 250
        assert client.server_info is not None
        assert client.server_info.name == "customer-escalation"
