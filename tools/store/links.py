"""Links between tickets and tracker items: one table, whichever side names them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from pydantic_core import from_json
from sqlalchemy import Connection, delete, select, tuple_

from escalation.records import Ticket, TrackerItem
from tools.store import schema

Pair = tuple[str, str]
"""(ticket id, item id)."""

_FIELDS = {"ticket": "linked_tracker", "item": "linked_tickets"}
_OTHER = {"ticket": "item", "item": "ticket"}
_AT_ONCE = 500


def replace(
    connection: Connection, kind: str, written: Iterable[Ticket | TrackerItem], before: Mapping[str, str]
) -> None:
    """Make the table agree with the records just written; `before` holds the documents they (or removed ones) had.

    A link that one side no longer names stays while the other side still does.
    """
    if kind not in _FIELDS:
        return
    named = {pair for record in written for pair in _named(record)}
    dropped = {pair for id_, document in before.items() for pair in _pairs(kind, id_, document)} - named
    if dropped:
        dropped -= _still_named(connection, _OTHER[kind], dropped)
        _delete(connection, dropped)
    _insert(connection, named)


def _named(record: Ticket | TrackerItem) -> set[Pair]:
    if isinstance(record, Ticket):
        return {(record.id, item) for item in record.linked_tracker}
    return {(ticket, record.id) for ticket in record.linked_tickets}


def _pairs(kind: str, id_: str, document: str) -> set[Pair]:
    others = cast("list[str]", from_json(document).get(_FIELDS[kind]) or [])
    return {(id_, other) if kind == "ticket" else (other, id_) for other in others}


def _still_named(connection: Connection, other: str, pairs: set[Pair]) -> set[Pair]:
    table = {"ticket": schema.ticket, "item": schema.item}[other]
    ids = sorted({ticket if other == "ticket" else item for ticket, item in pairs})
    found: set[Pair] = set()
    for start in range(0, len(ids), _AT_ONCE):
        rows = connection.execute(
            select(table.c.id, table.c.document).where(table.c.id.in_(ids[start : start + _AT_ONCE]))
        )
        for id_, document in rows:
            found |= _pairs(other, id_, document)
    return found


def _delete(connection: Connection, pairs: set[Pair]) -> None:
    table = schema.ticket_item
    for ticket, item in sorted(pairs):
        connection.execute(delete(table).where(table.c.ticket_id == ticket, table.c.item_id == item))


def _insert(connection: Connection, pairs: set[Pair]) -> None:
    table = schema.ticket_item
    todo = sorted(pairs)
    for start in range(0, len(todo), _AT_ONCE):
        part = todo[start : start + _AT_ONCE]
        key = tuple_(table.c.ticket_id, table.c.item_id)
        known = {(ticket, item) for ticket, item in connection.execute(select(table).where(key.in_(part)))}
        fresh = [{"ticket_id": ticket, "item_id": item} for ticket, item in part if (ticket, item) not in known]
        if fresh:
            connection.execute(table.insert(), fresh)
