"""The small questions that the workspace asks of the store's tables, each one statement or a few; portable SQL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    bindparam,
    func,
    literal,
    select,
    union_all,
)

from escalation.evidence import Coverage
from escalation.terms import Category
from tools.store import ranking, schema
from tools.store.documents import among, parts
from tools.store.memory import Lru, Reading, Standing

_SEARCHED: tuple[tuple[Category, Table], ...] = (
    ("support_platform", schema.ticket),
    ("crm", schema.account),
    ("chat", schema.message),
    ("project_tracker", schema.item),
    ("knowledge_base", schema.article),
)

# Built once: putting a statement together costs more than running it.
_message, _ticket = schema.message.c, schema.ticket.c
_ALL_SENT = select(_message.id, _message.at, literal(1))  # a message is nothing that is open
_SENT = _ALL_SENT.where(_message.id.in_(among("ids")))
_ALL_STANDING = select(_ticket.id, _ticket.created_at, ranking.closed())
_STANDING = _ALL_STANDING.where(_ticket.id.in_(among("ids")))

_Standings = Select[str, Any, int]

FEW = 2_000
"""Records of a kind up to which it is kept of all of them since when they are there: in 200 bytes each."""


_OURS = select(schema.outbox.c.receipt).where(schema.outbox.c.receipt.is_not(None))


def coverage(connection: Connection) -> tuple[Coverage, ...]:
    """Connected is what holds a record; those that our own acts became make no chat of a workspace that has none."""
    return tuple(
        Coverage(category=category, state="searched", source="workspace")
        if connection.execute(select(table.c.id).where(table.c.id.not_in(_OURS)).limit(1)).first()
        else Coverage(category=category, state="not_connected")
        for category, table in _SEARCHED
    )


def account_names(connection: Connection) -> list[tuple[str, str]]:
    names = schema.account_name.c
    known = connection.execute(select(schema.account.c.id, schema.account.c.name)).all()
    aliases = connection.execute(select(names.account_id, names.key).where(names.kind == "alias")).all()
    return [(id_, name) for id_, name in (*known, *aliases)]


def segment_size(connection: Connection, scope: str) -> int:
    account = schema.account
    of_plan = func.lower(account.c.plan).contains(scope)
    return count(connection, account) if scope == "all" else count(connection, account, of_plan)


def count(connection: Connection, table: Table, *wanted: Any) -> int:
    return connection.execute(select(func.count()).select_from(table).where(*wanted)).scalar_one()


_WHEN = ("created_at", "at")
"""Columns that say since when a record is there."""


@dataclass(frozen=True)
class Wanted:
    """Which tickets: of these accounts, in one of these states, created in [since, until)."""

    account_ids: Sequence[str] = ()
    status: Sequence[str] = ()
    since: datetime | None = None
    until: datetime | None = None

    def __bool__(self) -> bool:
        return any(self._shape)

    @property
    def _shape(self) -> tuple[bool, bool, bool, bool]:
        return bool(self.account_ids), bool(self.status), self.since is not None, self.until is not None

    @property
    def clauses(self) -> tuple[ColumnElement[bool], ...]:
        """SQL, built once for each shape; `values` go with it."""
        return _clauses(self._shape)

    @property
    def newest(self) -> Select[str]:
        """SQL: the ids, open tickets before closed, the newest first; `most` of them."""
        return _newest(self._shape)

    @property
    def values(self) -> dict[str, Any]:
        return {
            "account_ids": list(self.account_ids),
            "status": [one.lower() for one in self.status],
            "since": self.since,
            "until": self.until,
        }


@cache
def _clauses(shape: tuple[bool, bool, bool, bool]) -> tuple[ColumnElement[bool], ...]:
    at = _ticket.created_at
    every: tuple[ColumnElement[bool], ...] = (
        _ticket.account_id.in_(among("account_ids")),
        func.lower(_ticket.status).in_(among("status")),
        at >= bindparam("since", type_=at.type),
        at < bindparam("until", type_=at.type),
    )
    return tuple(clause for clause, asked in zip(every, shape, strict=True) if asked)


@cache
def _newest(shape: tuple[bool, bool, bool, bool]) -> Select[str]:
    # The open ones apart: a database that reads the newest in order of their days can stop at the last one asked for.
    both = [
        select(_ticket.id, _ticket.created_at, literal(closed).label("closed"))
        .where(*_clauses(shape), ranking.closed() == closed)
        .order_by(_ticket.created_at.desc(), _ticket.id)
        .limit(bindparam("most"))
        .subquery()
        for closed in (0, 1)
    ]
    found = union_all(*(select(one) for one in both)).subquery().c
    return select(found.id).order_by(found.closed, found.created_at.desc(), found.id).limit(bindparam("most"))


def newest(connection: Connection, wanted: Wanted, limit: int, offset: int) -> list[str]:
    """Ids of tickets, open ones first, then the newest."""
    found = connection.execute(wanted.newest, {**wanted.values, "most": offset + limit}).scalars().all()
    return list(found[offset:])


def latest(connection: Connection, table: Table, limit: int) -> list[str]:
    """Ids of the newest records, of a kind without a time by their ids."""
    columns = table.c
    order = columns[at] if (at := next((name for name in _WHEN if name in columns), None)) else columns.id
    return list(connection.execute(select(columns.id).order_by(order.desc()).limit(limit)).scalars())


def few(connection: Connection, wanted: Wanted, most: int) -> list[str]:
    """Ids of at most so many of them, in any order."""
    return list(connection.execute(select(_ticket.id).where(*wanted.clauses).limit(most), wanted.values).scalars())


def sent(at: Reading, ids: list[str]) -> Mapping[str, Standing]:
    """When each of the messages was sent, and of others perhaps; none of them is open."""
    if every := at.memory.recall(("sent",), lambda: _every(at, schema.message, _ALL_SENT)):
        return every
    return _standing(at, _SENT, ids, at.memory.sent)


def standing(at: Reading, ids: list[str], wanted: Wanted) -> Mapping[str, Standing]:
    """Of those of the tickets that a filter leaves: when each was created, and whether it is open; without a filter, of others
    perhaps too."""
    if wanted:
        return _standing(at, _STANDING.where(*wanted.clauses), ids, None, wanted.values)
    if every := at.memory.recall(("standing",), lambda: _every(at, schema.ticket, _ALL_STANDING)):
        return every
    return _standing(at, _STANDING, ids, at.memory.standings)


def _every(at: Reading, table: Table, statement: _Standings) -> dict[str, Standing]:
    """All of a kind that has few; none of one with many."""
    if at.memory.recall(("count", table.name), lambda: count(at.connection, table)) > FEW:
        return {}
    return {id_: (since, not closed) for id_, since, closed in at.connection.execute(statement).all()}


def _standing(
    at: Reading,
    statement: _Standings,
    ids: list[str],
    known: Lru[str, Standing] | None,
    values: Mapping[str, Any] = {},
) -> dict[str, Standing]:
    found = known.some(ids) if known else {}
    for part in parts([id_ for id_ in ids if id_ not in found]):
        rows = at.connection.execute(statement, {**values, "ids": part}).all()
        found.update((id_, (since, not closed)) for id_, since, closed in rows)
    if known:
        known.put_all(found)
    return found
