"""Quotation support: whether the words between the marks are a source's own, whole and in order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from fractions import Fraction

from escalation.claims.book import EvidenceBook
from escalation.claims.fold import HAN, fold, words
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Reason
from escalation.claims.scanning.names import Key, ours
from escalation.claims.scanning.scan import scan
from escalation.claims.stops import STATEMENT_END

_NEGATION = Lazy(
    r"(?: (?:not|no|never|cannot|without|nor|neither|(?:do|does|did|ca|wo|"
    r"is|are|was|were|has|have|had|"
    r"could|would|should)nt|不|没|未|无|别|非|否)(?: (?:been|be|any|longer|yet|有|能|会|再|是|曾|法))?) $"
)


_TRADE = """
low normal medium high urgent critical new open pending solved resolved closed done waiting late overdue enterprise
professional business starter trial bug incident feature question unknown in_progress on_hold
高 中 低 紧_急 普_通 关_键 处_理_中 待_处_理 已_解_决 已_关_闭 未_知 试_用
"""
VOCABULARY = frozenset(term.replace("_", " ") for term in _TRADE.split())
"""Words of the trade that may stand in quotation marks without being anybody's."""


def quotation(claim: Claim, group: frozenset[Key], book: EvidenceBook, before: str) -> Reason | None:
    """`before` is the folded text that leads up to the quotation."""
    parts = claim.key.split("|")
    owners: set[str] = set()
    cut = False
    if claim.key.strip() in VOCABULARY or all(part in book.allowed for part in parts):
        return None
    mine = ours(group)
    for index, (evidence, account, said) in enumerate(book.quotations):
        where = _find(parts, said)
        if where is None:
            continue
        if mine and account and account not in mine:
            owners.add(evidence)
        elif _NEGATION.search(said[: where + 1]) and not _negated(before) and not _begins(parts[0], index, book):
            cut = True
        else:
            return None
    if cut:
        return Reason("quotation_cut")
    return Reason("quotation_of_other", evidence=tuple(sorted(owners))) if owners else Reason("quotation_unknown")


def _begins(part: str, index: int, book: EvidenceBook) -> bool:
    """Whether the words begin with a sentence of the source: the negation before them ends another one ("没有。计划状态是…")."""
    if not book.made:
        return False
    read = book.made[0]
    raw = fold((read.evidence if read.said is None else read.said)[index].quotation)
    ends = (*STATEMENT_END.finditer(raw), *_YES_OR_NO.finditer(raw))
    starts = (0, *(end.end() for end in ends))
    return any(words(_WHOLE_NO.sub("", raw[start : start + len(part) + _MARKS])).startswith(part) for start in starts)


_MARKS = 200
"""Characters by which a source may be longer than its words alone."""
_WHOLE_NO = Lazy(r"^\s*(?:no|nope|没有?|不是?|否|未)\s?[,，:：]", 2)
"""An answer that is whole: what follows the comma is not denied by it."""
_YES_OR_NO = Lazy(r"\byes ?(?:or|/) ?no\b,?|是 ?(?:或|还是|/) ?否,?", 2)
"""An answer that is asked for, either way: it denies nothing of what follows."""


def _find(parts: list[str], said: str) -> int | None:
    """Where the first part stands, when all stand there in order."""
    first = position = said.find(parts[0])
    for part in parts[1:]:
        if position < 0:
            return None
        position = said.find(part, position + 1)
    return first if position >= 0 else None


def _negated(before: str) -> bool:
    return bool(re.search(r"\b(?:not|no|never|n't|cannot|without|deny|denied|denies)\b|[不没未无]", before[-24:], re.I))


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
