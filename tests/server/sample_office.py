"""The sample company behind a server of its own, for tools whose answers need whole records."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from mcp import Client
from mcp.server.mcpserver import MCPServer
from sqlalchemy import Engine

from tools.desk.office import Office
from tools.desk.opening import opening
from tools.serving.command import Command

NOW = "2026-03-20T08:15:00Z"
"""The sample company's own clock."""


def sample_office(engine: Engine, folder: Path, now: str = NOW) -> Office:
    """An office over a copy of the imported sample company, so that what is recorded stays in `folder`."""
    assert engine.url.database is not None
    copy = folder / "sample.db"
    with closing(sqlite3.connect(engine.url.database)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    config = folder / "customer-escalation.toml"
    config.touch()
    return Office(opening(Command(str(copy), str(config), now, None)))


async def ask(server: MCPServer[Office], tool: str, **arguments: Any) -> dict[str, Any]:
    """The structure that a tool answers with."""
    async with Client(server) as client:
        result = await client.call_tool(tool, arguments)
    assert not result.is_error, result.content
    assert result.structured_content is not None
    return result.structured_content


async def refused(server: MCPServer[Office], tool: str, **arguments: Any) -> str:
    """The words with which a tool refuses."""
    async with Client(server) as client:
        result = await client.call_tool(tool, arguments)
    assert result.is_error
    return "\n".join(getattr(block, "text", "") for block in result.content)
