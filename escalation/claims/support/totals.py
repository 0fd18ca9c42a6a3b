"""More customers than the records count: somebody's sentence about "all 5,000 customers" makes no fact of it."""

from __future__ import annotations

import re

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Place, Reason
from escalation.claims.scanning.attribution import attributed, part_at

_CUSTOMERS = frozenset({"customers"})
_COUNTED = re.compile(r"customers affected = (\d+)")
_AFFECTED = Lazy(
    r"\b(?:are|is|were|being|have been|all)? ?(?:affected|hit|impacted|struck)\b"
    r"|\b(?:see|show|have|report)s? (?:this|it|the same)\b"
    r"|受影响|受到影响|都有这个|出现(?:这一|同样)",
    re.I,
)


def beyond(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    """A number of affected customers above the computed one, said as a fact."""
    if claim.kind != "figure" or claim.nouns != _CUSTOMERS or claim.amount is None:
        return None
    if not _AFFECTED.search(place.clause) or attributed(part_at(place.sentence, place.offset)):
        return None
    counted = [int(found[1]) for fact in book.index.all("figure") if (found := _COUNTED.match(fact.says))]
    return Reason("figure_unknown") if counted and claim.amount.value > max(counted) else None
