"""Linked: two records told as linked of which no source says so."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Reason
from escalation.claims.scene.parts import Parts

_JOINED = Lazy(
    r"\blinked (?:to|with)\b|\btied to\b|\btracked (?:as|in|under)\b|(?:已经?|都|相|有)关联|关联(?:了|到|至)|挂[到在]|链接[到至]",
    2,
)
_NOT = Lazy(r"\bnot\b|n't\b|\bno\b|\bnone\b|\bnever\b|\bif\b|\bwhether\b|未|没|不|无|若|如果|是否|待|请|应", 2)


def mislinked(parts: Parts, book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    """The second of each two records of a clause that it joins, which nothing on record joins."""
    known = {record.lower() for record in book.scene.records}
    for first, last in pairwise(parts.bounds):
        marks = [each for each in parts.claims(first, last) if each.kind == "identifier" and each.key in known]
        if len({each.key for each in marks}) != 2 or not _JOINED.search(parts.text, first, last):
            continue
        if not _NOT.search(parts.text, first, last) and not _joined({each.key for each in marks}, book):
            yield marks[-1], Reason("other_role")


def _joined(pair: set[str], book: EvidenceBook) -> bool:
    if any(pair <= {item, *tickets} for item, tickets in book.scene.links):
        return True  # To one another, or both to one.
    told = (
        {telling.record, *(key for kind, key in telling.values if kind == "identifier")}
        for telling in book.tellings.all
    )
    return any(pair <= each for each in told)
