"""Quotation support: whether the words between the marks are a source's own, whole and in order."""

from __future__ import annotations

import re

from escalation.claims.book import EvidenceBook
from escalation.claims.fold import fold, words
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Reason
from escalation.claims.scanning.names import Key
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
    mine = {key[1] for key in group if key[0] == "account"}
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
    starts = (0, *(end.end() for end in STATEMENT_END.finditer(raw)))
    return any(words(_WHOLE_NO.sub("", raw[start : start + len(part) + _MARKS])).startswith(part) for start in starts)


_MARKS = 200
"""Characters by which a source may be longer than its words alone."""
_WHOLE_NO = Lazy(r"^\s*(?:no|nope|没有?|不是?|否|未)\s?[,，:：]", 2)
"""An answer that is whole: what follows the comma is not denied by it."""


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
