"""What an export says of its customers, into the store as it says it; which customers they are is settled afterwards."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, cast

from sqlalchemy import Connection, bindparam, delete, select, update

from escalation.records import Account
from tools.importing.accounts.marks import marks_of
from tools.importing.prepared import Prepared
from tools.importing.rows import MADE_UP
from tools.store import schema
from tools.store.documents import parts

_records, _marks = schema.account_record, schema.account_mark
_Key = tuple[str, str]
_UPDATE = (
    update(_records)
    .where(_records.c.id == bindparam("_id"), _records.c.source == bindparam("_source"))
    .values(rank=bindparam("rank"), document=bindparam("document"), account_id=None)
)
UNKNOWN = ""
"""The source of accounts that were there before exports were told apart: the next export that knows the id replaces it."""


def put(connection: Connection, batch: Iterable[Prepared]) -> tuple[int, int]:
    """How many customers are new, and of how many something changed; `account_id` of both is to be worked out."""
    wanted = list(batch)
    stored = _stored(connection, [one.id for one in wanted])
    known = {id_ for id_, _ in stored}
    new = [one for one in wanted if (one.id, one.source) not in stored]
    changed = [one for one in wanted if (held := stored.get((one.id, one.source))) and _replaces(one, *held)]
    replaced = [one.id for one in new if one.rank < MADE_UP and (one.id, UNKNOWN) in stored]
    forget(connection, replaced, UNKNOWN)
    if new:
        connection.execute(_records.insert(), [_row(one) for one in new])
    if changed:
        connection.execute(
            _UPDATE,
            [{"_id": one.id, "_source": one.source, "rank": one.rank, "document": one.document} for one in changed],
        )
    mark(connection, [*new, *changed])
    more = {one.id for one in changed} | {one.id for one in new if one.id in known and one.rank < MADE_UP}
    return len({one.id for one in new} - known), len(more)


def _row(one: Prepared) -> dict[str, Any]:
    return {"id": one.id, "source": one.source, "rank": one.rank, "account_id": None, "document": one.document}


def _replaces(one: Prepared, rank: int, document: str) -> bool:
    """The customer's own record replaces one made up from a ticket; of two of these, one says as little as the other."""
    if one.document == document:
        return False
    if one.rank != rank:
        return one.rank < rank
    return one.rank < MADE_UP or _worth(one.document) < _worth(document)


def _worth(document: str) -> tuple[bool, bool, str]:
    """An order that does not depend on which file came first; one with a name and a domain comes before others."""
    account = Account.model_validate_json(document)
    return account.name == account.domain, account.domain is None, document


def _stored(connection: Connection, ids: Sequence[str]) -> dict[_Key, tuple[int, str]]:
    found = connection.execute(
        select(_records.c.id, _records.c.source, _records.c.rank, _records.c.document).where(_records.c.id.in_(ids))
    )
    return {(row.id, row.source): (row.rank, row.document) for row in found}


def mark(connection: Connection, written: Sequence[Prepared]) -> None:
    """Their marks as they are now."""
    if not written:
        return
    ids = [one.id for one in written]
    ours = {(one.id, one.source) for one in written}
    held = connection.execute(select(_marks.c.id, _marks.c.source).distinct().where(_marks.c.id.in_(ids)))
    for id_, source in [(row.id, row.source) for row in held if (row.id, row.source) in ours]:
        connection.execute(delete(_marks).where(_marks.c.id == id_, _marks.c.source == source))
    _insert(connection, [(cast("Account", one.record), one.source, one.rank) for one in written])


def _insert(connection: Connection, some: Iterable[tuple[Account, str, int]]) -> None:
    rows = [
        {"kind": kind, "key": key, "source": source, "id": account.id}
        for account, source, rank in some
        for kind, key in marks_of(account, rank)
    ]
    if rows:
        connection.execute(_marks.insert(), rows)


def mark_again(connection: Connection) -> None:
    """All marks anew, where other code made them."""
    connection.execute(delete(_marks))
    for part in parts(sorted(ids(connection))):
        rows = connection.execute(select(_records).where(_records.c.id.in_(part))).all()
        accounts = ((row, Account.model_validate_json(row.document)) for row in rows)
        _insert(connection, [(account, row.source, row.rank) for row, account in accounts])


def ids(connection: Connection) -> set[str]:
    """What the exports call their customers."""
    return set(connection.execute(select(_records.c.id)).scalars())


def remove(connection: Connection, gone: Sequence[str]) -> set[str]:
    """Take these ids out, whatever export gave them; what is left of their customers is to be worked out again."""
    held = connection.execute(select(_records.c.id, _records.c.account_id).where(_records.c.id.in_(gone))).all()
    customers = {row.account_id for row in held if row.account_id}
    connection.execute(update(_records).where(_records.c.account_id.in_(customers)).values(account_id=None))
    forget(connection, gone)
    return {row.id for row in held}


def forget(connection: Connection, ids: Collection[str], source: str | None = None) -> None:
    """Take out what the exports, or one of them, say of these ids."""
    if not ids:
        return
    for table in (_records, _marks):
        of_one = [] if source is None else [table.c.source == source]
        connection.execute(delete(table).where(table.c.id.in_(list(ids)), *of_one))
