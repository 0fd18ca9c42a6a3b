"""A workspace without chat: what we post there is kept, read by nobody, and makes no chat of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from mcp import Client

from tests.acting.worlds import RECORDS, escalate, write_folder
from tools.desk.office import Office
from tools.desk.opening import opening
from tools.importing.load import import_path
from tools.serving.command import Command
from tools.serving.server import build_server
from tools.store.engine import open_store

pytestmark = pytest.mark.anyio
POST = {"kind": "post_to_channel", "text": "502 since 02:00"}
ALONE = "No chat is connected: this is kept in this workspace alone. Copy it to where it is read."


@pytest.fixture
def silent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setitem(RECORDS, "chat", [])
    engine = open_store(tmp_path / "silent.db")
    import_path(engine, [write_folder(tmp_path / "files")])
    engine.dispose()
    return Office(opening(Command(str(tmp_path / "silent.db"), None, None, None)))


def chat_of(office: Office) -> str:
    return next(line.state for line in office.open().workspace.coverage() if line.category == "chat")


async def test_what_is_posted_where_no_chat_is_connected_is_said_to_be_read_by_nobody(silent: Office) -> None:
    escalation = escalate(silent.open().register)
    async with Client(build_server(silent)) as client:
        made = await client.call_tool("propose_action", {"escalation_id": escalation, **POST})
        assert made.structured_content is not None
        assert made.structured_content["warnings"] == [ALONE]
        sent = {name: made.structured_content[name] for name in ("proposal_id", "hash")}
        done = await client.call_tool("carry_out", {**sent, "confirmed_by": "Kim"})
    assert done.structured_content is not None
    assert done.structured_content["outcome"] == "sent"
    assert done.structured_content["next"] == ALONE
    assert chat_of(silent) == "not_connected"


async def test_where_chat_is_connected_nothing_is_said_of_it(office: Office, escalation: str) -> None:
    async with Client(build_server(office)) as client:
        made = await client.call_tool("propose_action", {"escalation_id": escalation, **POST})
    assert made.structured_content is not None
    assert "warnings" not in made.structured_content
    assert chat_of(office) == "searched"
