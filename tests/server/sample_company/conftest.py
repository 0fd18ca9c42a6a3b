"""What these tests share: a server of its own over the sample company."""

from __future__ import annotations

from pathlib import Path

import pytest
from mcp.server.mcpserver import MCPServer
from sqlalchemy import Engine

from tests.server.sample_office import sample_office
from tools.desk.office import Office
from tools.serving.server import build_server


@pytest.fixture
def office(sample_store: Engine, tmp_path: Path) -> Office:
    return sample_office(sample_store, tmp_path)


@pytest.fixture
def server(office: Office) -> MCPServer[Office]:
    return build_server(office)
