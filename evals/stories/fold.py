"""Folding lines for a terminal: Chinese letters take two columns and break anywhere, words of other scripts at blanks."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import east_asian_width

WIDE = 110
_NEVER_FIRST = "，。；：、！？）」』》”’,.;:!?)]"


def block(text: str, lead: str, wide: int = WIDE) -> list[str]:
    """Every line of the text, each part of it led in."""
    lines = [part for line in text.splitlines() or [""] for part in folded(line, wide - width(lead))]
    return [(lead + line).rstrip() for line in lines]


def folded(line: str, wide: int) -> Iterator[str]:
    """The line in parts of at most `wide` columns, but for a sign that may not begin one."""
    start, used, may = 0, 0, 0
    for here, letter in enumerate(line):
        if used + width(letter) > wide and letter not in _NEVER_FIRST and letter != " ":
            cut = may if may > start else here
            yield line[start:cut].rstrip()
            start = cut
            used = width(line[start:here])
        used += width(letter)
        if letter == " " or (width(letter) == 2 and line[here + 1 : here + 2] not in tuple(_NEVER_FIRST)):
            may = here + 1
    yield line[start:].rstrip()


def width(text: str) -> int:
    """Columns that a text takes."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
