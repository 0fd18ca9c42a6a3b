"""The embedded workspace: `escalation.ports.Workspace` over the store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Table, func, select

from escalation.evidence import Coverage
from escalation.mentions import named_in
from escalation.ports import AccountMatch, AccountMention, Hit
from escalation.records import Account, Article, Message, Record, Ticket, TrackerItem
from escalation.terms import Category
from tools.store import ranking, schema, search
from tools.store.documents import header, read
from tools.store.names import directory

R = TypeVar("R", bound=Record)

_SEARCHED: tuple[tuple[Category, Table], ...] = (
    ("support_platform", schema.ticket),
    ("crm", schema.account),
    ("chat", schema.message),
    ("project_tracker", schema.item),
    ("knowledge_base", schema.article),
)
_NARROW = 400  # a filter that leaves no more tickets than this is applied before ranking, a wider one after


class StoreWorkspace:
    """Read access to one store. `now` pins the clock; without it the workspace's own pinned clock counts, else the real one."""

    def __init__(self, engine: Engine, *, now: Callable[[], datetime] | datetime | None = None) -> None:
        self._engine = engine
        self._now = now

    def now(self) -> datetime:
        if isinstance(self._now, datetime):
            return self._now
        if self._now is not None:
            return self._now()
        with self._engine.connect() as connection:
            return header(connection).now or datetime.now(UTC)

    def coverage(self) -> tuple[Coverage, ...]:
        with self._engine.connect() as connection:
            return tuple(
                Coverage(category=category, state="searched", source="workspace")
                if connection.execute(select(table.c.id).limit(1)).first()
                else Coverage(category=category, state="not_connected")
                for category, table in _SEARCHED
            )

    def accounts(self, ids: Iterable[str]) -> list[Account]:
        return self._read(schema.account, Account, ids)

    def account_names(self, *, except_ids: Sequence[str] = ()) -> list[str]:
        names, left_out = schema.account_name.c, set(except_ids)
        with self._engine.connect() as connection:
            known = connection.execute(select(schema.account.c.id, schema.account.c.name)).all()
            aliases = connection.execute(select(names.account_id, names.key).where(names.kind == "alias")).all()
        return [name for id_, name in (*map(tuple, known), *map(tuple, aliases)) if id_ not in left_out]

    def segment_size(self, scope: str) -> int:
        account = schema.account
        count = select(func.count()).select_from(account)
        with self._engine.connect() as connection:
            return connection.execute(
                count if scope == "all" else count.where(func.lower(account.c.plan).contains(scope))
            ).scalar_one()

    def tickets(self, ids: Iterable[str]) -> list[Ticket]:
        return self._read(schema.ticket, Ticket, ids)

    def articles(self, ids: Iterable[str]) -> list[Article]:
        return self._read(schema.article, Article, ids)

    def messages(self, ids: Iterable[str]) -> list[Message]:
        return self._read(schema.message, Message, ids)

    def items(self, ids: Iterable[str]) -> list[TrackerItem]:
        return self._read(schema.item, TrackerItem, ids)

    def find_accounts(self, query: str, limit: int = 5) -> list[AccountMatch]:
        with self._engine.connect() as connection:
            if by_id := read(connection, schema.account, Account, [query.strip()]):
                return [AccountMatch(by_id[0], "id", 1.0)]
            found = directory(self._engine, connection).find(query, limit)
            accounts = {one.id: one for one in read(connection, schema.account, Account, [f.account_id for f in found])}
        return [AccountMatch(accounts[f.account_id], f.how, f.score) for f in found if f.account_id in accounts]

    def accounts_named_in(self, text: str) -> list[AccountMention]:
        with self._engine.connect() as connection:
            mentions = named_in(directory(self._engine, connection), text)
            accounts = {
                one.id: one for one in read(connection, schema.account, Account, [m.account_id for m in mentions])
            }
        return [
            AccountMention(accounts[m.account_id], m.start, m.end, text[m.start : m.end])
            for m in mentions
            if m.account_id in accounts
        ]

    def search_tickets(
        self,
        query: str = "",
        *,
        account_ids: Sequence[str] = (),
        status: Sequence[str] = (),
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int = 20,
        offset: int = 0,
    ) -> list[Hit[Ticket]]:
        """Tickets by words, account, status and creation in [since, until); without words open first, then newest."""
        wanted = _conditions(account_ids, status, since, until)
        with self._engine.connect() as connection:
            if not query.strip():
                ids = _newest(connection, wanted, limit, offset)
                return [Hit(ticket, 0.0) for ticket in read(connection, schema.ticket, Ticket, ids)]
            scored = _ranked_tickets(connection, query, wanted)
            hits = _hits(connection, schema.ticket, Ticket, scored[: ranking.depth(limit + offset)])
        return ranking.ordered(hits, self.now())[offset : offset + limit]

    def tickets_linked_to(self, *, tracker: Iterable[str] = (), merged_into: Iterable[str] = ()) -> list[Ticket]:
        link, ticket = schema.ticket_item, schema.ticket
        with self._engine.connect() as connection:
            ids = list(connection.execute(select(link.c.ticket_id).where(link.c.item_id.in_(list(tracker)))).scalars())
            ids += connection.execute(select(ticket.c.id).where(ticket.c.merged_into.in_(list(merged_into)))).scalars()
            return sorted(read(connection, ticket, Ticket, ids), key=lambda one: (one.created_at, one.id))

    def search_articles(self, query: str, *, limit: int = 10) -> list[Hit[Article]]:
        return self._search("article", schema.article, Article, query, limit)

    def search_items(self, query: str, *, limit: int = 10) -> list[Hit[TrackerItem]]:
        return self._search("item", schema.item, TrackerItem, query, limit)

    def search_messages(self, query: str, *, since: datetime | None = None, limit: int = 10) -> list[Hit[Message]]:
        with self._engine.connect() as connection:
            hits = _hits(
                connection, schema.message, Message, search.query(connection, "message", query, search.DEEPEST)
            )
        recent = [hit for hit in hits if since is None or hit.record.at >= since]
        return ranking.ordered(recent, self.now())[:limit]

    def thread(self, message_id: str) -> list[Message]:
        """The whole thread a message stands in, oldest first; empty when the message is unknown."""
        message = schema.message
        with self._engine.connect() as connection:
            root, seen = message_id, {message_id}
            above = select(message.c.thread_of)
            while (parent := connection.execute(above.where(message.c.id == root)).scalar()) and parent not in seen:
                seen.add(parent)
                root = parent
            ids, fresh = {root}, {root}
            while fresh:
                below = connection.execute(select(message.c.id).where(message.c.thread_of.in_(fresh))).scalars()
                fresh = set(below) - ids
                ids |= fresh
            return sorted(read(connection, message, Message, ids), key=lambda one: (one.at, one.id))

    def items_linked_to(self, ticket_ids: Iterable[str]) -> list[TrackerItem]:
        link = schema.ticket_item
        with self._engine.connect() as connection:
            ids = connection.execute(select(link.c.item_id).where(link.c.ticket_id.in_(list(ticket_ids)))).scalars()
            return read(connection, schema.item, TrackerItem, sorted(set(ids)))

    def term_frequencies(self, tokens: Iterable[str]) -> dict[str, int]:
        with self._engine.connect() as connection:
            return search.term_frequencies(connection, tokens)

    def ticket_count(self) -> int:
        with self._engine.connect() as connection:
            return connection.execute(select(func.count()).select_from(schema.ticket)).scalar_one()

    def _read(self, table: Table, model: type[R], ids: Iterable[str]) -> list[R]:
        with self._engine.connect() as connection:
            return read(connection, table, model, ids)

    def _search(self, kind: str, table: Table, model: type[R], query: str, limit: int) -> list[Hit[R]]:
        with self._engine.connect() as connection:
            hits = _hits(connection, table, model, search.query(connection, kind, query, ranking.depth(limit)))
        return ranking.ordered(hits, self.now())[:limit]


