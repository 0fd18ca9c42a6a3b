"""Tools marked as reading change nothing: not the register, and no file anywhere else."""

from __future__ import annotations

import hashlib
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from mcp import Client
from mcp.client.stdio import StdioServerParameters

from tools.serving.registry import TABLE

pytestmark = pytest.mark.anyio

CALLS: dict[str, dict[str, Any]] = {
    "lookup_account": {"account": "Acme Corp"},
    "fetch_tickets": {"query": "500"},
    "search_knowledge_base": {"query": "export"},
    "search_discussions": {"query": "500"},
    "list_escalations": {},
    "get_escalation": {"escalation_id": "ESC-0001"},
    "plan_recovery": {"account": "Acme Corp"},
    "draft_customer_update": {"escalation_id": "ESC-0001", "account": "Acme Corp", "phase": "acknowledged"},
}


def files(folder: Path) -> dict[str, str]:
    """Every file, with what it holds; a database by its rows, since reading it may move its pages."""
    return {str(path.relative_to(folder)): _held(path) for path in sorted(folder.rglob("*")) if path.is_file()}


def _held(path: Path) -> str:
    if path.suffix == ".db":
        return _rows(path)
    return hashlib.sha256(path.read_bytes()).hexdigest() if not path.name.endswith(("-wal", "-shm")) else ""


def _rows(path: Path) -> str:
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    with closing(sqlite3.connect(path)) as database:
        names = [name for (name,) in database.execute(tables)]
        held = [(name, database.execute(f'SELECT * FROM "{name}"').fetchall()) for name in names]  # noqa: S608
    return hashlib.sha256(repr(held).encode()).hexdigest()


async def test_reading_leaves_every_file_as_it_was(tmp_path: Path) -> None:
    work, home = tmp_path / "work", tmp_path / "home"
    work.mkdir()
    home.mkdir()
    assert set(CALLS) == {entry.fn.__name__ for entry in TABLE if entry.reads}
    environment = {
        "HOME": str(home),
        "CUSTOMER_ESCALATION_HOME": str(home / "register"),
        "CUSTOMER_ESCALATION_CONFIG": "",
    }
    server = StdioServerParameters(command=sys.executable, args=["-I", "-m", "tools"], env=environment, cwd=work)
    async with Client(server) as client:
        opened = await client.call_tool("prepare_escalation", {"issue": "API returning 500 errors for Acme Corp"})
        assert not opened.is_error
        before = files(tmp_path)
        for tool, arguments in CALLS.items():
            result = await client.call_tool(tool, arguments)
            assert not result.is_error, (tool, result.content)
        assert files(tmp_path) == before
    assert {name.split("/")[0] for name in before} == {"home"}
    assert {name.split("/")[1] for name in before} == {"register"}
