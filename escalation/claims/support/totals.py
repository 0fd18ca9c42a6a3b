"""Totals: what is told of each customer, added up; and more customers than records count, which nobody's words make a fact."""

from __future__ import annotations

import re
from itertools import product

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Place, Reason
from escalation.claims.scanning.attribution import attributed, part_at

_BETWEEN = Lazy(
    r"\btogether\b|\bbetween (?:them|the two)\b|\bcombined\b|\baltogether\b|\bin all\b|\btotal\b|合计|总计|共|加起来|总和",
    re.I,
)
_FEW = 5
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


def of_each(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """ "Thirty hotels between them": what sources tell of each customer spoken of, under the same noun, added up."""
    if not claim.amount or not claim.nouns or not _BETWEEN.search(place.sentence):
        return False
    named = {key[1] for key in place.keys if key[0] == "account"}
    ids = named if len(named) > 1 else set(book.accounts)
    values = [
        {
            fact.claim.amount.value
            for fact in book.index.all("figure")
            if fact.account == id_ and fact.claim.amount and fact.claim.nouns & claim.nouns
        }
        for id_ in ids
    ]
    if not 2 <= len(ids) <= _FEW or not all(values) or max(map(len, values)) > _FEW:
        return False
    return any(sum(each) == claim.amount.value for each in product(*values))