def _hits(connection: Connection, table: Table, model: type[R], scored: list[tuple[str, float]]) -> list[Hit[R]]:
    records = {str(vars(record)["id"]): record for record in read(connection, table, model, [id_ for id_, _ in scored])}
    return [Hit(records[id_], score) for id_, score in scored if id_ in records]


def _conditions(
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


def _newest(connection: Connection, wanted: list[Any], limit: int, offset: int) -> list[str]:
    ticket = schema.ticket.c
    newest = select(ticket.id).where(*wanted).order_by(ranking.closed(), ticket.created_at.desc(), ticket.id)
    return list(connection.execute(newest.limit(limit).offset(offset)).scalars())


def _ranked_tickets(connection: Connection, query: str, wanted: list[Any]) -> list[tuple[str, float]]:
    if not wanted:
        return search.query(connection, "ticket", query, search.DEEPEST)
    ticket = schema.ticket.c
    few = list(connection.execute(select(ticket.id).where(*wanted).limit(_NARROW + 1)).scalars())
    if len(few) <= _NARROW:
        return search.among(connection, "ticket", query, few)
    scored = search.query(connection, "ticket", query, search.DEEPEST)
    allowed = set(
        connection.execute(select(ticket.id).where(*wanted, ticket.id.in_([id_ for id_, _ in scored]))).scalars()
    )
    return [(id_, score) for id_, score in scored if id_ in allowed]
