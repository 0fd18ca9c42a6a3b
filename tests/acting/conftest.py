"""The small world of three customers, with an escalation of the first, opened as the tools open it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from mcp.server.mcpserver import MCPServer

from tests.acting.worlds import CONFIG, escalate, world
from tools.desk.office import Office, Opened
from tools.desk.opening import opening
from tools.serving.command import Command
from tools.serving.server import build_server


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return world(tmp_path)


@pytest.fixture
def office(store: Path, tmp_path: Path) -> Iterator[Office]:
    config = tmp_path / "customer-escalation.toml"
    config.write_text(CONFIG, encoding="utf-8")
    office = Office(opening(Command(str(store), str(config), None, None)))
    yield office
    office.open().engine.dispose()


@pytest.fixture
def rooms(office: Office) -> Opened:
    return office.open()


@pytest.fixture
def escalation(rooms: Opened) -> str:
    return escalate(rooms.register)


@pytest.fixture
def server(office: Office) -> MCPServer[Office]:
    return build_server(office)
