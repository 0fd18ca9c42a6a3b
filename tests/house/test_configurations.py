"""README's configurations for assistants: they parse, all start the same command, and that command serves the tools."""

from __future__ import annotations

import json
import os
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from mcp import Client
from mcp.client.stdio import StdioServerParameters

from tools.serving.registry import TABLE

ROOT = Path(__file__).parents[2]
NAME = "customer-escalation"
PLACE = "PATH_OF_THIS_CHECKOUT"
TABLES = {"mcpServers", "mcp_servers", "mcp", "servers"}


def configurations() -> list[dict[str, Any]]:
    """Each fenced block between the two marks, parsed as what its fence says it is."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"<!-- assistants -->(.*)<!-- /assistants -->", readme, re.DOTALL)
    blocks: list[tuple[str, str]] = re.findall(r"```(json|toml)\n(.*?)```", shown, re.DOTALL)
    return [json.loads(text) if kind == "json" else tomllib.loads(text) for kind, text in blocks]


def command(configuration: dict[str, Any]) -> list[str]:
    """Program and arguments, whichever way the host spells them."""
    (table,) = TABLES & set(configuration)
    server = configuration[table][NAME]
    whole: str | list[str] = server["command"]
    return [whole, *server["args"]] if isinstance(whole, str) else whole


def test_every_configuration_parses_and_is_for_another_host() -> None:
    assert [(TABLES & set(each)).pop() for each in configurations()] == ["mcpServers", "mcp_servers", "mcp", "servers"]


def test_every_configuration_starts_what_the_plugin_starts() -> None:
    plugin = json.loads((ROOT / ".mcp.json").read_text(encoding="utf-8"))
    expected = [part.replace("${CLAUDE_PLUGIN_ROOT}", PLACE) for part in command(plugin)]
    assert [command(each) for each in configurations()] == [expected] * 4


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.mark.anyio
async def test_the_command_serves_the_tools(tmp_path: Path) -> None:
    program, *arguments = (part.replace(PLACE, str(ROOT)) for part in command(configurations()[0]))
    uv = ROOT / ".uv" / "bin"
    if not uv.is_dir():
        pytest.skip("uv is not where `make setup` puts it")
    environment = {name: value for name, value in os.environ.items() if name.startswith("COVERAGE_")} | {
        "PATH": os.pathsep.join((str(uv), os.environ["PATH"])),
        "CUSTOMER_ESCALATION_HOME": str(tmp_path / "home"),
        # The environment is the one that runs this test: nothing is installed, nothing is fetched.
        "UV_NO_SYNC": "1",
        "UV_OFFLINE": "1",
    }
    parameters = StdioServerParameters(command=program, args=arguments, env=environment, cwd=tmp_path)
    async with Client(parameters) as client:
        assert [tool.name for tool in (await client.list_tools()).tools] == [entry.fn.__name__ for entry in TABLE]


def test_the_bundle_that_readme_names_is_the_one_that_is_built() -> None:
    from evals.bundle.__main__ import bundle

    assert f"`{bundle().relative_to(ROOT).as_posix()}`" in (ROOT / "README.md").read_text(encoding="utf-8")
