"""Dates and times of day: whether evidence of the customers spoken of has them, in the role their words give them."""

from __future__ import annotations

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Place, Reason
from escalation.claims.support import calendar_support
from escalation.claims.support.belonging import belongs
from escalation.claims.support.facts import Fact, roles_in
from escalation.claims.support.places import zones_at

_NO_DATE = Reason("date_unknown")


def date(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    if claim.key.startswith("q"):
        return (
            None
            if calendar_support.quarter(int(claim.key[1:]), roles_in(place.clause), place.group, book)
            else _NO_DATE
        )
    if not claim.day:
        if any(each.clock and each.clock.weekday == int(claim.key) for each in place.beside):
            return None  # "Monday at 3 pm" is one moment, and judged as the time it is.
        beside = (each.day for each in place.beside if each.day and touches(claim, each, place))
        fits = calendar_support.weekday_of(claim.key, beside, book)
        if fits is None:
            fits = calendar_support.weekday(claim.key, place.spoken, book, past=_begun(claim, place))
        return None if fits else Reason("weekday_unknown")
    same = book.index.on(claim.day)
    roles = roles_in(place.clause)
    fitting = [fact for fact in same if not roles or not _has_role(fact) or roles & fact.claim.nouns]
    if place.role:
        fitting = [fact for fact in same if place.role in fact.claim.nouns | roles_in(fact.says)]
    if any(belongs(fact, place.spoken, book) for fact in fitting):
        return None
    if fitting:
        return Reason("other_customers", tuple(fitting))
    if same:
        return Reason("other_role", tuple(same), ", ".join(sorted(roles)))
    return Reason("date_unknown", calendar_support.nearest_day(claim.day, book))


_ONSET = Lazy(r"\b(?:since|starting|beginning|as of) (?:last |this |on )?$|[自从](?:上|本|这)?$", 2)
_ONSET_AFTER = Lazy(r"\s?(?:上午|下午|早上|晚上|凌晨|中午|早|晚)?(?:[^，。,;；]{0,6}(?:起|开始|以来))", 2)


def _begun(claim: Claim, place: Place) -> bool:
    """ "Since Monday", 从周一上午开始: a day that has been."""
    return place.framed(claim, _ONSET, _ONSET_AFTER, 16)


_APPOSED = Lazy(r"[\s,，(（]*(?:(?:is|was|falls on|a|an|the|on|是|为|正好)\s?)*[\s,，(（]*", 2)


def touches(claim: Claim, other: Claim, place: Place) -> bool:
    """ "Sunday, 1 March", "14 June, a Saturday", "14 June is a Sunday", 3月20日（周五）."""
    return apposed(place.sentence, *place.between(claim, other))


def apposed(text: str, start: int, end: int) -> bool:
    """Whether nothing stands between a date and a weekday that tells of two days."""
    return bool(_APPOSED.fullmatch(text, start, end))


def _has_role(fact: Fact) -> bool:
    return bool(fact.claim.nouns)


def time(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    zones = zones_at(place.sentence, place.offset, place.end(claim), book)
    same = calendar_support.times(claim.clock, book, zones) if claim.clock else []
    if any(belongs(fact, place.spoken, book) for fact in same):
        return None
    return Reason("other_customers", tuple(same)) if same else Reason("time_unknown")
