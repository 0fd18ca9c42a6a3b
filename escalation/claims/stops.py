"""Stops: where a sentence ends, in both languages; the dot of an abbreviation ends none, and none is endless."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from escalation.claims.lazy import Lazy

_SHORT = ("i\\.e", "e\\.g", "vs", "approx", "[ap]\\.m", "Mr", "Ms", "Mrs", "Dr", "St", "Inc", "Ltd", "Corp", "Co")
FULL_STOP = (
    "".join(rf"(?<!\b{each})" for each in _SHORT) + r"\.(?!(?<=\bNo\.)\s?\d)(?=[”\"]|$|\s(?!\s*[a-z])|(?<=\d\]\.)\s)"
)
"""A small letter goes on after most stops ("approx. five"), and not after one that follows a citation ("[E3]. acme.example:")."""
_GOES_ON = r"(?![”\"」』)）]{1,2}(?:\s?[,，;；、]|\s[a-z]|之?后|以来|的|至今|到现在))"
""" "“Who owns this?”, he asked": what ends there is the sentence quoted."""
SENTENCE_END = Lazy(rf"[。！？!?]{_GOES_ON}|\n|{FULL_STOP}{_GOES_ON}")
"""Between two sentences."""
STATEMENT_END = Lazy(rf"{SENTENCE_END.pattern}|[;；]")
"""Between two statements: a semicolon divides them as well."""

CLAUSE_END = Lazy(r"(?<!\d),|,(?!\d)|[，;；。()（）]|\b(?:and|but|while|whereas|then)\b|[而但]", 2)
"""Between two clauses."""

QUOTES = Lazy(r"[:：]\s?[“\"「『]")
"""Behind it stand somebody's words, which are no part of the clause that leads up to them."""

LONGEST = 600
"""Characters up to which a sentence is read as one."""
FULL = 24
"""Values up to which a sentence is read as one: more of them are a table, which adds nothing up."""
_CUTS = ",;，；、 "


def sentences(text: str, values: Sequence[int] = ()) -> list[int]:
    """Where each sentence of a folded text begins, and where the last one ends; `values` are the places of what it claims.

    A sentence that is too long or too full is cut, so that the work of judging a text grows with its length and not faster.
    """
    bounds = [0]
    for end in (*(match.end() for match in SENTENCE_END.finditer(text)), len(text)):
        while (cut := _cut(text, bounds[-1], end, values)) < end:
            bounds.append(cut)
        bounds.append(end)
    return bounds


def _cut(text: str, start: int, end: int, values: Sequence[int]) -> int:
    first = bisect_left(values, start)
    if first + FULL < len(values):
        end = min(end, values[first + FULL])
    if end - start <= LONGEST:
        return end
    last = max(text.rfind(each, start, start + LONGEST) for each in _CUTS) + 1
    return last if last > start else start + LONGEST
