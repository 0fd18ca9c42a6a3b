"""Exceptions: customers of whom a sentence says that they are not meant: "all but A", "apart from B", 除 C 外."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from escalation.claims.lazy import Lazy
from escalation.claims.scanning.names import Named

_AHEAD = Lazy(
    r"(?:\b(?:except(?: for)?|apart from|aside from|other than|besides|all but|unlike|with the exception of)(?: the| for)?"
    r"|(?:^|[^扣免解清消删开去排])除了?|不同于|不像)\s?$",
    2,
)
_ALONG = Lazy(r"\s?(?:,|、|,? and|,? or|[和与及或以])\s?", 2)
_REACH = 24


def excepted(text: str, named: Sequence[Named]) -> Iterator[Named]:
    """Each name of a folded text that such words stand before, with those set in a row behind it."""
    last = -1
    for each in named:
        if (last >= 0 and _ALONG.fullmatch(text, last, each[0])) or _AHEAD.search(
            text, max(0, each[0] - _REACH), each[0]
        ):
            last = each[1]
            yield each
        else:
            last = -1
