"""Derivation: what may be counted and summed over an escalation's customers and their tickets."""

from __future__ import annotations

import re
from fractions import Fraction

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Amount, Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Place
from escalation.claims.scanning.nouns import concepts_in
from escalation.claims.support.rounding import equal

PEOPLE = frozenset({"users"})
_MORE = Lazy(
    r"\bmore\b(?! than)|\bothers?\b|\bremaining\b|\brest\b|\bearlier\b(?! than)|\bprevious\b|另有|另外|其余|其他|其它|剩下|余下"
)
_BUT = Lazy(
    r"\bexcept\b|\b(?:apart|aside) from\b|\bother than\b|\bbesides\b|\ball but\b|(?<![扣免解清消删开去排])除", 2
)
_ORDER = Lazy(r"\b(?:first|last|top|two)\s$|前$|[后最]后$", re.I)
_FEW = Lazy(r"\b(?:first|last) $|[前后]$", re.I)
_ASKED = Lazy(r"\bask|\brequest|\breport|提出|反馈|上报|请求|要求|提过", re.I)
_OTHER = Lazy(r"other $|其[他它余]$|另外$", re.I)
_SOME = Lazy(r"\b(?:customers?|accounts?|clients?|companies)\b|客户|家|租户", re.I)
_SAME = Lazy(r"\bmore tickets?\b|另有|还有", re.I)
_ARR = Lazy(r"\barr\b|contract value|known|合同额|年费|金额|已知", re.I)


def count(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """Customers of this escalation (all, those of a plan, those whose ARR is known) and their tickets may be counted."""
    if not claim.amount:
        return False
    counted: set[int] = set()
    around = concepts_in(place.clause)
    plans = {noun[5:] for noun in claim.nouns | around if noun.startswith("plan:")}
    if plans and claim.nouns - PEOPLE <= {"customers", "competitors"} | {f"plan:{plan}" for plan in plans}:
        counted |= {sum((account.plan or "").lower() == plan for account in book.accounts.values()) for plan in plans}
    elif "customers" in claim.nouns and not book.computed("affected_customers"):
        counted.add(len(book.accounts))
    if "customers" in claim.nouns and _ARR.search(place.clause):
        counted.add(sum(account.arr_usd is not None for account in book.accounts.values()))
    if "regions" in claim.nouns:
        counted.add(len({a.region for id_, a in book.accounts.items() if a.region and _mine(id_, place)}))
    if "escalations" in claim.nouns:
        past = [len(a.escalation_history) for id_, a in book.accounts.items() if _mine(id_, place)]
        counted |= {*past, sum(past)}
    if claim.nouns & {"times", "requests"} and _ASKED.search(place.sentence) and len(place.group) == 1:
        counted.add(len({record for record, owner in book.tickets if record and ("account", owner) in place.group}))
    if "tickets" in claim.nouns:
        mine = {key[1] for key in place.group if key[0] == "account"}
        counted.add(len({record for record, owner in book.tickets if record and (not mine or owner in mine)}))
    return claim.amount.value in counted - {0}


def _mine(account: str, place: Place) -> bool:
    return not place.group or ("account", account) in place.group


def named_all(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """ "The two largest accounts, A and B": as many as the sentence names."""
    if not claim.amount or _MORE.search(place.clause) or claim.nouns - {"customers", "competitors", "users", "rank"}:
        return False
    return claim.amount.value >= 2 and claim.amount.value == len(place.keys) and bool(_SOME.search(place.sentence))


def rest(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """ "And 3 more", "the other 2": what is left of the customers, or tickets, that the sentence lists or counts itself."""
    if not claim.amount or not (_MORE.search(place.clause) or _BUT.search(place.sentence)):
        return False
    ids = [each.start for each in place.beside if each.kind == "identifier"]
    ahead = sum(start < claim.start for start in ids)
    listed = {"customers": {place.ahead, len(place.keys)}, "tickets": {ahead, len(ids)}}
    behind = {"customers": len(place.keys) - place.ahead, "tickets": len(ids) - ahead}
    total = {"customers": len(book.accounts), "tickets": len({record for record, _ in book.tickets if record})}
    nouns = [noun for noun in listed if noun in claim.nouns] or list(listed)
    left = claim.amount.value
    counted = {each.amount.value for each in place.beside if each.kind == "figure" and each.amount}
    known = sum(account.arr_usd is not None for account in book.accounts.values())
    totals = {
        "customers": {len(book.accounts), known, len(book.accounts) - known},
        "tickets": {total["tickets"], len(book.cases)},
    }
    others = _OTHER.search(place.sentence, max(0, place.offset - 8), place.offset)
    if others and place.keys and "tickets" not in claim.nouns and left == total["customers"] - 1:
        return True
    if "tickets" in claim.nouns and _SAME.search(place.sentence) and 0 < left < total["tickets"]:
        return True  # Told in part: "2 more tickets describe the same" after the first of three.
    for noun in nouns:
        seen = {all_ - each for all_ in totals[noun] for each in (listed[noun] | counted) - {0}} | {
            behind[noun] if ahead else 0
        }
        if noun == "customers" and not place.keys:
            # Nobody is named here: the others are all but those the text spoke of last, mostly one.
            seen |= {total[noun] - max(1, len(place.group))}
        if noun == "tickets":
            seen |= {all_ - max(1, place.told) for all_ in totals[noun]}
        if 0 < left < total[noun] and left in seen | ({total[noun] - 1} if behind[noun] == left else set()):
            return True
    return False


def first_few(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """ "The first four" of customers the same sentence lists."""
    before = place.sentence[max(0, place.offset - 8) : place.offset]
    told = [each.amount.value for each in place.beside if each.kind == "figure" and each.amount]
    if claim.amount and _FEW.search(before) and any(claim.amount.value < each for each in told):
        return True  # "The first two" of the three that the sentence counts.
    return bool(claim.amount and _ORDER.search(before) and 1 < claim.amount.value <= len(place.keys))


def sum_of_accounts(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """ARR summed over all customers of this escalation, or over those named."""
    if not claim.amount or claim.unit != "USD":
        return False
    named = {key[1] for key in place.group if key[0] == "account"}
    beside = {key[1] for key in place.keys if key[0] == "account"}
    groups = [set(book.accounts)] if len(named) != 1 else []
    groups += [each for each in (named, beside) if len(each) > 1]
    for each in groups:
        known = [book.accounts[id_].arr_usd for id_ in each if id_ in book.accounts]
        total = sum((Fraction(str(arr)) for arr in known if arr is not None), Fraction(0))
        if total and equal(claim.amount, Amount(total)):
            return True
    return False
