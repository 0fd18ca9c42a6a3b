"""Processes killed again and again at moments that nobody chose: what was acknowledged is on record, in one order."""

from __future__ import annotations

import random
import signal
from pathlib import Path

from sqlalchemy import select

from tests.register.test_processes import drained, go, line, running, whole
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.schema import event as table

ROUNDS, WRITERS = 12, 2

WRITER = """
import sys
from datetime import UTC, datetime
from tools.store.engine import open_store
from tools.store.register import Register
store, name = sys.argv[1], sys.argv[2]
register, at = Register(open_store(store)), datetime(2026, 1, 5, tzinfo=UTC)
print("ready", flush=True)
sys.stdin.readline()
id_ = register.open(issue=name, who=name, at=at)
number = 0
while True:
    said = {"text": f"{name} {number} " + "x" * (number * 37 % 3000)}
    event = register.append(id_, "progress", who=name, at=at, data=said)
    print(event.seq, id_, number, "end", flush=True)
    number += 1
"""


def test_what_was_acknowledged_outlives_every_kill(tmp_path: Path) -> None:
    store = tmp_path / "s.db"
    draw = random.Random(20261126)  # noqa: S311
    acknowledged: dict[int, tuple[str, str]] = {}
    for round_ in range(ROUNDS):
        names = [f"{round_}-{number}" for number in range(WRITERS)]
        with running(WRITER, store, names[0]) as one, running(WRITER, store, names[1]) as other:
            for writer in (one, other):
                assert line(writer) == "ready"
                go(writer)
            # The first to be killed has said so many lines; by then the other is anywhere in its work.
            told = [line(one) for _ in range(draw.randrange(1, 40))]
            for writer in (one, other):
                writer.send_signal(signal.SIGKILL)
            told += drained(one)
            for said in (told, drained(other)):
                for words in (text.split() for text in said if text.endswith(" end")):  # the last may be cut off
                    acknowledged[int(words[0])] = (words[1], words[2])
        assert whole(store)
    engine = open_store(store)
    register = Register(engine)
    with engine.connect() as connection:
        rows = connection.execute(select(table.c.seq, table.c.escalation_id, table.c.data)).all()
    kept = {row.seq: (row.escalation_id, row.data.get("text", "").split()[1:2]) for row in rows}
    assert len(acknowledged) > ROUNDS
    assert {seq: (id_, [number]) for seq, (id_, number) in acknowledged.items()}.items() <= kept.items()
    # One order, no gap inside an escalation, and each writer's lines in the order that they were written.
    assert sorted(kept) == list(range(1, len(kept) + 1))
    for state in register.list():
        numbers = [int(e.data["text"].split()[1]) for e in register.events(state.id) if e.what == "progress"]
        assert numbers == list(range(len(numbers)))
    engine.dispose()
