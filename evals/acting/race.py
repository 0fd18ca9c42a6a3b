"""Processes racing over the same proposals: what each sent, and what then stands at the destination and on the record."""

from __future__ import annotations

import subprocess
import time
from collections import Counter
from collections.abc import Generator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from escalation.actions.action import Action, Destination, content_hash
from evals.running import heard, running, told
from tools.importing.load import Counts
from tools.importing.prepared import prepare
from tools.importing.rows import Row
from tools.importing.write import write
from tools.store.engine import open_store, writing
from tools.store.register import Register
from tools.store.schema import event, message

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
CHANNEL = "#race"


@dataclass(frozen=True)
class Raced:
    """`sent` by process; how many messages and events there are for each proposal, as the count of each count."""

    sent: tuple[int, ...]
    messages: dict[int, int]
    events: dict[int, int]
    seconds: float


def prepared(store: Path, proposals: int) -> None:
    """A store with that many proposed posts of one escalation, its clock pinned."""
    engine = open_store(store)
    register = Register(engine)
    rows = (
        Row("workspace", {"now": NOW.isoformat()}, "race", 1),
        Row("message", {"id": "M-1", "channel": CHANNEL, "at": NOW.isoformat(), "text": "start"}, "race", 2),
    )
    with writing(engine) as connection:
        for row in rows:
            write(connection, row.kind, [prepare(row)], Counts())
    escalation = register.open(issue="race", who="race", at=NOW)
    place = Destination(system="workspace", id=CHANNEL, name=CHANNEL)
    with register.together(escalation) as record:
        for number in range(proposals):
            action = Action(kind="post_to_channel", escalation_id=escalation, destination=place, text=f"Post {number}.")
            said = {"action": action.model_dump(mode="json", exclude_none=True), "hash": content_hash(action)}
            said |= {"expires_at": (NOW + timedelta(hours=1)).isoformat()}
            record.append("action_proposed", who="race", at=NOW, data=said)
    engine.dispose()


def worker(store: Path, *how: str) -> AbstractContextManager[subprocess.Popen[str]]:
    """One racing process; it is ended with the block."""
    return running("evals.acting.worker", str(store), *how)


def race(store: Path, processes: int) -> Raced:
    """All of them at once over the proposals of a store."""
    with _several(store, processes) as racing:
        for each in racing:
            heard(each)
        began = time.perf_counter()
        for each in racing:
            told(each)
        sent = tuple(int(heard(each) or -1) for each in racing)
        seconds = time.perf_counter() - began
    return Raced(sent, *standing(store), seconds)


@contextmanager
def _several(store: Path, processes: int) -> Generator[list[subprocess.Popen[str]]]:
    if not processes:
        yield []
        return
    with worker(store) as one, _several(store, processes - 1) as others:
        yield [one, *others]


def standing(store: Path) -> tuple[dict[int, int], dict[int, int]]:
    """How many texts stand in the channel how often, and how many proposals are on record as carried out how often."""
    engine = open_store(store)
    with engine.connect() as connection:
        posts = connection.execute(select(message.c.document).where(message.c.id != "M-1")).scalars()
        texts = Counter(document.partition('"text":"')[2].partition('"')[0] for document in posts)
        done = connection.execute(select(event.c.data).where(event.c.what == "action_carried_out")).scalars()
        acts = Counter(data["proposal"] for data in done)
    engine.dispose()
    return dict(Counter(texts.values())), dict(Counter(acts.values()))
