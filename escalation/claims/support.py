"""Support: whether a claim is what the evidence says, and if not, why not and what would be."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from escalation.claims import calendar_support, derive
from escalation.claims.book import EvidenceBook
from escalation.claims.facts import Fact, roles_in
from escalation.claims.found import Claim
from escalation.claims.money import money_roles
from escalation.claims.nouns import EVENTS
from escalation.claims.quotation_support import quotation
from escalation.claims.reasons import Group, Place, Reason

Judge = Callable[[Claim, Place, EvidenceBook], Reason | None]


def belongs(fact: Fact, group: Group, book: EvidenceBook) -> bool:
    """Whether a fact may be said where these customers are spoken of. A fact of no customer may be said anywhere."""
    if fact.account is None:
        return True
    if not group:
        return fact.account in book.accounts or fact.claim.kind != "money"
    return any(fact.account == (key[1] if key[0] == "account" else f"other:{key[1]}") for key in group)


def judge(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    """None when the evidence supports the claim."""
    return _JUDGES[claim.kind](claim, place, book)


def _figure(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    same = _same(claim, "figure", book)
    fitting = [fact for fact in same if _counts_same(claim, fact)]
    if any(belongs(fact, place.group, book) for fact in fitting):
        return None
    if derive.count(claim, place.group, book) or derive.rest(claim, place, book) or _unlabelled(claim, place, book):
        return None
    if fitting:
        return Reason("other_customers", tuple(fitting))
    if same:
        return Reason("other_noun", tuple(same), ", ".join(sorted(claim.nouns)))
    near = [fact for fact in book.index.all("figure") if _counts_same(claim, fact) and claim.nouns]
    return Reason("figure_unknown", _nearest(claim, near))


def _unlabelled(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """An amount or a percentage whose sign was left out ("ARR 240000", "40 points")."""
    kinds = [kind for kind, may in (("money", not claim.nouns), ("percentage", "points" in claim.nouns)) if may]
    return any(belongs(fact, place.group, book) for kind in kinds for fact in _same(claim, kind, book))


def _counts_same(claim: Claim, fact: Fact) -> bool:
    wanted, known = claim.nouns, fact.claim.nouns
    plans = {noun for noun in wanted if noun.startswith("plan:")}
    if plans and not plans & (known | fact.around):
        return False
    if not wanted or wanted & known:
        return True
    if "times" in wanted | known and (wanted | known) & EVENTS:
        return True
    unknown = next((noun[1:] for noun in wanted if noun.startswith("?")), None)
    if unknown:
        return not known or any(noun.startswith("?") for noun in known) or unknown.rstrip("s") in fact.says.lower()
    return not known and bool(wanted & fact.around)


def _money(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    same = _same(claim, "money", book)
    fitting = [fact for fact in same if fact.claim.unit == claim.unit]
    roles = money_roles(place.clause)
    right = [fact for fact in fitting if not roles or not fact.claim.nouns or roles & fact.claim.nouns]
    if any(fact.account is None if place.total else belongs(fact, place.group, book) for fact in right):
        return None
    if derive.sum_of_accounts(claim, place.group, book):
        return None
    if right:
        return Reason("other_customers", tuple(right))
    if fitting:
        return Reason("other_role", tuple(fitting), ", ".join(sorted(roles)))
    if same:
        return Reason("other_currency", tuple(same))
    near = [fact for fact in book.index.all("money") if belongs(fact, place.group, book)]
    return Reason("money_unknown", _nearest(claim, near))


def _percentage(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    same = _same(claim, "percentage", book)
    if any(belongs(fact, place.group, book) for fact in same) or derive.share(claim, place.beside):
        return None
    if same:
        return Reason("other_customers", tuple(same))
    return Reason("percentage_unknown", _nearest(claim, book.index.all("percentage")))


def _duration(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    same = _same(claim, "duration", book)
    if any(belongs(fact, place.group, book) for fact in same) or derive.age(claim, place.group, book):
        return None
    if same:
        return Reason("other_customers", tuple(same))
    return Reason("duration_unknown", _nearest(claim, book.index.all("duration")))


def _date(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    if not claim.day:
        return None if calendar_support.weekday(claim.key, book) else Reason("weekday_unknown")
    same = book.index.on(claim.day)
    roles = roles_in(place.clause)
    fitting = [fact for fact in same if not roles or not _has_role(fact) or roles & fact.claim.nouns]
    if place.role:
        fitting = [fact for fact in same if place.role in fact.claim.nouns | roles_in(fact.says)]
    if any(belongs(fact, place.group, book) for fact in fitting):
        return None
    if fitting:
        return Reason("other_customers", tuple(fitting))
    if same:
        return Reason("other_role", tuple(same), ", ".join(sorted(roles)))
    return Reason("date_unknown", calendar_support.nearest_day(claim.day, book))


def _has_role(fact: Fact) -> bool:
    return bool(fact.claim.nouns)


def _time(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    same = calendar_support.times(claim.clock, book) if claim.clock else []
    if any(belongs(fact, place.group, book) for fact in same):
        return None
    return Reason("other_customers", tuple(same)) if same else Reason("time_unknown")


def _identifier(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    same = book.index.marks.get(claim.key, [])
    if any(belongs(fact, place.group, book) for fact in same):
        return None
    if same:
        return Reason("other_customers", tuple(same))
    return Reason("identifier_unknown")


def _same(claim: Claim, kind: str, book: EvidenceBook) -> list[Fact]:
    return book.index.equal(kind, claim.amount) if claim.amount else []


def _nearest(claim: Claim, facts: Iterable[Fact]) -> tuple[Fact, ...]:
    amount = claim.amount
    if not amount:
        return ()
    known = [fact for fact in facts if fact.claim.amount and fact.claim.end]
    return tuple(sorted(known, key=lambda fact: abs((fact.claim.amount or amount).value - amount.value))[:1])


def _citation(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    return None if claim.key in book.ids else Reason("citation_unknown")


def _quotation(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    return quotation(claim, place.group, book, place.clause)


_JUDGES: dict[str, Judge] = {
    "figure": _figure,
    "money": _money,
    "percentage": _percentage,
    "duration": _duration,
    "date": _date,
    "time": _time,
    "identifier": _identifier,
    "citation": _citation,
    "quotation": _quotation,
}
