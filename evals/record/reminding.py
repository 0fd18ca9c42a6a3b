"""Reminders over three processes, one of them killed while it tells: each is told once."""

from __future__ import annotations

import signal
import time
from collections import Counter
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from subprocess import Popen

from evals.record.worker import AT
from evals.running import heard, running, told
from tools.store.engine import open_store, writing
from tools.store.leases import LENGTH
from tools.store.register import Register
from tools.store.rows import append, checked, lock

WORKER = "evals.record.worker"
_DUE = timedelta(hours=2)


@dataclass(frozen=True)
class Reminded:
    """How many reminders were told how often, by what the file and by what the record says; `killed_after` is how many the
    killed one had told at least; 0 when it had ended before it could be killed, and nothing was shown."""

    told: dict[int, int]
    recorded: dict[int, int]
    killed_after: int
    seconds: float

    def once(self, reminders: int) -> bool:
        return self.told == self.recorded == {1: reminders} and self.killed_after > 0


def remind(store: Path, to: Path, reminders: int) -> Reminded:
    """Three watchers at once over so many misses; one is killed with -9 after it told a twentieth of them; a fourth comes
    when its lease has run out."""
    overdue(store, reminders)
    now, began, killed_after = AT + _DUE, time.perf_counter(), max(1, reminders // 20)
    with _watcher(store, to, "one", now) as one, _watcher(store, to, "two", now) as two:
        with _watcher(store, to, "doomed", now) as doomed:
            watchers = (doomed, one, two)
            for each in watchers:
                heard(each)
            for each in watchers:
                told(each)
            said = sum(heard(doomed) == "told" for _ in range(killed_after))
            doomed.send_signal(signal.SIGKILL)
            alive = doomed.wait() == -signal.SIGKILL
        for each in (one, two):
            while heard(each):
                pass
            each.wait()
    with _watcher(store, to, "after", now + 2 * LENGTH) as after:
        heard(after)
        told(after)
        while heard(after):
            pass
        after.wait()
    return Reminded(*_standing(store, to), said if alive else 0, time.perf_counter() - began)


def overdue(store: Path, count: int) -> None:
    """Critical escalations of which one clock, the team's, has just run out."""
    engine = open_store(store)
    with writing(engine) as connection:
        last = lock(connection, take=count)
        for number in range(last - count + 1, last + 1):
            opened = checked("opened", {"issue": str(number), "severity": "critical"})
            said = {"escalation_id": f"ESC-{number:04d}", "who": "bench", "why": None}
            append(connection, what="opened", at=AT, data=opened, **said)
            append(connection, what="customer_told", at=AT + timedelta(hours=1), data={}, **said)
    engine.dispose()


def _watcher(store: Path, to: Path, name: str, now: datetime) -> AbstractContextManager[Popen[str]]:
    return running(WORKER, "watch", str(store), str(to), name, now.isoformat())


def _standing(store: Path, to: Path) -> tuple[dict[int, int], dict[int, int]]:
    lines = Counter(line.split()[1] for line in to.read_text(encoding="utf-8").splitlines())
    engine = open_store(store)
    register = Register(engine)
    events = Counter(
        event.escalation_id
        for state in register.list()
        for event in register.events(state.id)
        if event.what == "reminded"
    )
    engine.dispose()
    return dict(Counter(lines.values())), dict(Counter(events.values()))
