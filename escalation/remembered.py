"""What was once worked out of a record, remembered for as long as somebody holds that very record; or of a text, kept small."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b
from typing import Any, Generic, TypeVar
from weakref import ref

from escalation.records import Record

R = TypeVar("R", bound=Record)
V = TypeVar("V")
P = TypeVar("P")


class _Held(ref[Record]):
    """A record that others hold, and what was worked out of it: one object for both, since there are a dozen for each record."""

    __slots__ = ("key", "value")
    key: int
    value: Any


class OfRecord(Generic[R, V]):
    """A function of a record alone, asked again and again for the same ones.

    Records are known by identity: to hash or compare one would cost more than most of what is worked out of it.
    """

    def __init__(self, work: Callable[[R], V]) -> None:
        self._work = work
        self._known: dict[int, _Held] = {}
        self._gone = self._forget

    def __call__(self, record: R) -> V:
        key = id(record)
        known = self._known.get(key)
        if known is not None and known() is record:
            remembered: V = known.value
            return remembered
        value = self._work(record)
        held = _Held(record, self._gone)
        held.key, held.value = key, value
        self._known[key] = held
        return value

    def __len__(self) -> int:
        """Of how many records it is remembered: of no more than there are."""
        return len(self._known)

    def _forget(self, held: Any) -> None:
        """At the moment the record goes, so that no other one is taken for it; of this module nothing may be left by then."""
        self._known.pop(held.key, None)


class OfText(Generic[V, P]):
    """A function of a text alone, remembered in a small form of its results for `most` texts, the last ones.

    Texts are known by their digests: neither they nor the records that they stand in need to be kept, and a record that is read
    anew need not be understood anew.
    """

    def __init__(self, work: Callable[[str], V], pack: Callable[[V], P], unpack: Callable[[P], V], most: int) -> None:
        self._work, self._pack, self._unpack, self._most = work, pack, unpack, most
        self._known: dict[bytes, P] = {}

    def __call__(self, text: str) -> V:
        key = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        known = self._known.get(key)
        if known is not None:
            return self._unpack(known)
        value = self._work(text)
        self._known[key] = self._pack(value)
        while len(self._known) > self._most:
            self._known.pop(next(iter(self._known), key), None)
        return value

    def __len__(self) -> int:
        """Of how many texts it is remembered."""
        return len(self._known)
