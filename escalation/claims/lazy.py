"""Patterns compiled when first used: this package has dozens, and importing it must stay cheap."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property


class Lazy:
    """A regular expression with the part of `re.Pattern` that this package uses."""

    def __init__(self, source: str, flags: int | re.RegexFlag = 0) -> None:
        self.pattern = source
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def finditer(self, text: str, *span: int) -> Iterator[re.Match[str]]:
        return self.compiled.finditer(text, *span)

    def search(self, text: str, *span: int) -> re.Match[str] | None:
        return self.compiled.search(text, *span)

    def match(self, text: str, *span: int) -> re.Match[str] | None:
        return self.compiled.match(text, *span)

    def fullmatch(self, text: str, *span: int) -> re.Match[str] | None:
        return self.compiled.fullmatch(text, *span)

    def sub(self, new: str, text: str) -> str:
        return self.compiled.sub(new, text)

    def each(self, new: Callable[[re.Match[str]], str], text: str) -> str:
        """The text with every match replaced by what `new` makes of it."""
        return self.compiled.sub(new, text)

    def split(self, text: str) -> list[str]:
        return [part or "" for part in self.compiled.split(text)]

    def around(self, text: str, start: int, end: int, first: int = 0, last: int | None = None) -> tuple[int, int]:
        """Of `text[first:last]` the part between the last match before `start` and the first one behind `end`."""
        stop = len(text) if last is None else last
        cuts = [match.end() for match in self.compiled.finditer(text, first, start)]
        behind = self.compiled.search(text, end, stop)
        return cuts[-1] if cuts else first, behind.start() if behind else stop

    def words(self, text: str) -> list[str]:
        """Every match as a whole."""
        return [match[0] for match in self.compiled.finditer(text)]
