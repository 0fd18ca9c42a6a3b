"""The server as a host starts it: a process, isolated, with the protocol on stdout and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from mcp import Client
from mcp.client.stdio import StdioServerParameters

from tools.serving.registry import TABLE

pytestmark = pytest.mark.anyio

HEAVY = (
    *("sqlalchemy", "alembic", "jinja2", "opencc", "rapidfuzz", "anthropic", "typer", "rich", "escalation.judgement"),
    "cryptography",
)


def _parameters(store: Path, home: Path, cwd: Path) -> StdioServerParameters:
    return StdioServerParameters(
        command=sys.executable,
        args=["-I", "-m", "tools", "--workspace", str(store), "--as-of", "2026-11-20T09:00:00Z"],
        # Coverage of the process itself is measured through these, when it is measured.
        env={
            **{name: value for name, value in os.environ.items() if name.startswith("COVERAGE_")},
            "CUSTOMER_ESCALATION_HOME": str(home),
            "CUSTOMER_ESCALATION_CONFIG": "",
        },
        cwd=cwd,
    )


@pytest.mark.parametrize("mode", ["auto", "legacy"])
async def test_a_host_of_either_era_lists_and_calls(mode: str, store: Path, tmp_path: Path) -> None:
    async with Client(_parameters(store, tmp_path / "home", tmp_path), mode=mode) as client:
        assert [tool.name for tool in (await client.list_tools()).tools] == [entry.fn.__name__ for entry in TABLE]
        result = await client.call_tool("fetch_tickets", {"ids": ["T-1"]})
        wrong = await client.call_tool("fetch_tickets", {"ids": 7})
    assert not result.is_error
    assert result.structured_content is not None
    assert result.structured_content["threads"][0]["id"] == "T-1"
    assert wrong.is_error


async def test_a_tools_folder_where_the_user_works_is_not_run_instead(store: Path, tmp_path: Path) -> None:
    trap = tmp_path / "project" / "tools"
    trap.mkdir(parents=True)
    (trap / "__init__.py").touch()
    (trap / "__main__.py").write_text("raise SystemExit('the wrong tools')", encoding="utf-8")
    async with Client(_parameters(store, tmp_path / "home", trap.parent)) as client:
        assert (await client.list_tools()).tools


def test_the_start_path_loads_nothing_heavy() -> None:
    program = (
        "import sys\n"
        "from tools.serving import logs, sealing\nlogs.to_stderr()\nsealing.defer()\n"
        "from tools.serving.command import read_command\nfrom tools.desk.opening import opening\n"
        "from tools.desk.office import Office\nfrom tools.serving.server import build_server\n"
        "import asyncio\n"
        "server = build_server(Office(opening(read_command([]))))\n"
        "asyncio.run(server.list_tools())\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"
    assert done.stderr == ""


@pytest.mark.parametrize("wrong", [["--http", "8765"], ["--http", "localhost:http"], ["--http", ":1"], ["--nonsense"]])
def test_a_wrong_command_line_is_refused_with_one_line(wrong: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-m", "tools", *wrong], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert "error:" in done.stderr.splitlines()[-1]
