"""A writer of the record killed with -9, again and again, at moments of chance: what was acknowledged is there."""

from __future__ import annotations

import signal
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from random import Random

from evals.record.reminding import WORKER
from evals.running import heard, last_words, running, told
from tools.store.engine import open_store
from tools.store.register import Register

_MOST = 12


@dataclass(frozen=True)
class Survived:
    """`acknowledged` events over all kills, how many of them are `lost`; `unsaid`: recorded, and killed before it was said;
    `sound`: the file passes SQLite's own check."""

    kills: int
    acknowledged: int
    lost: int
    unsaid: int
    sound: bool


def die(store: Path, kills: int, seed: int = 1) -> Survived:
    """Starts a writer, lets it acknowledge a few events, kills it in the middle of the next, and counts; so many times."""
    chance, said = Random(seed), set[int]()  # noqa: S311
    open_store(store).dispose()
    for number in range(kills):
        with running(WORKER, "write", str(store), f"writer {number}") as writer:
            heard(writer)
            told(writer)
            said |= {int(heard(writer)) for _ in range(chance.randint(1, _MOST))}
            writer.send_signal(signal.SIGKILL)
            writer.wait()
            said |= {int(word) for word in last_words(writer)}
    engine = open_store(store)
    register = Register(engine)
    kept = {event.seq for state in register.list() for event in register.events(state.id)}
    engine.dispose()
    return Survived(kills, len(said), len(said - kept), len(kept - said), _sound(store))


def _sound(store: Path) -> bool:
    connection = sqlite3.connect(store)
    found = connection.execute("PRAGMA integrity_check").fetchone()
    connection.close()
    return bool(found == ("ok",))
