"""Support: whether a claim is what the evidence says, and if not, why not and what would be."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Amount, Claim
from escalation.claims.lazy import Lazy
from escalation.claims.money import money_roles
from escalation.claims.reasons import Group, Place, Reason
from escalation.claims.scanning.lengths import MINUTES
from escalation.claims.support import arithmetic, calendar_support, derive, from_now, quotients, records, sizes, spans
from escalation.claims.support.agreed import same_topic
from escalation.claims.support.facts import Fact, exact, roles_in
from escalation.claims.support.places import zones_at
from escalation.claims.support.quotation import quotation
from escalation.claims.support.rounding import comes_near, equal
from escalation.claims.support.same_noun import counts_same, of_customers

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
    by_attribute = sizes.counted(claim, place, book)
    if by_attribute:
        return None
    decided = records.decided(claim, place, book)
    if decided is not None:
        return None if decided else Reason("figure_unknown")
    same = _same(claim, "figure", book)
    if by_attribute is False:
        # So many have another attribute, unless a source gives that very number of them.
        same = [fact for fact in same if sizes.attributed(fact.says, book) and of_customers(fact)]
    fitting = [fact for fact in same if counts_same(claim, fact, place)]
    if any(belongs(fact, place.spoken, book) for fact in fitting):
        return None
    if by_attribute is None and any(way(claim, place, book) for way in _FIGURE_WAYS):
        return None
    if fitting:
        return Reason("other_customers", tuple(fitting))
    if any(belongs(fact, place.spoken, book) for fact in same) and _LABEL.match(
        place.sentence, place.offset + claim.end - claim.start
    ):
        return None
    if same:
        return Reason("other_noun", tuple(same), ", ".join(sorted(claim.nouns)))
    near = [fact for fact in book.index.all("figure") if claim.nouns and claim.nouns & fact.claim.nouns]
    return Reason("figure_unknown", _nearest(claim, near))


def _unlabelled(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """An amount or a percentage whose sign was left out ("ARR 240000", "40 points")."""
    kinds = [kind for kind, may in (("money", not claim.nouns), ("percentage", "points" in claim.nouns)) if may]
    if any(belongs(fact, place.spoken, book) for kind in kinds for fact in _same(claim, kind, book)):
        return True
    if claim.nouns:
        return "points" in claim.nouns and arithmetic.share(claim, place, book)
    units = {each.unit for each in place.beside if each.kind == "duration" and each.unit}
    return any(_same_length(claim, unit, place, book) for unit in units)


def _same_length(claim: Claim, unit: str, place: Place, book: EvidenceBook) -> bool:
    """ "26 hours against the agreed four": a bare number in the unit of a length told beside it."""
    if not claim.amount:
        return False
    size = MINUTES[unit]
    amount = replace(claim.amount, value=claim.amount.value * size, step=claim.amount.step * size)
    return _duration(replace(claim, kind="duration", amount=amount, unit=unit), place, book) is None


def _money(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    same = _same(claim, "money", book)
    fitting = [fact for fact in same if fact.claim.unit == claim.unit]
    roles = money_roles(place.clause)
    right = [fact for fact in fitting if not roles or not fact.claim.nouns or roles & fact.claim.nouns]
    summed = place.total and len(book.accounts) > 1 and not _summand(claim, place, book)
    if _all_of_one(claim, place, book):
        return Reason("other_customers", tuple(right))
    if any(fact.account is None if summed else belongs(fact, place.group, book) for fact in right):
        return None
    if (
        sizes.sum_of_group(claim, place, book)
        or derive.sum_of_accounts(claim, place, book)
        or arithmetic.worked_out(claim, place, book)
        or quotients.money_per(claim, place, book)
    ):
        return None
    if right:
        return Reason("other_customers", tuple(right))
    if fitting:
        return Reason("other_role", tuple(fitting), ", ".join(sorted(roles)))
    if same:
        return Reason("other_currency", tuple(same))
    near = [fact for fact in book.index.all("money") if belongs(fact, place.group, book)]
    return Reason("money_unknown", _nearest(claim, near))


_OWN = Lazy(
    r"(?:'s|的)\s?(?:\w+ )?(?:arr|annual \w+|contract(?: value)?|年费|年?合同额)\s?(?:is|of|:|为|是|达|有)?\s?$"
    r"|(?:\bpays|支付|贡献)\s?$",
    2,
)


def _all_of_one(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """What all customers pay together, told as one customer's own."""
    owners = [key[1] for key in place.keys if key[0] == "account"]
    if len(book.accounts) < 2 or len(owners) != 1 or not claim.amount:
        return False
    if not _OWN.search(place.sentence, max(0, place.offset - 32), place.offset):
        return False
    own = book.accounts[owners[0]].arr_usd
    return own is not None and equal(claim.amount, Amount(book.arr())) and not equal(claim.amount, Amount(exact(own)))


