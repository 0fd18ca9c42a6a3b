"""What a process remembers of a store between calls, so that one question does not read the same records twice.

It is good for one generation of the records: every import that changes anything renews the generation, in the same
transaction, so a reader of any process sees either the old records with the old generation or the new ones with the new.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from sys import intern
from threading import Lock
from typing import Any, Generic, TypeVar, cast
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, bindparam, select

from escalation.records import Record
from tools.store import schema
from tools.store.postings import Postings

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
T = TypeVar("T")

_OFTEN = 4
"""Questions from which it is cheaper to have counted all tokens of a row than to look for those that are asked."""

_KEY = "generation"
_CURRENT = select(schema.meta.c.value).where(schema.meta.c.key == bindparam("key"))


class Lru(Generic[K, V]):
    """A bounded map of what was used last: at least so many, at most twice as many; safe between threads.

    In two halves, of which the older one is dropped when the younger is full: to note each use in one order takes as long as
    much of what is looked up here takes to work out.
    """

    def __init__(self, least: int) -> None:
        self._least = least
        self._young: dict[K, V] = {}
        self._old: dict[K, V] = {}
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._young.keys() | self._old.keys())

    def get(self, key: K) -> V | None:
        value = self._young.get(key)
        if value is None and (value := self._old.get(key)) is not None:
            self.put(key, value)
        return value

    def some(self, keys: Iterable[K]) -> dict[K, V]:
        """Those of the keys that are held, with what is held."""
        wanted, young, old = list(keys), self._young, self._old
        found = {key: value for key in wanted if (value := young.get(key)) is not None}
        if len(found) < len(wanted) and old:
            older = {key: old[key] for key in wanted if key not in found and key in old}
            self.put_all(older)
            found |= older
        return found

    def put(self, key: K, value: V) -> None:
        self.put_all({key: value})

    def put_all(self, items: Mapping[K, V]) -> None:
        with self._lock:
            for key, value in items.items():
                if len(self._young) >= self._least and key not in self._young:
                    self._old, self._young = self._young, {}
                self._young[key] = value


class Row:
    """A record in the index: its id, how many tokens it holds, and how often each, which is asked of it again and again."""

    __slots__ = ("_asked", "_held", "_text", "id", "length", "row")

    def __init__(self, row: int, id_: str, length: int, text: str) -> None:
        self.row, self.id, self.length = row, id_, length
        self._text, self._asked = text, 0
        self._held: dict[str, int] | None = None

    def counts(self, asked: frozenset[str]) -> dict[str, int]:
        """How often each of the tokens stands there, without those that do not; others may be counted with them."""
        held = self._held
        if held is None:
            self._asked += 1
            tokens = self._text.split(" ")
            if self._asked < _OFTEN:
                return Counter(filter(asked.__contains__, tokens))
            held = self.held
        return held

    def holds(self, tokens: Iterable[str]) -> bool:
        """Whether all of the tokens stand there."""
        known = set(self._text.split(" ")) if self._held is None else self._held
        return all(map(known.__contains__, tokens))

    @property
    def held(self) -> dict[str, int]:
        """How often each of its tokens stands there: counted now, for a row of which it is known that it is asked for often."""
        if self._held is None:
            # One copy of each token, however many rows hold it.
            self._held = {intern(token): count for token, count in Counter(self._text.split(" ")).items()}
            self._text = ""
        return self._held


class Counts:
    """What was asked of the index: how many records hold a token, a map for each kind that is begun anew when it grows too
    long; and the rows that were read last, by their numbers.
    """

    def __init__(self, size: int = 20_000, rows: int = 500) -> None:
        self._size = size
        self._kinds: dict[str, dict[str, int]] = {}
        self.postings: dict[str, Postings | None] = {}
        """The whole index of a kind that has few records; None for one that has many."""
        self.rows: Lru[int, Row] = Lru(rows)

    def of(self, kind: str) -> dict[str, int]:
        known = self._kinds.get(kind)
        if known is None or len(known) > self._size:
            known = self._kinds[kind] = {}
        return known


Standing = tuple[datetime | None, bool]
"""Since when a record is there, and whether it is open."""


@dataclass
class Memory:
    """Records by (table, id), what was asked of the index, how tickets and messages stand by id, and answers to small
    questions by what was asked.
    """

    records: Lru[tuple[str, str], Record] = field(default_factory=lambda: Lru(1_000))
    standings: Lru[str, Standing] = field(default_factory=lambda: Lru(10_000))
    sent: Lru[str, Standing] = field(default_factory=lambda: Lru(2_500))
    counts: Counts = field(default_factory=Counts)
    answers: Lru[tuple[Hashable, ...], Any] = field(default_factory=lambda: Lru(300))

    def recall(self, asked: tuple[Hashable, ...], find: Callable[[], T]) -> T:
        """The remembered answer (of any type but None), else what `find` says now."""
        known = self.answers.get(asked)
        if known is None:
            known = find()
            self.answers.put(asked, known)
        return cast("T", known)


@dataclass(frozen=True)
class Reading:
    """One connection in one transaction, and what is remembered of the records it sees."""

    connection: Connection
    memory: Memory


_lock = Lock()
_remembered: WeakKeyDictionary[Engine, tuple[str, Memory]] = WeakKeyDictionary()


def reading(engine: Engine, connection: Connection) -> Reading:
    """A reading with the memory of the generation that the connection sees; nothing is kept of a store without one."""
    current = generation(connection)
    if current is None:
        return Reading(connection, Memory())
    with _lock:
        known = _remembered.get(engine)
        if known is None or known[0] != current:
            known = _remembered[engine] = (current, Memory())
    return Reading(connection, known[1])


def generation(connection: Connection) -> str | None:
    """The generation that a connection sees; None for a store into which nothing was imported."""
    return connection.execute(_CURRENT, {"key": _KEY}).scalar()


def renew(connection: Connection) -> None:
    """Begin a new generation: to be called in each transaction that changes records."""
    meta = schema.meta
    before = generation(connection)
    if before is None:
        connection.execute(meta.insert().values(key=_KEY, value="1"))
    else:
        connection.execute(meta.update().where(meta.c.key == _KEY).values(value=str(int(before) + 1)))
