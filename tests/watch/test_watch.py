"""Reminders over several processes, one of them killed: each is told once."""

from __future__ import annotations

import signal
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.register.test_processes import go, line, running
from tools.following.sinks import CalendarFile, LinesFile
from tools.store.engine import open_store
from tools.store.register import Register

AT = datetime(2026, 11, 20, 8, tzinfo=UTC)

WATCHER = """
import sys
from datetime import datetime, timedelta
from pathlib import Path
from escalation.policy import Policy
from tools.desk.office import Opened
from tools.following.sinks import LinesFile
from tools.store.engine import open_store
from tools.store.leases import Leases
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace
from tools.following.watching import fire
store, to, name, now = sys.argv[1], Path(sys.argv[2]), sys.argv[3], datetime.fromisoformat(sys.argv[4])
class Told(LinesFile):
    def tell(self, key, row):
        super().tell(key, row)
        print("told", flush=True)
engine = open_store(store)
rooms = Opened(StoreWorkspace(engine, now=now), Register(engine), Policy(), engine=engine)
print("ready", flush=True)
sys.stdin.readline()
fire(rooms, Leases(engine, name, lambda: now), Told(to))
"""


def filled(store: Path, count: int) -> None:
    """Critical escalations of which one clock, the team's, has just run out."""
    engine = open_store(store)
    register = Register(engine)
    for number in range(count):
        id_ = register.open(issue=f"{number}", who="me", at=AT, severity="critical")
        register.append(id_, "customer_told", who="me", at=AT + timedelta(hours=1))
    engine.dispose()


def test_three_watchers_one_killed_tell_each_miss_once(tmp_path: Path) -> None:
    store, to, count = tmp_path / "s.db", tmp_path / "told", 36
    filled(store, count)
    now = AT + timedelta(hours=2)
    with (
        running(WATCHER, store, to, "one", now.isoformat()) as one,
        running(WATCHER, store, to, "two", now.isoformat()) as two,
        running(WATCHER, store, to, "doomed", now.isoformat()) as doomed,
    ):
        assert [line(each) for each in (one, two, doomed)] == ["ready"] * 3
        go(doomed)
        assert line(doomed) == "told"
        go(one)
        go(two)
        doomed.send_signal(signal.SIGKILL)
        assert [each.wait(timeout=60) for each in (one, two)] == [0, 0]
    with running(WATCHER, store, to, "after", (now + timedelta(minutes=2)).isoformat()) as after:
        assert line(after) == "ready"
        go(after)
        assert after.wait(timeout=60) == 0
    told = Counter(text.split()[1] for text in to.read_text().splitlines())
    assert len(told) == count
    assert set(told.values()) == {1}
    engine = open_store(store)
    reminded = [e for s in Register(engine).list() for e in Register(engine).events(s.id) if e.what == "reminded"]
    assert len(reminded) == count
    engine.dispose()


def test_a_calendar_file_holds_each_reminder_once_and_folds_its_lines(tmp_path: Path) -> None:
    from tools.results.following import DueRow

    row = DueRow(escalation_id="ESC-0001", clock="internal", due="2026-11-20T10:00Z", do="问" * 60, why="a, b; c")
    sink = CalendarFile(tmp_path / "due.ics", AT)
    assert not sink.has("a" * 64)
    sink.tell("a" * 64, row)
    sink.tell("b" * 64, row)
    text = (tmp_path / "due.ics").read_bytes()
    assert sink.has("a" * 64)
    assert text.count(b"BEGIN:VEVENT") == 2
    assert all(len(one) <= 75 for one in text.split(b"\r\n"))
    assert "问" * 60 in text.decode().replace("\r\n ", "")
    assert b"DESCRIPTION:a\\, b\\; c" in text


def test_a_line_is_found_again_by_its_key(tmp_path: Path) -> None:
    from tools.results.following import DueRow

    sink = LinesFile(tmp_path / "told")
    sink.tell("a" * 64, DueRow(escalation_id="ESC-0001", clock="internal", do="Ask.", why="So."))
    assert sink.has("a" * 64)
    assert not sink.has("b" * 64)
