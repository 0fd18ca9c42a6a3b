"""What follows a message in its channel soon after, outside of threads: two at the most."""

from __future__ import annotations

from pathlib import Path

from tools.importing.load import load
from tools.importing.rows import Row
from tools.store.engine import open_store
from tools.store.workspace import StoreWorkspace


def message(id_: str, at: str, *, channel: str = "#field", thread_of: str | None = None) -> Row:
    told = {
        "id": id_,
        "channel": channel,
        "at": f"2026-02-01T{at}:00Z",
        "author": "Ann",
        "text": id_,
        "thread_of": thread_of,
    }
    return Row("message", told, "test", 1)


def test_the_next_two_of_the_channel_within_hours_and_outside_of_threads(tmp_path: Path) -> None:
    engine = open_store(tmp_path / "w.db")
    rows = [
        message("m1", "08:00"), message("m2", "08:05", channel="#office"), message("m3", "08:10", thread_of="m1"),
        message("m4", "09:00"), message("m5", "10:00"), message("m6", "11:00"), message("m7", "18:00"),
    ]  # fmt: skip
    load(engine, rows)
    workspace = StoreWorkspace(engine)
    assert [m.id for m in workspace.messages_after(["m1"])] == ["m4", "m5"]
    assert workspace.messages_after(["m3", "m6", "m9"]) == []
    assert workspace.messages_after([]) == []
    engine.dispose()
