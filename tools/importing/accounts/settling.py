"""After a file: which records are one customer now, and the accounts that follow from it, in the file's own transaction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection, Select, bindparam, delete, distinct, func, select, update

from escalation.naming import account_keys
from escalation.records import Account
from tools.importing.accounts import records
from tools.importing.accounts.folding import Said, folded
from tools.importing.accounts.grouping import Doubt, Groups, grouped
from tools.importing.accounts.marks import Cluster, Known
from tools.importing.prepared import Prepared, of_account
from tools.importing.rows import MADE_UP
from tools.store import memory, other_ids, schema
from tools.store.documents import parts

_records, _marks, _accounts, _names = (
    schema.account_record,
    schema.account_mark,
    schema.account,
    schema.account_name,
)
_AT_ONCE = 200


@dataclass(frozen=True)
class Settled:
    """The customers known under several ids, what was left in doubt, and how many ids have become another name of one."""

    groups: Groups
    doubts: list[Doubt]
    joined: int


def settle(connection: Connection) -> Settled:
    """Bring the accounts in line with what the exports say."""
    groups, doubts = _grouped(connection)
    joined = _unsettle(connection, groups.joined())
    last = ""
    while ids := _unsettled(connection, last):
        _place(connection, groups, ids)
        last = ids[-1]
    return Settled(groups, doubts, joined)


def take_up(connection: Connection) -> None:
    """To be called before an import: accounts of a store in which what each export said was not kept apart yet."""
    old = select(_accounts.c.document).where(_accounts.c.id.not_in(select(_records.c.id))).order_by(_accounts.c.id)
    while documents := connection.execute(old.limit(_AT_ONCE)).scalars().all():
        batch: list[Prepared] = []
        for document in documents:
            one = of_account(Account.model_validate_json(document), document)
            rank = MADE_UP if "derived_from" in (one.record.model_extra or {}) else 2
            batch.append(Prepared(one.id, one.record, one.columns, document, records.UNKNOWN, rank))
        records.put(connection, batch)


def _grouped(connection: Connection) -> tuple[Groups, list[Doubt]]:
    if (connection.execute(select(func.count(distinct(_records.c.source)))).scalar() or 0) < 2:
        return Groups({}), []
    clusters = list(_clusters(connection))
    aliases = (
        select(_marks.c.id, _records.c.id)
        .join(_records, _records.c.id == _marks.c.key)
        .where(_marks.c.kind == "alias", _marks.c.source != _records.c.source, _marks.c.id != _records.c.id)
    )
    said = [(one, other) for one, other in connection.execute(aliases).all()]
    ids = {id_ for cluster in clusters for id_, _ in cluster.members} | {id_ for pair in said for id_ in pair}
    return grouped(_known(connection, ids), said, clusters)


def _clusters(connection: Connection) -> Iterator[Cluster]:
    """Marks that records of several exports have in common."""
    shared = (
        select(_marks.c.kind, _marks.c.key)
        .where(_marks.c.kind != "alias")
        .group_by(_marks.c.kind, _marks.c.key)
        .having(func.count(distinct(_marks.c.source)) > 1)
        .subquery()
    )
    found = connection.execute(
        select(_marks.c.kind, _marks.c.key, _marks.c.id, _marks.c.source)
        .join(shared, (shared.c.kind == _marks.c.kind) & (shared.c.key == _marks.c.key))
        .order_by(_marks.c.kind, _marks.c.key, _marks.c.id, _marks.c.source)
    )
    for (kind, key), rows in groupby(found, key=lambda row: (row.kind, row.key)):
        members = tuple((row.id, row.source) for row in rows)
        if len({id_ for id_, _ in members}) > 1:
            yield Cluster(kind, key, members)


def _known(connection: Connection, ids: set[str]) -> dict[str, Known]:
    found: dict[str, Known] = {}
    for part in parts(sorted(ids)):
        rows = connection.execute(_said(part))
        for row in rows:
            account = Account.model_validate_json(row.document)
            found.setdefault(row.id, Known(row.id, row.rank, account.name)).add(account, row.source, row.rank)
    return found


def _said(ids: list[str]) -> Select[int, str, str, str]:
    columns = (_records.c.rank, _records.c.id, _records.c.source, _records.c.document)
    return select(*columns).where(_records.c.id.in_(ids)).order_by(_records.c.rank, _records.c.id, _records.c.source)


def _unsettle(connection: Connection, joined: Mapping[str, str]) -> int:
    """Records whose customer is another one than before are to be placed, and those of both customers with them."""
    held = select(_records.c.id, _records.c.account_id).distinct().where(_records.c.account_id != _records.c.id)
    before = {row.id: row.account_id for row in connection.execute(held)}
    now = {id_: first for id_, first in joined.items() if id_ != first}
    moved = {id_ for id_ in before.keys() | now.keys() if before.get(id_) != now.get(id_)}
    if moved:
        other_ids.renew(connection)
    touched = moved | {whole[id_] for whole in (before, now) for id_ in moved if id_ in whole}
    for part in parts(sorted(touched)):
        connection.execute(update(_records).where(_records.c.id.in_(part)).values(account_id=None))
    return len(now.keys() - before.keys())


def _unsettled(connection: Connection, last: str) -> list[str]:
    """The next of them in the order of ids: begun from the first each time, the work would grow with its square."""
    waiting = select(_records.c.id).distinct().where(_records.c.account_id.is_(None), _records.c.id > last)
    return list(connection.execute(waiting.order_by(_records.c.id).limit(_AT_ONCE)).scalars())


def _place(connection: Connection, groups: Groups, ids: list[str]) -> None:
    whole = {first: sorted(groups.of(first)) for first in sorted({groups.first(id_) for id_ in ids})}
    owner = {id_: first for first, members in whole.items() for id_ in members}
    said: dict[str, list[Said]] = {}
    for part in parts(sorted(owner)):
        for row in connection.execute(_said(part)):
            said.setdefault(owner[row.id], []).append(Said(*row))
    _write(connection, [_account(first, told) for first, told in said.items()], owner)
    for first, members in whole.items():
        connection.execute(update(_records).where(_records.c.id.in_(members)).values(account_id=first))


def _account(first: str, said: list[Said]) -> Prepared:
    """What one export says alone stays as it stands there."""
    if len(said) == 1 and said[0].id == first:
        return of_account(Account.model_validate_json(said[0].document), said[0].document)
    return of_account(folded(first, said))


def _write(connection: Connection, batch: list[Prepared], owner: Mapping[str, str]) -> None:
    stored: dict[str, str] = {}
    for part in parts(sorted(owner)):
        rows = connection.execute(select(_accounts.c.id, _accounts.c.document).where(_accounts.c.id.in_(part)))
        stored.update((row.id, row.document) for row in rows)
    new = [one for one in batch if one.id not in stored]
    changed = [one for one in batch if one.id in stored and stored[one.id] != one.document]
    gone = [id_ for id_ in stored if owner[id_] != id_]
    _unnamed(connection, [*gone, *(one.id for one in changed)])
    for part in parts(gone):
        connection.execute(delete(_accounts).where(_accounts.c.id.in_(part)))
    if new:
        connection.execute(_accounts.insert(), [one.columns for one in new])
    if changed:
        by_id = update(_accounts).where(_accounts.c.id == bindparam("_id"))
        connection.execute(by_id, [{"_id": one.id, **one.columns} for one in changed])
    _name(connection, [*new, *changed])
    if new or changed or gone:
        memory.renew(connection)


def _unnamed(connection: Connection, ids: list[str]) -> None:
    for part in parts(ids):
        connection.execute(delete(_names).where(_names.c.account_id.in_(part)))


def _name(connection: Connection, written: list[Prepared]) -> None:
    accounts = [one.record for one in written if isinstance(one.record, Account)]
    rows = [{"account_id": a.id, "key": key, "kind": kind} for a in accounts for key, kind in account_keys(a)]
    if rows:
        connection.execute(_names.insert(), rows)
