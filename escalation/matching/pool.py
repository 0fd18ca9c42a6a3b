"""What stands in any of several sets, and what would without one of them: every report is held against all the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain
from typing import Generic, TypeVar

T = TypeVar("T")


class Pool(Generic[T]):
    """Several sets as one. `all` is what stands in any of them."""

    def __init__(self, sets: Iterable[frozenset[T]]) -> None:
        held = Counter(chain.from_iterable(sets))
        self.all = frozenset(held)
        self._once = frozenset(each for each, times in held.items() if times == 1)

    def without(self, one: frozenset[T]) -> frozenset[T]:
        """What stands in the others; `one` is one of them."""
        alone = self._once & one
        return self.all - alone if alone else self.all