def _percentage(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    same = _same(claim, "percentage", book)
    if any(belongs(fact, place.spoken, book) for fact in same) or arithmetic.share(claim, place, book):
        return None
    if sizes.share(claim, place, book):
        return None
    if same:
        return Reason("other_customers", tuple(same))
    return Reason("percentage_unknown", _nearest(claim, book.index.all("percentage")))


def _duration(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    same = [fact for fact in _same(claim, "duration", book) if same_topic(fact, place.clause, place.sentence)]
    if any(belongs(fact, place.spoken, book) for fact in same):
        return None
    ways = () if spans.granted(claim, place) else _RANGE_WAYS if spans.ranged(claim, place) else _DURATION_WAYS
    ways = _DELAY_WAYS if spans.delayed(claim, place) else ways
    meant = from_now.pairs(claim, place, book)
    if spans.lies(claim, meant) if meant is not None else any(way(claim, place, book) for way in ways):
        return None
    if same:
        return Reason("other_customers", tuple(same))
    return Reason("duration_unknown", _nearest(claim, book.index.all("duration")))


_NO_DATE = Reason("date_unknown")


def _date(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    if claim.key.startswith("q"):
        return (
            None
            if calendar_support.quarter(int(claim.key[1:]), roles_in(place.clause), place.group, book)
            else _NO_DATE
        )
    if not claim.day:
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
    end = place.offset + claim.end - claim.start
    ahead = _ONSET.search(place.sentence, max(0, place.offset - 16), place.offset)
    return bool(ahead or _ONSET_AFTER.match(place.sentence, end))


_APPOSED = Lazy(r"[\s,，(（]*(?:(?:is|was|falls on|a|an|the|on|是|为|正好)\s?)*[\s,，(（]*", 2)


def touches(claim: Claim, other: Claim, place: Place) -> bool:
    """ "Sunday, 1 March", "14 June, a Saturday", "14 June is a Sunday", 3月20日（周五）."""
    first, second = sorted((claim, other), key=lambda each: each.start)
    shift = place.offset - claim.start
    return bool(_APPOSED.fullmatch(place.sentence, first.end + shift, second.start + shift))


def _has_role(fact: Fact) -> bool:
    return bool(fact.claim.nouns)


def _time(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    zones = zones_at(place.sentence, place.offset, place.offset + claim.end - claim.start, book)
    same = calendar_support.times(claim.clock, book, zones) if claim.clock else []
    if any(belongs(fact, place.spoken, book) for fact in same):
        return None
    return Reason("other_customers", tuple(same)) if same else Reason("time_unknown")


def _identifier(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    same = book.index.marks.get(claim.key, [])
    if any(belongs(fact, place.spoken, book) for fact in same):
        return None
    if same:
        return Reason("other_customers", tuple(same))
    if claim.key.startswith("http ") and book.says(claim.key[5:]):
        return None  # A status that a source writes without saying what it is.
    return Reason("identifier_unknown")


def _same(claim: Claim, kind: str, book: EvidenceBook) -> list[Fact]:
    return book.index.equal(kind, claim.amount) if claim.amount else []


def _nearest(claim: Claim, facts: Iterable[Fact]) -> tuple[Fact, ...]:
    amount = claim.amount
    if not amount:
        return ()
    known = [fact for fact in facts if fact.claim.amount and fact.claim.end and comes_near(fact.claim.amount, amount)]
    return tuple(sorted(known, key=lambda fact: abs((fact.claim.amount or amount).value - amount.value))[:1])


def _citation(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    return None if claim.key in book.ids else Reason("citation_unknown")


def _quotation(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    return quotation(claim, place.spoken, book, place.clause)


def _summand(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    return arithmetic.summand(claim, place)


def _listed(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    return arithmetic.listed(claim, place)


_LABEL = Lazy(r"\s?号(?!码|称|召)")
"""7 号分片 names one, as "shard 7" does; it counts nothing."""
_FIGURE_WAYS = (
    records.numbered, sizes.sum_of_group, sizes.multiple, sizes.in_ratio, derive.count, derive.rest, derive.first_few,
    derive.named_all, records.recorded, quotients.seats_together, quotients.seats_apart,
    quotients.pair_said,
    _unlabelled, arithmetic.worked_out, _summand, _listed,
)  # fmt: skip
_DURATION_WAYS = (spans.of_events, spans.age, spans.between, spans.of_clocks, arithmetic.worked_out)
_DELAY_WAYS = (spans.of_clocks, arithmetic.worked_out)
_RANGE_WAYS = (spans.of_events, arithmetic.worked_out)
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
