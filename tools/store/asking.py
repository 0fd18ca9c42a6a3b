"""The small questions that the workspace asks of the store's tables, each one statement or a few; portable SQL."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, func, select, union

from escalation.evidence import Coverage
from escalation.terms import Category
from tools.store import ranking, schema
from tools.store.documents import among, parts
from tools.store.memory import Reading

_SEARCHED: tuple[tuple[Category, Table], ...] = (
    ("support_platform", schema.ticket),
    ("crm", schema.account),
    ("chat", schema.message),
    ("project_tracker", schema.item),
    ("knowledge_base", schema.article),
)

# Built once: putting a statement together costs more than running it.
_message, _ticket = schema.message.c, schema.ticket.c
_ABOVE = select(_message.thread_of).where(_message.id.in_(among("ids")), _message.thread_of.is_not(None))
_BELOW = select(_message.id).where(_message.thread_of.in_(among("ids")))
_SENT = select(_message.id, _message.at).where(_message.id.in_(among("ids")))
_STANDING = select(_ticket.id, _ticket.created_at, ranking.closed()).where(_ticket.id.in_(among("ids")))
_link = schema.ticket_item.c
_LINKED = union(
    select(_link.ticket_id).where(_link.item_id.in_(among("items"))),
    select(_ticket.id).where(_ticket.merged_into.in_(among("merged_into"))),
)
_ITEMS = select(_link.item_id).where(_link.ticket_id.in_(among("ids")))


def coverage(connection: Connection) -> tuple[Coverage, ...]:
    return tuple(
        Coverage(category=category, state="searched", source="workspace")
        if connection.execute(select(table.c.id).limit(1)).first()
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


def with_threads(connection: Connection, ids: set[str]) -> set[str]:
    """The ids with all that stands above them in their threads, then with all that stands below those."""
    known = set(ids)
    for further in (_ABOVE, _BELOW):
        fresh = set(known)
        while fresh:
            fresh = set(connection.execute(further, {"ids": list(fresh)}).scalars()) - known
            known |= fresh
    return known


def linked(connection: Connection, items: list[str], merged_into: list[str]) -> list[str]:
    """Ids of the tickets on any of the tracker items or merged into any of the tickets."""
    return list(connection.execute(_LINKED, {"items": items, "merged_into": merged_into}).scalars())


def items_of(connection: Connection, tickets: list[str]) -> list[str]:
    """Ids of the tracker items linked to any of the tickets, sorted."""
    return sorted(set(connection.execute(_ITEMS, {"ids": tickets}).scalars()))


def conditions(
    account_ids: Sequence[str], status: Sequence[str], since: datetime | None, until: datetime | None
) -> list[Any]:
    ticket = schema.ticket.c
    conditions: list[Any] = []
    if account_ids:
        conditions.append(ticket.account_id.in_(list(account_ids)))
    if status:
        conditions.append(func.lower(ticket.status).in_([one.lower() for one in status]))
    if since is not None:
        conditions.append(ticket.created_at >= since)
    if until is not None:
        conditions.append(ticket.created_at < until)
    return conditions


def newest(connection: Connection, wanted: list[Any], limit: int, offset: int) -> list[str]:
    ticket = schema.ticket.c
    newest = select(ticket.id).where(*wanted).order_by(ticket.created_at.desc(), ticket.id)
    # The open ones first: a database that reads the newest in order of their days can stop at the last one asked for.
    found: list[str] = []
    for closed in (0, 1):
        left = offset + limit - len(found)
        found += connection.execute(newest.where(ranking.closed() == closed).limit(left)).scalars() if left > 0 else ()
    return found[offset:]


def sent(connection: Connection, ids: list[str]) -> dict[str, tuple[datetime | None, bool]]:
    """When each of the messages was sent; none of them is open."""
    rows = (connection.execute(_SENT, {"ids": part}) for part in parts(ids))
    return {id_: (at, False) for found in rows for id_, at in found}


def standing(at: Reading, ids: list[str], wanted: list[Any]) -> dict[str, tuple[datetime | None, bool]]:
    """Of those of the tickets that a filter leaves: when each was created, and whether it is open."""
    known = at.memory.standings
    found = {} if wanted else known.some(ids)
    standing = _STANDING.where(*wanted) if wanted else _STANDING
    for part in parts([id_ for id_ in ids if id_ not in found]):
        rows = at.connection.execute(standing, {"ids": part})
        found.update((id_, (created_at, not closed)) for id_, created_at, closed in rows)
    known.put_all(found)
    return found
