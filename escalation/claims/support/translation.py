"""Translations: a quotation in another language than its source, marked as such, beside the source's own words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from fractions import Fraction

from escalation.claims.book import EvidenceBook
from escalation.claims.fold import HAN
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.scanning.scan import scan

_MARK = Lazy(r"\btranslat|\bin English\b|\bin Chinese\b|\boriginal|\bliterally\b|译|原文|中文|英文|意为|意思是", 2)
_ORIGINAL = Lazy(
    r"\s?[(（\[]\s?(?:(?:英文|中文)?原文|原话|(?:in the )?original(?:ly)?)\s?(?:[为是:：,，]|\bis\b)?"
    r"\s?(?P<words>[^()（）\[\]]{4,})[)）\]]",
    2,
)
_BRACKET = Lazy(r"\s?[(（\[]([^()（）\[\]]{4,})[)）\]]")
_BOTH = Lazy(r"\bboth\b|\bcouple\b|\bpair\b|\beither\b|都|俩|双", 2)
_HAN = Lazy(rf"[{HAN}]")
_BETWEEN = 24
"""Characters between a source's words and their translation."""
_AROUND = 28
"""Characters before or behind the translation within which it is called one."""


def translated(text: str, claim: Claim, quotations: list[Claim], book: EvidenceBook) -> bool:
    """Whether a quotation of a folded text stands marked beside a source's words in another script, and tells no other figure."""
    bare = _ORIGINAL.match(text, claim.end)
    if bare:
        return book.says(bare["words"]) and _fits(text[claim.start : claim.end], bare["words"])
    around = text[max(0, claim.start - _AROUND) : claim.start] + text[claim.end : claim.end + _AROUND]
    if not _MARK.search(around):
        return False
    at = bisect_left(quotations, claim.start, key=lambda each: each.start)
    for other in quotations[max(0, at - 1) : at + 2]:
        apart = max(other.start - claim.end, claim.start - other.end)
        if other is not claim and 0 <= apart <= _BETWEEN and all(book.says(part) for part in other.key.split("|")):
            return _fits(text[claim.start : claim.end], text[other.start : other.end])
    return False


def glosses(text: str, quotations: list[Claim], book: EvidenceBook) -> Iterator[tuple[int, int]]:
    """Where brackets right behind a source's own words hold their translation, marked as one: what it says, they say."""
    for each in quotations:
        bracket = _BRACKET.match(text, each.end)
        if not bracket or not _MARK.search(bracket[1]) or not all(book.says(part) for part in each.key.split("|")):
            continue
        if _fits(bracket[1], text[each.start : each.end]):
            yield bracket.span(1)


def _fits(said: str, original: str) -> bool:
    """Whether the two are in different scripts and the translation has no amount that the original lacks."""
    if bool(_HAN.search(said)) == bool(_HAN.search(original)):
        return False
    known = {each.amount.value for each in scan(original, quoted=False) if each.amount}
    if _BOTH.search(original):
        known.add(Fraction(2))
    return all(each.amount.value in known for each in scan(said, quoted=False) if each.amount)
