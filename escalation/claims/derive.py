"""Derivation: the one-step arithmetic a writer may do: ages, sums over customers, counts of records, shares."""

from __future__ import annotations

from fractions import Fraction

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Amount, Claim
from escalation.claims.lazy import Lazy
from escalation.claims.names import Key
from escalation.claims.reasons import Place
from escalation.claims.rounding import equal

Group = frozenset[Key]
_MORE = Lazy(r"\bmore\b|\bothers?\b|另有|另外|其余|其他")


def count(claim: Claim, group: Group, book: EvidenceBook) -> bool:
    """Customers of this escalation (all of them, or those of a plan) and their tickets may be counted."""
    if not claim.amount or not claim.nouns:
        return False
    counted: set[int] = set()
    plans = {noun[5:] for noun in claim.nouns if noun.startswith("plan:")}
    if plans:
        counted.add(sum((account.plan or "").lower() in plans for account in book.accounts.values()))
    elif "customers" in claim.nouns and not book.computed("affected_customers"):
        counted.add(len(book.accounts))
    if "tickets" in claim.nouns:
        mine = {key[1] for key in group if key[0] == "account"}
        counted.add(len({record for record, owner in book.tickets if record and (not mine or owner in mine)}))
    return claim.amount.value in counted - {0}


def rest(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """ "And 3 more": the customers, or tickets, that the sentence does not list itself."""
    if not claim.amount or not _MORE.search(place.clause):
        return False
    listed = {"customers": place.names, "tickets": sum(each.kind == "identifier" for each in place.beside)}
    total = {"customers": len(book.accounts), "tickets": len({record for record, _ in book.tickets})}
    nouns = [noun for noun in listed if noun in claim.nouns] or ([] if claim.nouns else ["customers"])
    # A list may leave out the one or two that its sentence speaks of otherwise (no ARR known, told before).
    left = claim.amount.value
    return any(0 < left < total[noun] and abs(total[noun] - listed[noun] - left) <= 2 for noun in nouns)


def sum_of_accounts(claim: Claim, group: Group, book: EvidenceBook) -> bool:
    """ARR summed over all customers of this escalation, or over those named."""
    if not claim.amount or claim.unit != "USD":
        return False
    named = {key[1] for key in group if key[0] == "account"}
    groups = [set(book.accounts)] if len(named) != 1 else []
    groups += [named] if len(named) > 1 else []
    for each in groups:
        known = [book.accounts[id_].arr_usd for id_ in each if id_ in book.accounts]
        total = sum((Fraction(str(arr)) for arr in known if arr is not None), Fraction(0))
        if total and equal(claim.amount, Amount(total)):
            return True
    return False


def age(claim: Claim, group: Group, book: EvidenceBook) -> bool:
    """The time from an evidenced instant or date to the assessment, or from it to a date to come."""
    amount, now = claim.amount, book.now
    if not amount or not now or claim.unit in ("millisecond", "second"):
        return False
    wanted, seconds = float(amount.value) * 60, float(amount.step) * 30
    for at in book.ages(group, dates=claim.unit not in ("hour", "minute")):
        age_s = abs((now - at).total_seconds())
        # Only a hedged length can be further off than its own last digit; that is rare, so exact arithmetic waits.
        if age_s and (abs(age_s - wanted) <= seconds or (amount.bound != "exact" and equal(amount, _minutes(age_s)))):
            return True
    return False


def _minutes(seconds: float) -> Amount:
    return Amount(Fraction(int(seconds), 60))


def share(claim: Claim, beside: tuple[Claim, ...]) -> bool:
    """A percentage of two figures of the same sentence: 12 of 50 is 24%."""
    if not claim.amount:
        return False
    values = [each.amount.value for each in beside if each.kind in ("figure", "money") and each.amount]
    shares = [Fraction(100) * part / whole for part in values for whole in values if 0 < part < whole]
    return any(abs(each - claim.amount.value) * 2 <= claim.amount.step for each in shares)
