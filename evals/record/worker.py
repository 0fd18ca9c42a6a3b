"""One process on a store: `python -m evals.record.worker watch STORE FILE NAME NOW`, or `… write STORE NAME`.

It says "ready" and waits for a line. A watcher tells what is overdue into a file and says so after each; a writer says the
number of each event that the record has acknowledged, until it is killed.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from escalation.policy import Policy
from tools.desk.office import Opened
from tools.following.sinks import LinesFile
from tools.following.watching import fire
from tools.results.following import DueRow
from tools.store.engine import open_store
from tools.store.leases import Leases
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

AT = datetime(2026, 11, 20, 8, tzinfo=UTC)


class Told(LinesFile):
    """A file of reminders whose writer says aloud what it has written."""

    def tell(self, key: str, row: DueRow) -> None:
        super().tell(key, row)
        _say("told")


def watch(store: str, to: str, name: str, now: str) -> None:
    engine, at = open_store(store), datetime.fromisoformat(now)
    rooms = Opened(StoreWorkspace(engine, now=at), Register(engine), Policy(), engine=engine)
    _ready()
    fire(rooms, Leases(engine, name, lambda: at), Told(Path(to)))


def write(store: str, name: str) -> None:
    register = Register(open_store(store))
    _ready()
    id_ = register.open(issue=name, who=name, at=AT)
    _say(str(register.events(id_)[-1].seq))
    while True:
        _say(str(register.append(id_, "progress", who=name, at=AT, data={"text": "x" * 2_000}).seq))


def _ready() -> None:
    _say("ready")
    sys.stdin.readline()


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[1] == "watch":
        watch(*sys.argv[2:])
    else:
        write(*sys.argv[2:])
