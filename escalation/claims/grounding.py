"""Grounding: what a sentence works out stands on inputs that are in evidence themselves, and never on one another.

A sum bears no addend out, nor the addends the sum, where neither is known: "105 (60 + 14 + 31)" adds up and is invented.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Place, Reason
from escalation.claims.scanning.reading import Reading
from escalation.claims.support.judge import judge

_AMOUNTS = frozenset({"figure", "money", "percentage", "duration"})
_ROUNDS = 4
"""How often something may be worked out from what was worked out."""


def grounded(reading: Reading, claims: list[Claim]) -> Iterator[tuple[Claim, Place, Reason | None]]:
    """Each of these claims where it stands, and why it is not supported; None for one that evidence bears out, alone or by way
    of what stands beside it and is borne out as well."""
    claims = list(_counted_alike(reading.folded, claims))
    places = [reading.place(claim) for claim in claims]
    verdicts = [judge(claim, place, reading.book) for claim, place in zip(claims, places, strict=True)]
    doubtful = [n for n, reason in enumerate(verdicts) if reason is None and _leans(claims[n], places[n])]
    firm = {(each.start, each.end) for n, each in enumerate(claims) if verdicts[n] is None and n not in doubtful}
    for _ in range(_ROUNDS):
        held = {n: _alone(claims[n], places[n], firm, reading.book) for n in doubtful}
        found = [n for n, reason in held.items() if reason is None]
        firm |= {(claims[n].start, claims[n].end) for n in found}
        doubtful = [n for n in doubtful if n not in found]
        if not found or not doubtful:
            break
    for n in doubtful:
        verdicts[n] = _alone(claims[n], places[n], firm, reading.book)
    yield from zip(claims, places, verdicts, strict=True)


def _leans(claim: Claim, place: Place) -> bool:
    """Whether something may be worked out there."""
    return claim.kind in _AMOUNTS and any(each.kind in _AMOUNTS for each in place.beside)


def _alone(claim: Claim, place: Place, firm: set[tuple[int, int]], book: EvidenceBook) -> Reason | None:
    """The verdict with none but firm amounts beside it."""
    beside = tuple(each for each in place.beside if each.kind not in _AMOUNTS or (each.start, each.end) in firm)
    return judge(claim, replace(place, beside=beside), book)


_CHAIN = Lazy(r"\d[\d,.]*(?:\s?[+=]\s?\d[\d,.]*)+")
_ADDED = re.compile(r"\d[\d,.]*\d|\d")


def _counted_alike(text: str, claims: list[Claim]) -> Iterator[Claim]:
    """The claims, bare numbers that are added up as what their sum counts: in "105 users (60 + 14 + 31)" users."""
    bare = {c.start: c.amount.value for c in claims if c.kind == "figure" and not c.nouns and c.amount}
    nouns = dict[int, frozenset[str]]()
    for chain in _CHAIN.finditer(text):
        added = [chain.start() + each.start() for each in _ADDED.finditer(chain[0])]
        if not all(at in bare for at in added):
            continue
        total = sum((bare[at] for at in added), Fraction(0))
        told = [c for c in claims if c.kind == "figure" and c.nouns and c.amount and c.amount.value == total]
        if told:
            near = min(told, key=lambda each: abs(each.start - chain.start()))
            nouns |= dict.fromkeys(added, near.nouns)
    for claim in claims:
        yield replace(claim, nouns=nouns[claim.start]) if claim.start in nouns else claim
