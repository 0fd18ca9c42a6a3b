"""Who fires which reminder: one row per miss, taken for a while, so that a process that dies leaves it to another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, select

from tools.store.engine import writing
from tools.store.schema import reminder_lease as table

LENGTH = timedelta(minutes=1)
"""Long enough to fire a reminder many times over; a miss of a process that died is fired this much later."""


class Leases:
    """The claims of one process, named `holder`; `clock` is real time, also where the workspace's is pinned."""

    def __init__(self, engine: Engine, holder: str, clock: Callable[[], datetime]) -> None:
        self._engine, self._holder, self._clock = engine, holder, clock

    def take(self, claim: str) -> bool | None:
        """False when it is ours and new, True when ours after another let it lapse (which may have fired it and died),
        None when it is fired or another's."""
        if self._standing(claim) is False:
            return None
        with writing(self._engine) as connection:
            row = connection.execute(select(table).where(table.c.claim == claim).with_for_update()).mappings().first()
            until = self._clock() + LENGTH
            if row is None:
                connection.execute(table.insert().values(claim=claim, holder=self._holder, until=until))
                return False
            if row["fired_at"] is not None or row["until"] > self._clock():
                return None
            connection.execute(table.update().where(table.c.claim == claim).values(holder=self._holder, until=until))
            return True

    def _standing(self, claim: str) -> bool | None:
        """False when there is nothing to take: asked without the write lock, which others need."""
        with self._engine.connect() as connection:
            row = connection.execute(select(table.c.fired_at, table.c.until).where(table.c.claim == claim)).first()
        return None if row is None else row[0] is None and row[1] <= self._clock()

    def settle(self, connection: Connection, claim: str) -> bool:
        """Mark it as fired, in the transaction of whoever fires it; False when it is no longer ours to fire."""
        ours = (table.c.claim == claim, table.c.holder == self._holder, table.c.fired_at.is_(None))
        done = connection.execute(table.update().where(*ours).values(fired_at=self._clock()))
        return done.rowcount == 1
