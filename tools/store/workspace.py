"""The embedded workspace: `escalation.ports.Workspace` over the store."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TypeVar

from sqlalchemy import Engine, Table

from escalation.evidence import Coverage
from escalation.mentions import named_in
from escalation.ports import AccountMatch, AccountMention, Hit
from escalation.records import Account, Article, Message, Record, Ticket, TrackerItem
from tools.store import asking, ranking, schema, search, ties, wide
from tools.store.documents import header, passing, read
from tools.store.memory import Reading, generation, reading
from tools.store.names import directory
from tools.store.other_ids import every_id

R = TypeVar("R", bound=Record)

_NARROW = 200  # a filter that leaves no more tickets than this is applied before ranking, a wider one after
_EACH = 10  # messages read for one id that they may name
_REMEMBERED = (
    900  # characters up to which a query's answer is kept: a report's own; longer ones are pasted, hardly asked twice
)

_TABLES: dict[type[Record], Table] = {
    Ticket: schema.ticket,
    Article: schema.article,
    Message: schema.message,
    TrackerItem: schema.item,
}


class StoreWorkspace:
    """Read access to one store. `now` pins the clock; without it the workspace's own pinned clock counts, else the real one.

    Each call reads the store as it is then; calls that belong together go to one `snapshot`.
    """

    def __init__(
        self, engine: Engine, *, now: Callable[[], datetime] | datetime | None = None, at: Reading | None = None
    ) -> None:
        self._engine = engine
        self._now = now
        self._at = at

    @contextmanager
    def snapshot(self) -> Generator[StoreWorkspace]:
        """The workspace as it is at this moment, over one connection; for the thread that opened it."""
        with self._reading() as at:
            yield StoreWorkspace(self._engine, now=self._now or header(at).now, at=at)

    @contextmanager
    def _reading(self) -> Generator[Reading]:
        if self._at is not None:
            yield self._at
            return
        with self._engine.connect() as connection:
            yield reading(self._engine, connection)

    def now(self) -> datetime:
        if isinstance(self._now, datetime):
            return self._now
        if self._now is not None:
            return self._now()
        with self._reading() as at:
            return header(at).now or datetime.now(UTC)

    def generation(self) -> str:
        with self._reading() as at:
            return generation(at.connection) or ""

    def coverage(self) -> tuple[Coverage, ...]:
        with self._reading() as at:
            return at.memory.recall(("coverage",), lambda: asking.coverage(at.connection))

    def accounts(self, ids: Iterable[str]) -> list[Account]:
        return self._read(schema.account, Account, ids)

    def account_names(self, *, except_ids: Sequence[str] = ()) -> list[str]:
        left_out = set(except_ids)
        with self._reading() as at:
            named = at.memory.recall(("account_names",), lambda: asking.account_names(at.connection))
        return [name for id_, name in named if id_ not in left_out]

    def segment_size(self, scope: str) -> int:
        with self._reading() as at:
            return at.memory.recall(("segment", scope), lambda: asking.segment_size(at.connection, scope))

    def tickets(self, ids: Iterable[str]) -> list[Ticket]:
        return self._read(schema.ticket, Ticket, ids)

    def articles(self, ids: Iterable[str]) -> list[Article]:
        return self._read(schema.article, Article, ids)

    def messages(self, ids: Iterable[str]) -> list[Message]:
        return self._read(schema.message, Message, ids)

    def items(self, ids: Iterable[str]) -> list[TrackerItem]:
        return self._read(schema.item, TrackerItem, ids)

    def find_accounts(self, query: str, limit: int = 5) -> list[AccountMatch]:
        with self._reading() as at:
            if by_id := read(at, schema.account, Account, [query.strip()]):
                return [AccountMatch(by_id[0], "id", 1.0)]
            found = directory(at).find(query, limit)
            accounts = {one.id: one for one in read(at, schema.account, Account, [f.account_id for f in found])}
        return [AccountMatch(accounts[f.account_id], f.how, f.score) for f in found if f.account_id in accounts]

    def accounts_named_in(self, text: str, *, near: bool = True) -> list[AccountMention]:
        """Accounts named in a text; `near` also those whose name is spelt with a wrong letter."""
        with self._reading() as at:
            mentions = named_in(directory(at), text, near=near)
            accounts = {one.id: one for one in read(at, schema.account, Account, [m.account_id for m in mentions])}
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
        near: bool = False,
    ) -> list[Hit[Ticket]]:
        """Tickets by words, account, status and creation in [since, until); without words open first, then newest.

        `near`: also by words that mean nearly the same, in whichever language.
        """
        with self._reading() as at:
            wanted = asking.Wanted(tuple(every_id(at, account_ids)), tuple(status), since, until)
            if not query.strip():
                ids = at.memory.recall(
                    ("newest", wanted, limit, offset), lambda: asking.newest(at.connection, wanted, limit, offset)
                )
                return [Hit(ticket, 0.0) for ticket in read(at, schema.ticket, Ticket, ids)]
            deep = search.DEEPEST if near else ranking.depth(limit + offset)
            scored = _ranked_tickets(at, query, wanted, deep, near=near)
            standing = asking.standing(at, [id_ for id_, _ in scored], wanted)
            best = ranking.boosted(scored, standing, self.now(), offset + limit, by_hand=near)
            return _hits(at, schema.ticket, Ticket, best[offset:])

    def latest(self, model: type[R], limit: int) -> Iterator[R]:
        """The newest records of a kind, each read for this once and not remembered: to be gone through while nobody waits."""
        table = _TABLES[model]
        with self._reading() as at:
            yield from passing(at, table, model, asking.latest(at.connection, table, limit))

    def tickets_linked_to(self, *, tracker: Iterable[str] = (), merged_into: Iterable[str] = ()) -> list[Ticket]:
        with self._reading() as at:
            ids = ties.linked(at, list(tracker), list(merged_into))
            return sorted(read(at, schema.ticket, Ticket, ids), key=lambda one: (one.created_at, one.id))

    def search_articles(self, query: str, *, limit: int = 10, near: bool = False) -> list[Hit[Article]]:
        return self._search("article", schema.article, Article, query, limit, near=near)

    def search_items(self, query: str, *, limit: int = 10, near: bool = False) -> list[Hit[TrackerItem]]:
        return self._search("item", schema.item, TrackerItem, query, limit, near=near)

    def search_messages(
        self, query: str, *, since: datetime | None = None, limit: int = 10, near: bool = False
    ) -> list[Hit[Message]]:
        with self._reading() as at:
            scored = _found(at, "message", query, search.DEEPEST, near=near)
            sent = asking.sent(at, [id_ for id_, _ in scored])
            if since is not None:
                scored = [
                    (id_, score) for id_, score in scored if (known := sent.get(id_)) and known[0] and known[0] >= since
                ]
            return _hits(at, schema.message, Message, ranking.boosted(scored, sent, self.now(), limit, by_hand=near))

    def messages_naming(self, record_ids: Sequence[str], *, limit: int = 5) -> list[Message]:
        """For each id the newest `limit` messages that hold it letter for letter, in the order of the ids."""
        with self._reading() as at:
            holding = search.holding(at.connection, "message", record_ids, _EACH, at.memory.counts)
            messages = {one.id: one for one in read(at, schema.message, Message, [i for ids in holding for i in ids])}
        named = [
            sorted((m for m in map(messages.get, ids) if m and record_id in m.text), key=lambda m: m.at, reverse=True)
            for record_id, ids in zip(record_ids, holding, strict=True)
        ]
        return list({m.id: m for some in named for m in some[:limit]}.values())

    def thread(self, message_id: str) -> list[Message]:
        """The whole thread a message stands in, oldest first; empty when the message is unknown."""
        return self.threads([message_id])

    def threads(self, message_ids: Iterable[str]) -> list[Message]:
        """The whole threads that messages stand in, oldest first; unknown messages are left out."""
        with self._reading() as at:
            ids = ties.with_threads(at, set(message_ids))
            return sorted(read(at, schema.message, Message, ids), key=lambda one: (one.at, one.id))

    def messages_after(self, message_ids: Iterable[str]) -> list[Message]:
        """For each message that stands in no thread the next two of its channel within `FOLLOWS`, outside of threads."""
        if not (ids := sorted(message_ids)):
            return []
        with self._reading() as at:
            return sorted(read(at, schema.message, Message, ties.after(at, ids)), key=lambda one: (one.at, one.id))

    def items_linked_to(self, ticket_ids: Iterable[str]) -> list[TrackerItem]:
        with self._reading() as at:
            return read(at, schema.item, TrackerItem, ties.items_of(at, list(ticket_ids)))

    def term_frequencies(self, tokens: Iterable[str]) -> Mapping[str, int]:
        with self._reading() as at:
            return search.term_frequencies(at.connection, tokens, known=at.memory.counts)

    def ticket_count(self) -> int:
        with self._reading() as at:
            return at.memory.recall(("tickets",), lambda: asking.count(at.connection, schema.ticket))

    def _read(self, table: Table, model: type[R], ids: Iterable[str]) -> list[R]:
        with self._reading() as at:
            return read(at, table, model, ids)

    def _search(self, kind: str, table: Table, model: type[R], query: str, limit: int, *, near: bool) -> list[Hit[R]]:
        with self._reading() as at:
            hits = _hits(at, table, model, _found(at, kind, query, ranking.depth(limit), near=near))
        return ranking.ordered(hits, self.now())[:limit]


def _found(at: Reading, kind: str, query: str, limit: int, *, near: bool = False) -> list[tuple[str, float]]:
    ask = wide.query if near else search.query
    if len(query) > _REMEMBERED:
        return ask(at.connection, kind, query, limit, at.memory.counts)
    return at.memory.recall(
        (kind, query, limit, near), lambda: ask(at.connection, kind, query, limit, at.memory.counts)
    )


def _hits(at: Reading, table: Table, model: type[R], scored: list[tuple[str, float]]) -> list[Hit[R]]:
    records = {str(vars(record)["id"]): record for record in read(at, table, model, [id_ for id_, _ in scored])}
    return [Hit(records[id_], score) for id_, score in scored if id_ in records]


def _ranked_tickets(
    at: Reading, query: str, wanted: asking.Wanted, deep: int, *, near: bool
) -> list[tuple[str, float]]:
    """Scores of tickets for a query; those that a wide filter leaves out are still among them."""
    if not wanted:
        return _found(at, "ticket", query, deep, near=near)
    few = asking.few(at.connection, wanted, _NARROW + 1)
    if len(few) <= _NARROW:
        ask = wide.among if near else search.among
        return ask(at.connection, "ticket", query, few, at.memory.counts)
    return _found(at, "ticket", query, search.DEEPEST, near=near)
