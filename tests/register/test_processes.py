"""Several processes on one register, some of them killed: nothing acknowledged is lost, nothing is half there."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tools.store.engine import open_store
from tools.store.register import Register

ROOT = Path(__file__).parents[2]

WRITER = """
import sys
from datetime import UTC, datetime
from tools.store.engine import open_store
from tools.store.register import Register
store, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
register, at = Register(open_store(store)), datetime(2026, 1, 5, tzinfo=UTC)
print("ready", flush=True)
sys.stdin.readline()
for number in range(count):
    id_ = register.open(issue=f"{name} {number}", who=name, at=at)
    print(id_, flush=True)
    event = register.append(id_, "progress", who=name, at=at, data={"text": "x" * 2000})
    print(id_, flush=True)
"""

IMPORTER = """
import sys
from pathlib import Path
from tools.store.engine import open_store
from tools.importing import load, sync, write
store, folder, stop_at = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
real, done = write.write, 0
def counted(*args):
    global done
    real(*args)
    done += 1
    if done == stop_at:
        print("in the middle", flush=True)
        sys.stdin.readline()
load.write, load._BATCH = counted, 10
engine = open_store(store)
sync.sync(engine, folder)
"""


@contextmanager
def running(code: str, *args: object) -> Generator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", code, *map(str, args)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate(timeout=60)


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def go(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()


def drained(process: subprocess.Popen[str]) -> list[str]:
    """What a killed process still said; `communicate` would lose what `line` has read ahead."""
    assert process.stdout is not None
    return process.stdout.read().splitlines()


def whole(store: Path) -> bool:
    connection = sqlite3.connect(store)
    found = connection.execute("PRAGMA integrity_check").fetchone()
    connection.close()
    return found == ("ok",)


def test_processes_writing_at_once_lose_nothing_and_share_no_id(tmp_path: Path) -> None:
    store, count = tmp_path / "s.db", 15
    # Nobody has made the store yet: the three make it at once, too.
    with (
        running(WRITER, store, "one", count) as one,
        running(WRITER, store, "two", count) as two,
        running(WRITER, store, "three", count) as three,
    ):
        writers = (one, two, three)
        assert [line(writer) for writer in writers] == ["ready"] * 3
        for writer in writers:
            go(writer)
        told = [writer.communicate(timeout=60)[0].split() for writer in writers]
        assert [writer.returncode for writer in writers] == [0, 0, 0]
    engine = open_store(store)
    states = Register(engine).list()
    assert sorted(state.id for state in states) == [f"ESC-{number:04d}" for number in range(1, 3 * count + 1)]
    assert sorted(id_ for ids in told for id_ in set(ids)) == sorted(state.id for state in states)
    assert {state.status for state in states} == {"in_progress"}
    events = [event for state in states for event in Register(engine).events(state.id)]
    assert sorted(event.seq for event in events) == list(range(1, 6 * count + 1))
    assert all(
        Register(engine).events(ids[0])[0].who == name for ids, name in zip(told, ("one", "two", "three"), strict=True)
    )
    engine.dispose()


@pytest.mark.parametrize("acknowledged", [1, 6])
def test_a_killed_process_takes_nothing_acknowledged_with_it(tmp_path: Path, acknowledged: int) -> None:
    store = tmp_path / "s.db"
    with running(WRITER, store, "doomed", 10_000) as writer:
        assert line(writer) == "ready"
        go(writer)
        told = [line(writer) for _ in range(acknowledged)]
        writer.send_signal(signal.SIGKILL)
        rest = drained(writer)
        # The last line may have been cut off by the kill; the ones before were acknowledged.
        told += [one for one in rest if len(one) == len("ESC-0001")]
    engine = open_store(store)
    register = Register(engine)
    for id_ in set(told):
        assert len(register.events(id_)) >= told.count(id_)
    assert len(told) - 1 <= sum(len(register.events(state.id)) for state in register.list()) <= len(told) + 2
    next_id = register.open(issue="after", who="me", at=register.list()[0].opened_at)
    assert next_id == f"ESC-{len(register.list()):04d}"
    engine.dispose()
    assert whole(store)


@pytest.mark.parametrize("batches", [2, 6])
def test_an_import_killed_in_the_middle_leaves_each_kind_whole_and_can_be_done_again(
    tmp_path: Path, batches: int
) -> None:
    store, folder = tmp_path / "s.db", tmp_path / "w"
    folder.mkdir()
    accounts = [{"id": f"a{number}", "name": f"Name {number}"} for number in range(25)]
    tickets = [{"id": f"t{number}", "created_at": "2026-01-05T10:00:00Z", "subject": "x"} for number in range(45)]
    (folder / "accounts.jsonl").write_text("".join(json.dumps(one) + "\n" for one in accounts))
    (folder / "tickets.jsonl").write_text("".join(json.dumps(one) + "\n" for one in tickets))
    with running(IMPORTER, store, folder, batches) as importer:
        assert line(importer) == "in the middle"
        importer.send_signal(signal.SIGKILL)
        importer.wait(timeout=60)
    assert whole(store)
    # Three batches are all the accounts; their transaction ends only when the file does.
    assert counts(store) == ((25 if batches > 3 else 0), 0, 0)
    with running(IMPORTER, store, folder, 0) as importer:
        assert importer.wait(timeout=60) == 0
    assert counts(store) == (25, 45, 45)


def counts(store: Path) -> tuple[int, int, int]:
    connection = sqlite3.connect(store)
    asked = "SELECT (SELECT count(*) FROM account), (SELECT count(*) FROM ticket), (SELECT count(*) FROM search_doc)"
    accounts, tickets, indexed = connection.execute(asked).fetchone()
    connection.close()
    return accounts, tickets, indexed
