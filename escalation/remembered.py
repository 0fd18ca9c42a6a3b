"""What was once worked out of a record, remembered for as long as somebody holds that very record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar
from weakref import ref

from escalation.records import Record

R = TypeVar("R", bound=Record)
V = TypeVar("V")


class OfRecord(Generic[R, V]):
    """A function of a record alone, asked again and again for the same ones.

    Records are known by identity: to hash or compare one would cost more than most of what is worked out of it.
    """

    def __init__(self, work: Callable[[R], V]) -> None:
        self._work = work
        self._known: dict[int, tuple[ref[R], V]] = {}

    def __call__(self, record: R) -> V:
        key = id(record)
        known = self._known.get(key)
        if known is not None and known[0]() is record:
            return known[1]
        value = self._work(record)
        # Forgotten at the moment the record goes, so that no other one is taken for it.
        self._known[key] = ref(record, lambda _: self._known.pop(key, None)), value
        return value

    def __len__(self) -> int:
        """Of how many records it is remembered: of no more than there are."""
        return len(self._known)
