"""Binding: which customer each part of a text speaks of, from the names around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from escalation.claims.names import Key

_SENTENCE = re.compile(r"[。！？!?\n]+|\.(?=\s|$)")
_CLAUSE = re.compile(r"[,;，；、+]|\b(?:and|while|but|whereas)\b|[和与及而但]")
_THEIRS = re.compile(r"\s*(?:its|their|it|they|this customer|the customer|其|该客户|该公司|他们|它)", re.I)
Named = tuple[int, int, Key]


class Binding:
    """Groups of customers by position. A claim speaks of the customers its clause names, else of those named before it."""

    def __init__(self, text: str, named: Sequence[Named], claimed: Sequence[int]) -> None:
        self._starts: list[int] = []
        self._groups: list[frozenset[Key]] = []
        last = frozenset[Key]()
        for start, end in _pieces(text, _SENTENCE, 0, len(text)):
            if not _THEIRS.match(text, start):
                last = frozenset()
            last = self._sentence(text, (start, end), last, named, claimed)

    def at(self, position: int) -> frozenset[Key]:
        """The customers spoken of there; empty when none is named."""
        index = bisect_right(self._starts, position) - 1
        return self._groups[index] if index >= 0 else frozenset()

    def _sentence(
        self, text: str, span: tuple[int, int], last: frozenset[Key], named: Sequence[Named], claimed: Sequence[int]
    ) -> frozenset[Key]:
        pending, group = frozenset[Key](), last
        for start, end in _pieces(text, _CLAUSE, *span):
            inside = [each for each in named if start <= each[0] < end]
            numbers = [each for each in claimed if start <= each < end]
            if inside and not numbers:
                pending |= {each[2] for each in inside}
                self._put(start, pending)
                continue
            if inside:
                group = self._clause(start, inside, numbers, pending)
            else:
                group = pending or group
                self._put(start, group)
            pending = frozenset()
        return pending or group

    def _clause(self, start: int, inside: list[Named], numbers: list[int], pending: frozenset[Key]) -> frozenset[Key]:
        """Names with nothing claimed between them belong together; a claim before the first name speaks of that one."""
        group = pending | {inside[0][2]}
        self._put(start, group)
        for before, each in zip(inside, inside[1:], strict=False):
            between = any(before[0] < number < each[0] for number in numbers)
            group = frozenset({each[2]}) if between else group | {each[2]}
            self._put(each[0] if between else start, group)
        return group

    def _put(self, start: int, group: frozenset[Key]) -> None:
        if self._starts and self._starts[-1] == start:
            self._groups[-1] = group
        else:
            self._starts.append(start)
            self._groups.append(group)


def _pieces(text: str, divider: re.Pattern[str], start: int, end: int) -> list[tuple[int, int]]:
    cuts = [match.end() for match in divider.finditer(text, start, end) if not _inside_number(text, match.start())]
    bounds = [start, *cuts, end]
    return [(first, second) for first, second in zip(bounds, bounds[1:], strict=False) if first < second]


def _inside_number(text: str, position: int) -> bool:
    return (
        text[position] == ","
        and text[position - 1 : position].isdigit()
        and text[position + 1 : position + 2].isdigit()
    )
