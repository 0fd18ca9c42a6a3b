"""Finding by words: patterns over the folded text, and the clause and sentence that a match stands in."""

from __future__ import annotations

from collections.abc import Iterator

from escalation.audience.found import Hit, LeakKind
from escalation.claims.lazy import Lazy
from escalation.reading.seen import Seen

_END = Lazy(r"[.!?](?=\s|$)|[。！？；;\n!?]")
_CLAUSE_END = Lazy(r"[,，:;；。！？!?\n]|\.(?=\s|$)")
_UNSEEN = Lazy(
    r"\b(?:no other|none of|nobody|not visible|can ?not|can['’]?t|could not|couldn['’]?t|never|not (?:affect"
    r"|share|reach)\w*)\b"
    r"|看不到|无法看到|看不见|不会看到|不可见|访问不到|没有(?:任何)?其他|没有影响|未影响",
)


def matches(seen: Seen, kind: LeakKind, *patterns: Lazy) -> Iterator[Hit]:
    """A hit for every match of any of the patterns in the lower-case text."""
    for pattern in patterns:
        for found in pattern.finditer(seen.small):
            yield Hit(kind, *found.span())


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence around `[start, end)`."""
    return _around(_END, text, start, end)


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the clause around `[start, end)`."""
    return _around(_CLAUSE_END, text, start, end)


_QUOTED = Lazy(r"[\"“「『‘'](?=\S)[^\"“”「」『』‘’\n]{2,60}[\"”」』’](?![a-z])")


def unquoted(seen: Seen, hits: Iterator[Hit]) -> Iterator[Hit]:
    """Without what stands in quotation marks: the names of reports, fields and messages are the customer's to read."""
    quoted = [found.span() for found in _QUOTED.finditer(seen.cased)]
    return (hit for hit in hits if not any(start <= hit.start and hit.end <= end for start, end in quoted))


def denied(text: str, start: int, end: int) -> bool:
    """Whether the match's clause says that somebody could not see, or was not reached."""
    left, right = clause(text, start, end)
    return _UNSEEN.search(text[left:right]) is not None


def _around(pattern: Lazy, text: str, start: int, end: int) -> tuple[int, int]:
    left = max((each.end() for each in pattern.finditer(text, 0, start)), default=0)
    stop = pattern.search(text, end)
    return left, stop.end() if stop else len(text)
