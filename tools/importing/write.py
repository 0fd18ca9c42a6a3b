"""A batch of prepared records of one kind into its table, its links and the search index."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import islice
from typing import Any, Protocol

from sqlalchemy import Connection, Table, bindparam, delete, select, update

from escalation.records import Ticket, TrackerItem
from tools.importing.accounts import records
from tools.importing.prepared import Prepared
from tools.importing.rows import RowKind
from tools.store import links, memory, schema, search

TABLES: dict[RowKind, Table] = {
    "account": schema.account,
    "ticket": schema.ticket,
    "article": schema.article,
    "message": schema.message,
    "item": schema.item,
}

_AT_ONCE = 500


class Tally(Protocol):
    """The counts that a write adds to."""

    new: int
    changed: int
    unchanged: int
    removed: int


Index = Callable[[Connection, RowKind, Sequence[tuple[str, str]]], None]
"""Takes (id, text) rows into the search index."""


def write(
    connection: Connection, kind: RowKind, batch: Sequence[Prepared], tally: Tally, index: Index = search.index
) -> None:
    """Insert what is new, update what changed, leave the rest; `batch` holds each id once.

    Of accounts it is only what their exports say: `accounts.settling` makes accounts of it.
    """
    if kind == "workspace":
        _header(connection, batch, tally)
        return
    if kind == "account":
        new_ones, changed_ones = records.put(connection, batch)
        tally.new += new_ones
        tally.changed += changed_ones
        tally.unchanged += len({one.id for one in batch}) - new_ones - changed_ones
        return
    table = TABLES[kind]
    stored = _documents(connection, table, [one.id for one in batch])
    new = [one for one in batch if one.id not in stored]
    changed = [one for one in batch if stored.get(one.id, one.document) != one.document]
    if new:
        connection.execute(table.insert(), [one.columns for one in new])
    if changed:
        connection.execute(_update(table), [{"_id": one.id, **one.columns} for one in changed])
    if new or changed:
        memory.renew(connection)
    _follow(connection, kind, [*new, *changed], {one.id: stored[one.id] for one in changed}, index)
    tally.new += len(new)
    tally.changed += len(changed)
    tally.unchanged += len(batch) - len(new) - len(changed)


def remove(connection: Connection, kind: RowKind, ids: Collection[str], tally: Tally) -> None:
    """Take records out of the store, with their names, links and index entries."""
    table = TABLES[kind]
    for part in _parts(ids):
        gone = _documents(connection, table, part)
        if kind == "account":
            gone |= dict.fromkeys(records.remove(connection, part), "")
        connection.execute(delete(table).where(table.c.id.in_(part)))
        links.replace(connection, kind, [], gone)
        if kind != "account":
            search.remove(connection, kind, part)
        tally.removed += len(gone)
    if ids:
        memory.renew(connection)


def ids_of(connection: Connection, kind: RowKind) -> set[str]:
    """Every id of a kind that the store holds."""
    found = set(connection.execute(select(TABLES[kind].c.id)).scalars())
    return found | records.ids(connection) if kind == "account" else found


def _update(table: Table) -> Any:
    return update(table).where(table.c.id == bindparam("_id"))


def _documents(connection: Connection, table: Table, ids: Sequence[str]) -> dict[str, str]:
    rows = connection.execute(select(table.c.id, table.c.document).where(table.c.id.in_(ids)))
    return {row.id: row.document for row in rows}


def _follow(
    connection: Connection, kind: RowKind, written: list[Prepared], before: dict[str, str], index: Index
) -> None:
    if not written:
        return
    links.replace(
        connection, kind, [one.record for one in written if isinstance(one.record, Ticket | TrackerItem)], before
    )
    index(connection, kind, [(one.id, search.text_of(kind, one.record)) for one in written])


def _header(connection: Connection, batch: Sequence[Prepared], tally: Tally) -> None:
    """`workspace.json` is kept whole under the key "workspace"."""
    meta = schema.meta
    for one in batch:
        stored = connection.execute(select(meta.c.value).where(meta.c.key == "workspace")).scalar()
        if stored != one.document:
            memory.renew(connection)
        if stored is None:
            connection.execute(meta.insert().values(key="workspace", value=one.document))
            tally.new += 1
        elif stored == one.document:
            tally.unchanged += 1
        else:
            connection.execute(meta.update().where(meta.c.key == "workspace").values(value=one.document))
            tally.changed += 1


def _parts(ids: Collection[str]) -> Iterator[list[str]]:
    rest = iter(sorted(ids))
    while part := list(islice(rest, _AT_ONCE)):
        yield part
