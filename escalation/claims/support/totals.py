"""Totals: what is told of each customer, added up; and more customers than records count, which nobody's words make a fact."""

from __future__ import annotations

import re

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Place, Reason
from escalation.claims.scanning.attribution import attributed, part_at
from escalation.claims.support.facts import Fact

_BETWEEN = Lazy(
    r"\btogether\b|\bbetween (?:them|the two)\b|\bcombined\b|\baltogether\b|\bin all\b|\btotal\b|合计|总计|共|加起来|总和",
    re.I,
)
_FEW = 5
_ADDED_UP = frozenset({"users", "tickets"})
_SEVERAL = Lazy(
    r"\b(?:both|the two|the three|together|combined|between them|altogether)\b|[二两三四五六七八九]家[一总]?共|加起来|合起来",
    2,
)
_ALL = Lazy(r"\bof (?:the|all|our|those)\b|\btotal|\ball\b|\btogether\b|\boverall\b|占|共|总|合计|全部|其中|[里中]", 2)
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


def alone(place: Place, book: EvidenceBook) -> bool:
    """Whether the clause names one of several customers and nothing in it speaks of them all."""
    return len(place.near) == len(place.keys) == 1 and len(book.accounts) > 1 and not _ALL.search(place.clause)


def of_these(facts: list[Fact], claim: Claim, place: Place, book: EvidenceBook) -> list[Fact]:
    """Those facts that are neither a sum told of one customer ("14 users at A"), nor one customer's told of several."""
    if alone(place, book) and claim.nouns & _ADDED_UP:
        facts = [
            fact for fact in facts if fact.account or not fact.record.endswith(("affected", "_users", "_customers"))
        ]
    if len(book.accounts) > 1 and len(place.keys) != 1 and _SEVERAL.search(place.clause):
        facts = [fact for fact in facts if fact.record not in book.accounts]
    return facts
