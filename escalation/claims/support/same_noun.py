"""The same noun: whether a number in a text counts what a number in a source counts."""

from __future__ import annotations

from escalation.claims.fold import HAN
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Place
from escalation.claims.scanning.nouns import EVENTS, ITEMS, RUNS, concepts_in
from escalation.claims.support.facts import Fact


def counts_same(claim: Claim, fact: Fact, place: Place) -> bool:
    """Whether the claim's noun and the fact's are the same, or said of one thing."""
    wanted, known = claim.nouns, fact.claim.nouns
    if "ratio" in wanted:
        return "ratio" in known
    if known and all(noun.startswith("plan:") for noun in known) and "customers" in wanted:
        return known <= concepts_in(place.clause)
    plans = frozenset(noun for noun in wanted if noun.startswith("plan:"))
    if plans and wanted - plans - {"customers"}:
        wanted, plans = wanted - plans, frozenset[str]()  # "On Starter: three seats" counts seats.
    if plans and not plans & (known | fact.around):
        return False
    return not wanted or bool(wanted & known) or _much_the_same(claim, wanted, fact, place)


def _much_the_same(claim: Claim, wanted: frozenset[str], fact: Fact, place: Place) -> bool:
    """Whether two nouns are said of one thing: runs and attempts, rows and tasks, five people and five drivers."""
    known = fact.claim.nouns
    strange = bool(known) and all(noun.startswith("?") for noun in known)
    if wanted == _ANYBODY and strange:
        return True
    end = place.offset + claim.end - claim.start
    if strange and wanted == frozenset({"times"}) and place.sentence[end : end + 1] in ("次", "回"):
        return True  # 次 counts whatever is named behind it.
    if "times" in wanted | known and (wanted | known) & EVENTS:
        return True
    if _telling(claim) and all(noun in ITEMS | RUNS or noun.startswith("?") for noun in wanted | known):
        return True
    if (wanted <= RUNS and known & RUNS) or (wanted & ITEMS and known & ITEMS and _telling(claim)):
        return True
    if wanted == frozenset({"seats"}) and "users" in known and _OF_ALL.match(place.sentence, end):
        return True
    return _unknown_noun(wanted, fact) or _other_tongue(claim, fact, place)


def _unknown_noun(wanted: frozenset[str], fact: Fact) -> bool:
    known = fact.claim.nouns
    unknown = next((noun[1:] for noun in wanted if noun.startswith("?")), None)
    if "sites" in wanted and (not known or "regions" in known or any(noun.startswith("?") for noun in known)):
        return True  # What a company calls its houses is its own: hotels, stores, branches, 院区.
    if unknown:
        return not known or any(noun.startswith("?") for noun in known) or unknown.rstrip("s") in fact.says.lower()
    return not known and bool(wanted & fact.around) and not wanted & _COUNTED


def _other_tongue(claim: Claim, fact: Fact, place: Place) -> bool:
    """ "60 rules" of a source that has 60条: nobody can tell what a rare noun is called in the other language."""
    strange = bool(claim.nouns) and all(noun.startswith("?") for noun in claim.nouns)
    if not strange or fact.claim.nouns & _ASKED or not fact.claim.end:
        return False
    mine = _HAN.match(place.sentence, place.offset + claim.end - claim.start)
    theirs = _HAN.match(fact.says, fact.claim.end)
    return bool(mine) != bool(theirs)


_HAN = Lazy(rf"\s?[{HAN}]")
_ASKED = frozenset({"customers", "users", "seats"})
_ANYBODY = frozenset({"users", "customers"})
_OF_ALL = Lazy(r"\s(?:out )?of (?:(?:the|their|its|all|our|those) )*(?:[\d,]+ )?")


_COUNTED = frozenset({"customers", "tickets", "seats"})
"""What is too often asked for to be guessed from words that merely stand in the same evidence."""


def _telling(claim: Claim) -> bool:
    """A number that nobody writes by chance: 4,120, 312; not 20, 500 or 3."""
    value = claim.amount.value if claim.amount else 0
    return value >= 1000 or (value >= 100 and value % 100 != 0)


def of_customers(fact: Fact) -> bool:
    """Whether a source's number counts customers, or nothing that it names."""
    nouns = fact.claim.nouns
    return not nouns or "customers" in nouns or any(noun.startswith("plan:") for noun in nouns)
