"""The outbox on disk: one row per approved action, claimed with a lease, closed with the receipt.

Every function works inside the caller's transaction.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, or_, select, update

from escalation.actions.action import Action, content_hash
from tools.store.schema import outbox as table

APPROVED, SENT, STOPPED = "approved", "sent", "stopped"


@dataclass(frozen=True)
class Row:
    """An approved action and how far it is. `receipt` is the id of the record it became."""

    key: str
    proposal: str
    escalation_id: str
    hash: str
    action: Action
    confirmed_by: str
    state: str
    receipt: str | None = None
    sent_at: datetime | None = None

    @property
    def intact(self) -> bool:
        """Whether it still is what was approved."""
        return content_hash(self.action) == self.hash


def put(connection: Connection, row: Row) -> None:
    """A new row; nobody holds it yet."""
    values: dict[str, Any] = {**vars(row), "action": row.action.model_dump(mode="json", exclude_none=True)}
    connection.execute(table.insert().values(values))


def of(connection: Connection, proposal: str) -> Row | None:
    """The row of a proposal; None when it was not approved yet."""
    found = connection.execute(select(*_COLUMNS).where(table.c.proposal == proposal)).mappings().first()
    return _row(dict(found)) if found else None


def claim(connection: Connection, key: str, worker: str, now: datetime, until: datetime) -> bool:
    """Take the right to send; False while another worker's lease runs, or when nothing is left to send."""
    free = or_(table.c.lease_until.is_(None), table.c.lease_until <= now, table.c.worker == worker)
    taken = update(table).where(table.c.key == key, table.c.state == APPROVED, free)
    return connection.execute(taken.values(worker=worker, lease_until=until)).rowcount == 1


def close(connection: Connection, key: str, state: str, receipt: str | None = None, at: datetime | None = None) -> bool:
    """Sent or stopped; False when somebody else closed it first."""
    open_row = update(table).where(table.c.key == key, table.c.state == APPROVED)
    return connection.execute(open_row.values(state=state, receipt=receipt, sent_at=at)).rowcount == 1


def renumber(connection: Connection, key: str, receipt: str) -> None:
    """The record that it became goes by another id now."""
    connection.execute(update(table).where(table.c.key == key, table.c.state == SENT).values(receipt=receipt))


def left(connection: Connection, now: datetime) -> list[Row]:
    """Approved, not sent, and nobody is at it: what a worker that died left behind."""
    free = or_(table.c.lease_until.is_(None), table.c.lease_until <= now)
    query = select(*_COLUMNS).where(table.c.state == APPROVED, free).order_by(table.c.key)
    return [_row(dict(found)) for found in connection.execute(query).mappings()]


def sent(connection: Connection) -> list[Row]:
    """Everything that was sent from here."""
    return [
        _row(dict(found)) for found in connection.execute(select(*_COLUMNS).where(table.c.state == SENT)).mappings()
    ]


_COLUMNS = tuple(table.c[name] for name in Row.__dataclass_fields__)


def _row(found: dict[str, Any]) -> Row:
    found["action"] = Action.model_validate(found["action"])
    return Row(**found)
