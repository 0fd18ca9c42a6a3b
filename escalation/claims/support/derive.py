"""Derivation: what may be counted and summed over an escalation's customers and their tickets."""

from __future__ import annotations

import re

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Place, Reason
from escalation.claims.scanning.binding import attributed, part_at
from escalation.claims.support.cohorts import CUSTOMERS
from escalation.claims.support.facts import Fact

PEOPLE = frozenset({"users"})
_TIMES = frozenset({"times"})
_RAISED = Lazy(r"\bescalated (?:twice|thrice|\w+ times)\b|升级过", 2)
MORE = Lazy(
    r"\bmore\b(?! than)|\bothers?\b|\bremaining\b|\brest\b|\bearlier\b(?! than)|\bprevious\b|另有|另外|其余|其他|其它|剩下|余下"
)
BUT = Lazy(r"\bexcept\b|\b(?:apart|aside) from\b|\bother than\b|\bbesides\b|\ball but\b|(?<![扣免解清消删开去排])除", 2)
_ORDER = Lazy(r"\b(?:first|last|top|two)\s$|前$|[后最]后$", re.I)
_ASKED = Lazy(r"\bask|\brequest|\breport|提出|反馈|上报|请求|要求|提过", re.I)
_OTHER = Lazy(r"other $|其[他它余]$|另外$", re.I)
_ARR = Lazy(r"\barr\b|contract value|known|合同额|年费|金额|已知", re.I)


def count(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """Customers of this escalation (all, those of a plan, those whose ARR is known) and their tickets may be counted."""
    if not claim.amount:
        return False
    counted: set[int] = set()
    if "customers" in claim.nouns and not book.computed("affected_customers"):
        counted.add(len(book.accounts))
    if "customers" in claim.nouns and _ARR.search(place.clause):
        counted.add(sum(account.arr_usd is not None for account in book.accounts.values()))
    if "regions" in claim.nouns:
        counted.add(len({a.region for id_, a in book.accounts.items() if a.region and _mine(id_, place)}))
    if "escalations" in claim.nouns or (claim.nouns == _TIMES and _RAISED.search(place.clause)):
        past = [len(a.escalation_history) for id_, a in book.accounts.items() if _mine(id_, place)]
        counted |= {*past, sum(past)}
    if claim.nouns & {"times", "requests"} and _ASKED.search(place.sentence) and len(place.group) == 1:
        counted.add(len({record for record, owner in book.tickets if record and ("account", owner) in place.group}))
    if "tickets" in claim.nouns:
        mine = place.mine
        counted.add(len({record for record, owner in book.tickets if record and (not mine or owner in mine)}))
    return claim.amount.value in counted - {0}


def _mine(account: str, place: Place) -> bool:
    return not place.group or ("account", account) in place.group


def named_all(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """ "The two largest accounts, A and B": as many as the sentence names."""
    if not claim.amount or MORE.search(place.clause) or claim.nouns - {"customers", "competitors", "users", "rank"}:
        return False
    return claim.amount.value >= 2 and claim.amount.value == len(place.keys) and bool(CUSTOMERS.search(place.sentence))


def rest(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """ "And 3 more", "the other 2": what is left of the customers, or tickets, that the sentence lists or counts itself."""
    if not claim.amount or not (MORE.search(place.clause) or BUT.search(place.sentence)):
        return False
    ids = [each.start for each in place.beside if each.kind == "identifier"]
    ahead = sum(start < claim.start for start in ids)
    listed = {"customers": {place.ahead, len(place.keys)}, "tickets": {ahead, len(ids)}}
    behind = {"customers": len(place.keys) - place.ahead, "tickets": len(ids) - ahead}
    total = {"customers": len(book.accounts), "tickets": len({record for record, _ in book.tickets if record})}
    nouns = [noun for noun in listed if noun in claim.nouns] or list(listed)
    left = claim.amount.value
    counted = {*place.told("figure")}
    known = sum(account.arr_usd is not None for account in book.accounts.values())
    totals = {
        "customers": {len(book.accounts), known, len(book.accounts) - known},
        "tickets": {total["tickets"], len(book.cases)},
    }
    others = _OTHER.search(place.sentence, max(0, place.offset - 8), place.offset)
    if others and place.keys and "tickets" not in claim.nouns and left == total["customers"] - 1:
        return True
    for noun in nouns:
        seen = {all_ - each for all_ in totals[noun] for each in (listed[noun] | counted) - {0}} | {
            behind[noun] if ahead else 0
        }
        if noun == "customers" and not place.keys:
            # Nobody is named here: the others are all but those the text spoke of last, mostly one.
            seen |= {total[noun] - max(1, len(place.group))}
        if noun == "tickets":
            seen |= {all_ - max(1, place.before) for all_ in totals[noun]}
        if 0 < left < total[noun] and left in seen | ({total[noun] - 1} if behind[noun] == left else set()):
            return True
    return False


def first_few(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """ "The first four" of customers the same sentence lists."""
    before = place.sentence[max(0, place.offset - 8) : place.offset]
    return bool(claim.amount and _ORDER.search(before) and 1 < claim.amount.value <= len(place.keys))


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
