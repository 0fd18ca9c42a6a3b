"""One process that carries out every proposal of a store: `python -m evals.acting.worker STORE [die]`.

It says "ready", waits for a line, and prints how many it sent itself. With `die` it says "posted" after its first post, before
anything is on record, and waits to be killed.
"""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from escalation.actions.action import Action, Destination
from escalation.policy import Policy
from tools.acting.carrying import Carrying
from tools.acting.local import local_outlets
from tools.acting.outlet import Outlet, Receipt, Wanted
from tools.acting.sending import Sender
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.schema import event
from tools.store.workspace import StoreWorkspace


@dataclass(frozen=True)
class Dying:
    """Posts, says so, and waits for a death in between."""

    real: Outlet

    def resolve(self, wanted: Wanted) -> Destination:
        return self.real.resolve(wanted)

    def look(self, key: str, action: Action) -> Receipt | None:
        return self.real.look(key, action)

    def post(self, key: str, action: Action, who: str, at: datetime) -> None:
        self.real.post(key, action, who, at)
        _say("posted")
        sys.stdin.readline()


def carrying(store: Path, later: timedelta = timedelta()) -> Carrying:
    """A worker over a store, its real clock `later` than the workspace's pinned one."""
    engine = open_store(store)
    workspace = StoreWorkspace(engine)
    now = workspace.now() + later
    outlets = local_outlets(engine, store.parent / "reminders")
    return Carrying(Sender(engine, Register(engine), workspace, Policy(), outlets, clock=lambda: now))


def proposals(worker: Carrying) -> list[str]:
    """Ids of everything proposed in the store."""
    proposed = select(event.c.seq).where(event.c.what == "action_proposed").order_by(event.c.seq)
    with worker.sender.engine.connect() as connection:
        return [f"ACT-{seq}" for seq in connection.execute(proposed).scalars()]


def main(store: str, *how: str) -> None:
    worker = carrying(Path(store))
    if "die" in how:
        outlets = {kind: Dying(outlet) for kind, outlet in worker.sender.outlets.items()}
        worker = replace(worker, sender=replace(worker.sender, outlets=outlets))
    ids = proposals(worker)
    random.shuffle(ids)
    _say("ready")
    sys.stdin.readline()
    outcomes = [worker.go(worker.proposal(id), "Kim", "told").outcome for id in ids]
    _say(str(outcomes.count("sent")))


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
