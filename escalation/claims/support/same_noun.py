"""The same noun: whether a number in a text counts what a number in a source counts."""

from __future__ import annotations

from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Place
from escalation.claims.scanning.nouns import EVENTS, concepts_in
from escalation.claims.support.facts import Fact

ASKED = frozenset({"customers", "competitors", "users", "seats", "tickets", "escalations", "incidents", "times"})
"""What a brief is about: how many of these there are is a fact of its own, which a number of something else does not bear out.

Whatever else is counted goes by many names, in two languages and in every customer's own; there the value speaks.
"""
_KEPT = ASKED - {"times"}
"""Of these a number stays one: times may be runs, failures, anything that happens."""
_ANYBODY = frozenset({"users", "customers"})
_ANYTHING = frozenset({"users", "times"})
_SMALL = 5
_LISTED = frozenset({"customers", "tickets", "seats"})
"""What records count: nobody's number of it is guessed from words that merely stand in the same evidence."""
_TIMES = Lazy(r"\s?[次回]")
_WORD = Lazy(r"\s?\+?\s?(?P<word>[A-Za-z]{4,})")
_OF_ALL = Lazy(r"\s(?:out )?of (?:(?:the|their|its|all|our|those) )*(?:[\d,]+ )?")


def counts_same(claim: Claim, fact: Fact, place: Place) -> bool:
    """Whether the claim's noun and the fact's are the same, or may be said of one thing."""
    wanted, known = _concepts(claim), _concepts(fact.claim)
    if "nth" in known:
        return bool(wanted & known)  # Of the fourth failure follows that there were four failures, and no more.
    if known and all(noun.startswith("plan:") for noun in known) and "customers" in wanted:
        return known <= concepts_in(place.clause)
    plans = frozenset(noun for noun in wanted if noun.startswith("plan:"))
    if plans and wanted - plans - {"customers"}:
        wanted, plans = wanted - plans, frozenset[str]()  # "On Starter: three seats" counts seats.
    if wanted & known or not claim.nouns or _broken(claim):
        return True
    if _same_word(claim, fact, place):
        return True
    if wanted and wanted <= ASKED:
        return _asked(wanted, known, claim, fact, place)
    if _named_both(wanted, known, fact) and not _TIMES.match(place.sentence, place.end(claim)):
        return False
    # "Two fleets": what a company calls its customers, or its people, is its own.
    return not known <= _KEPT or not known or (not wanted and known <= _ANYBODY)


def _named_both(wanted: frozenset[str], known: frozenset[str], fact: Fact) -> bool:
    """Whether both say what they count and the source speaks of nothing that the text counts: "312 rows" are no 312 files."""
    return bool(wanted and known) and not wanted & fact.around and "times" not in wanted | known


def _broken(claim: Claim) -> bool:
    """Nothing that is counted one by one comes in parts: 2026.1 is a version."""
    return claim.amount is not None and claim.amount.value.denominator != 1


def _same_word(claim: Claim, fact: Fact, place: Place) -> bool:
    """Whether the very word behind the number stands behind it in the source, whatever it may mean: "40+ reports a day"."""
    mine = _WORD.match(place.sentence, place.end(claim))
    theirs = _WORD.match(fact.says, fact.claim.end) if fact.claim.end else None
    return mine is not None and theirs is not None and mine["word"].lower() == theirs["word"].lower()


def _concepts(claim: Claim) -> frozenset[str]:
    """The nouns that the table knows; of others only the text can tell what they are."""
    return frozenset(noun for noun in claim.nouns if not noun.startswith("?"))


def _asked(wanted: frozenset[str], known: frozenset[str], claim: Claim, fact: Fact, place: Place) -> bool:
    """Customers, users, tickets: a source must count them too, under their name or under none that the table has."""
    end = place.end(claim)
    if "times" in wanted | known and (wanted | known) & EVENTS:
        return True
    if wanted == frozenset({"seats"}) and "users" in known:
        return bool(_OF_ALL.match(place.sentence, end))
    if known:
        return False
    if "times" in wanted and _tied(fact, place):
        return True
    if fact.claim.nouns or "times" in wanted:
        # "900 nurses" are users, and 次 counts whatever is named behind it; small numbers stand beside any word.
        return bool(wanted & _ANYTHING) and claim.amount is not None and claim.amount.value >= _SMALL
    return bool(wanted & fact.around) and not wanted & _LISTED


def _tied(fact: Fact, place: Place) -> bool:
    """Whether the sentence names the source's record or the day it was told: 次 counts there what the source counts."""
    days = {(each.day.month, each.day.day) for each in place.beside if each.day}
    told = fact.told is not None and (fact.told.month, fact.told.day) in days
    return told or any(each.kind == "identifier" and each.key == fact.record.lower() for each in place.beside)


def of_customers(fact: Fact) -> bool:
    """Whether a source's number counts customers, or nothing that it names."""
    nouns = fact.claim.nouns
    return not nouns or "customers" in nouns or any(noun.startswith("plan:") for noun in nouns)
