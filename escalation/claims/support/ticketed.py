"""Ticketed: how many of the tickets are linked, late, urgent or open, counted on the records and not found anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Amount, Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Place, Reason
from escalation.claims.support.cohorts import Case
from escalation.claims.support.records import STATES, late

_TICKETS = Lazy(
    r" (?:of (?:(?:the|these|those|our|all|its|their) )?(?:\w+ )?tickets\b|of them\b|(?:\w+ )?tickets?\b)|\s?张(?:工单)?",
    2,
)
_WHOLE = Lazy(r"\bof (?:the |these |those |our |all )?$|\bthe $", 2)
_WHOLE_ZH = Lazy(r"\s?张(?:工单)?(?:之)?[中里内]")
_CUT = Lazy(r"(?<!\d),|,(?!\d)|[，;；。:：()（）]|\b(?:and|but|while|whereas)\b|而|但", 2)
_LINKED = Lazy(r"\blink(?:ed|s)?\b|\battached\b|关联|挂[到在]|链接", 2)
_LATE = Lazy(
    r"\boverdue\b|\bpast (?:its|their|the|our)? ?(?:sla|target|due|limit)|\bbreach|\bmissed\b"
    r"|超时|违约|逾期|超期|超出 ?SLA|已超出",
    2,
)
_LOOSE = Lazy(
    r"\bnot\b|n't\b|\bno\b|\bnever\b|\bnone\b|未|没|尚|\bwill\b|\bshould\b|\bsame\b|\bolder\b|\bother\b|\bmore\b|另|还有|其余|同一|\bwait|\bpending\b|\bhigh\b|\bnormal\b|等",
    2,
)
"""What makes it another count than that of the tickets before us."""


def miscounted(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    """Why so many tickets are not what the clause says of them; None where it says nothing that is counted, or rightly."""
    if claim.kind != "figure" or not claim.amount or claim.amount.bound != "exact" or not book.cases:
        return None
    end = place.end(claim)
    if not _TICKETS.match(place.sentence, end) or _WHOLE_ZH.match(place.sentence, end):
        return None
    if _WHOLE.search(place.sentence, 0, place.offset):
        return None
    cuts = [cut.end() for cut in _CUT.finditer(place.sentence, 0, place.offset)]
    stop = _CUT.search(place.sentence, end)
    words = place.sentence[cuts[-1] if cuts else 0 : stop.start() if stop else len(place.sentence)]
    if _LOOSE.search(words):
        return None
    readings = set(_readings(words, place, book))
    return Reason("figure_unknown") if readings and claim.amount.value not in readings else None


_BOTH = Lazy(r"\bboth\b(?= (?:of )?(?:the |these |its |their )?tickets)", 2)


def both(text: str) -> Iterator[Claim]:
    """Each "both" of a folded text that counts tickets, as the number it is."""
    for match in _BOTH.finditer(text):
        yield Claim("figure", *match.span(), amount=Amount(Fraction(2)), nouns=frozenset({"tickets"}))


def _readings(words: str, place: Place, book: EvidenceBook) -> Iterator[int]:
    """The counts that the clause may mean, none where it names nothing that is on record of a ticket."""
    named = {key[1] for key in place.near if key[0] == "account"}
    cases = [case for case in book.cases if not named or case.account in named]
    if _LINKED.search(words):
        yield from _linked({each.key for each in place.beside if each.kind == "identifier"}, cases, book)
    elif _LATE.search(words):
        yield from late(place, book)
    else:
        for pattern, states in STATES:
            if pattern.search(words):
                yield sum(bool(states.intersection(case.states)) for case in cases)


def _linked(marks: set[str], cases: list[Case], book: EvidenceBook) -> Iterator[int]:
    ours = {case.record.lower() for case in cases}
    links = [
        tickets for item, tickets in book.scene.links if not marks & {i for i, _ in book.scene.links} or item in marks
    ]
    for tickets in (*links, frozenset[str]().union(*links)):
        yield len(tickets)
        yield len(tickets & ours)
