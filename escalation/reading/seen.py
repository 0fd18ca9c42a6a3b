"""A text as its reader sees it, once with its capitals and once without, with the way back to the original's offsets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from escalation.claims.fold import fold, lower
from escalation.reading.uncovered import uncover


@dataclass(frozen=True)
class Seen:
    """`cased` is half width, Simplified, without invisible characters; `small` the same in lower case, equally long."""

    text: str

    @cached_property
    def _back(self) -> tuple[int, ...] | None:
        return uncover(self.text).back

    @cached_property
    def cased(self) -> str:
        plain = fold(self.text)
        return plain if self._back is None else "".join(plain[at] for at in self._back)

    @cached_property
    def small(self) -> str:
        return lower(self.cased)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `[start, end)` of `cased` stands in the original."""
        return (start, end) if self._back is None else (self._back[start], self._back[end - 1] + 1)
