"""Kept: an answer or a solution told as late or as in time, in words, held against the instants and limits of its tickets."""

from __future__ import annotations

from collections.abc import Iterator

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Reason
from escalation.claims.scanning.numerals import value_of
from escalation.claims.scene.parts import Parts
from escalation.claims.support.cohorts import Case

_ANSWER = r"(?:first )?(?:answer|response|reply)"
_LIMIT = r"(?:limit|target|deadline|sla|time|hours?|window)"
_IN_TIME = Lazy(
    rf"\b{_ANSWER} (?:\w+ ){{0,4}}?(?:in time|on time|within (?:the|its|our) (?:\w+ ){{0,2}}{_LIMIT})\b"
    rf"|\b(?:met|kept|made) (?:the|its|our) (?:first )?(?:answer|response|resolution|sla)(?: {_LIMIT})?\b"
    r"|(?:首次)?(?:响应|回复|答复)(?:\w{0,6})(?:按时|没有?超时|未超时|在(?:约定)?(?:时限|时间)[之以]?内)",
    2,
)
_LATE = Lazy(
    rf"\b{_ANSWER} (?:was|came|is)(?: \w+){{0,1}} (?:late|overdue)\b|\b(?:missed|breached) (?:the|its|our) (?:first[- ])?"
    rf"(?:answer|response|resolution)(?: {_LIMIT})?\b"
    r"|首次(?:响应|回复|答复)(?:时限)?(?:也|都|均|已经?)?(?:超时|逾期|晚了|迟了)|解决(?:时限)?(?:也|都|均|已经?)?(?:超时|逾期|过期)",
    2,
)
_SOLUTION = Lazy(r"resol|解决", 2)
_NOT = Lazy(
    r"\bnot\b|n't\b|\bnever\b|\bneither\b|\bno\b|\bif\b|\bnearly\b|\balmost\b|没|未|不|如果|若|险些|快要|差点|将|会", 2
)
_NTH = Lazy(r"\b(?P<en>first|second|third) ticket\b|第(?P<zh>[一二三四五])张", 2)
_ORDER = {"first": 1, "second": 2, "third": 3}


def misjudged(parts: Parts, book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    """Each verdict of a folded text on a limit that none of the tickets spoken of bears out."""
    for pattern, late in ((_IN_TIME, False), (_LATE, True)):
        for match in pattern.finditer(parts.text):
            start, end = parts.statement(match.start())
            if _NOT.search(parts.text, max(start, match.start() - 16), match.start()):
                continue
            told = [_kept(case, match[0], book) for case in _cases(parts, start, end, book)]
            known = [kept for kept in told if kept is not None]
            if known and all(kept is late for kept in known):
                yield Claim("order", *match.span()), Reason("order_other")


def _cases(parts: Parts, start: int, end: int, book: EvidenceBook) -> list[Case]:
    """The tickets that a statement names by id, by their place in time, or by customer; all where it names none."""
    accounts, marks = parts.accounts(start, end), parts.marks(start, end)
    mine = [case for case in book.cases if case.record.lower() in marks]
    mine = mine or [case for case in book.cases if not accounts or case.account in accounts]
    if nth := _NTH.search(parts.text, start, end):
        at = _ORDER[nth["en"].lower()] if nth["en"] else int(value_of(nth["zh"]))
        return sorted(mine, key=lambda case: case.created)[at - 1 : at]
    return mine


def _kept(case: Case, words: str, book: EvidenceBook) -> bool | None:
    """Whether its limit was, or is so far, kept; None where it has none."""
    solution = bool(_SOLUTION.search(words))
    due, done = (case.solve_due, case.solved) if solution else (case.answer_due, case.answered)
    return (done or book.now or due) <= due if due else None
