"""Support: whether a claim is what the evidence says, and if not, why not and what would be."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.money import money_roles
from escalation.claims.reasons import Place, Reason
from escalation.claims.scanning.lengths import MINUTES
from escalation.claims.scanning.names import ours
from escalation.claims.support import (
    arithmetic,
    dates,
    derive,
    records,
    sizes,
    spans,
    topics,
)
from escalation.claims.support.facts import Fact, exact
from escalation.claims.support.quotation import quotation
from escalation.claims.support.rounding import comes_near, says
from escalation.claims.support.same_noun import counts_same, of_customers
from escalation.claims.support.topics import same_topic

Judge = Callable[[Claim, Place, EvidenceBook], Reason | None]


def judge(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    """None when the evidence supports the claim."""
    return _JUDGES[claim.kind](claim, place, book)


def _figure(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    by_attribute = sizes.counted(claim, place, book)
    if by_attribute or _as_money(claim, place, book):
        return None
    decided = records.decided(claim, place, book)
    if decided is not None:
        return None if decided else Reason("figure_unknown")
    same = _same(claim, "figure", book)
    if by_attribute is False:
        # So many have another attribute, unless a source gives that very number of them.
        same = [fact for fact in same if sizes.attributed(fact.says, book) and of_customers(fact)]
    fitting = [fact for fact in same if counts_same(claim, fact, place)]
    fitting = derive.of_these(fitting, claim, place, book)
    if any(book.belongs(fact, place.spoken) for fact in fitting):
        return None
    if by_attribute is None and any(way(claim, place, book) for way in _FIGURE_WAYS):
        return None
    if fitting:
        return Reason("other_customers", tuple(fitting))
    if any(book.belongs(fact, place.spoken) for fact in same) and _LABEL.match(place.sentence, place.end(claim)):
        return None
    if same:
        return Reason("other_noun", tuple(same), ", ".join(sorted(claim.nouns)))
    near = [fact for fact in book.index.all("figure") if claim.nouns and claim.nouns & fact.claim.nouns]
    return Reason("figure_unknown", _nearest(claim, near))


def _unlabelled(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """An amount or a percentage whose sign was left out ("ARR 240000", "40 points")."""
    kinds = [kind for kind, may in (("money", not claim.nouns), ("percentage", "points" in claim.nouns)) if may]
    if any(book.belongs(fact, place.spoken) for kind in kinds for fact in _same(claim, kind, book)):
        return True
    if claim.nouns:
        return "points" in claim.nouns and arithmetic.share(claim, place, book)
    units = {each.unit for each in place.beside if each.kind == "duration" and each.unit}
    return any(_same_length(claim, unit, place, book) for unit in units)


def _as_money(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """ "56.1 万美元 in all, 45.6 万 of it …": an amount whose currency is the one told beside it."""
    units = {each.unit for each in place.beside if each.kind == "money"}
    if not claim.amount or claim.amount.step < (_SCALED if claim.nouns else _LARGE):
        return False
    return any(_money(replace(claim, kind="money", unit=unit), place, book) is None for unit in units)


_LARGE, _SCALED = 100, 10_000
"""From such a last digit on a number beside an amount is one too; what stands as if counted ("客户：15 万") from 万 on."""


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
    if any(fact.account is None if summed else book.belongs(fact, place.group) for fact in right):
        return None
    if (
        sizes.sum_of_group(claim, place, book)
        or arithmetic.worked_out(claim, place, book)
        or arithmetic.money_per(claim, place, book)
    ):
        return None
    if right:
        return Reason("other_customers", tuple(right))
    if fitting:
        return Reason("other_role", tuple(fitting), ", ".join(sorted(roles)))
    if same:
        return Reason("other_currency", tuple(same))
    near = [fact for fact in book.index.all("money") if book.belongs(fact, place.group)]
    return Reason("money_unknown", _nearest(claim, near))


_OWN = Lazy(
    r"(?:'s|的)\s?(?:\w+ )?(?:arr|annual \w+|contract(?: value)?|年费|年?合同额)\s?(?:is|of|:|为|是|达|有)?\s?$"
    r"|(?:\bpays|支付|贡献)\s?$",
    2,
)


def _all_of_one(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """What all customers pay together, told as one customer's own."""
    owners = [*ours(place.keys)]
    if len(book.accounts) < 2 or len(owners) != 1:
        return False
    if not _OWN.search(place.sentence, max(0, place.offset - 32), place.offset):
        return False
    own = book.accounts[owners[0]].arr_usd
    return own is not None and says(claim, book.arr()) and not says(claim, exact(own))


def _percentage(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    same = _same(claim, "percentage", book)
    if any(book.belongs(fact, place.spoken) for fact in same) or arithmetic.share(claim, place, book):
        return None
    if sizes.share(claim, place, book) or _signless(claim, place, book):
        return None
    if same:
        return Reason("other_customers", tuple(same))
    return Reason("percentage_unknown", _nearest(claim, book.index.all("percentage")))


def _signless(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """ "Had it at 85%, would say 45 now": the second number of a source is a percentage as well."""
    same = (fact for fact in _same(claim, "figure", book) if "%" in fact.says and not fact.claim.nouns - {"times"})
    return any(book.belongs(fact, place.spoken) for fact in same)


def _duration(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    same = [fact for fact in _same(claim, "duration", book) if same_topic(fact, place.clause, place.sentence)]
    if marks := place.marks & book.ticket_marks:
        # What was worked out for one ticket is said of no other.
        worked_out = book.scene.records
        same = [f for f in same if f.evidence or f.record.lower() not in worked_out - marks]
    if any(book.belongs(fact, place.spoken) for fact in same):
        return None
    ways = () if spans.granted(claim, place) else _RANGE_WAYS if spans.ranged(claim, place) else _DURATION_WAYS
    ways = _DELAY_WAYS if spans.delayed(claim, place) else ways
    meant = topics.from_now(claim, place, book)
    if spans.lies(claim, meant) if meant is not None else any(way(claim, place, book) for way in ways):
        return None
    if same:
        return Reason("other_customers", tuple(same))
    return Reason("duration_unknown", _nearest(claim, book.index.all("duration")))


def _identifier(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    same = book.index.marks.get(claim.key, [])
    if any(book.belongs(fact, place.spoken) for fact in same):
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
    return arithmetic.listed(claim, place) or arithmetic.by_measure(claim, place)


_LABEL = Lazy(r"\s?号(?!码|称|召)")
"""7 号分片 names one, as "shard 7" does; it counts nothing."""
_FIGURE_WAYS = (
    records.numbered, records.of_a_whole, sizes.sum_of_group, sizes.multiple, sizes.in_ratio, derive.count, derive.rest,
    derive.first_few, derive.named_all, records.recorded, arithmetic.seats_together, arithmetic.seats_apart,
    _unlabelled, arithmetic.worked_out, _listed,
)  # fmt: skip
_DURATION_WAYS = (spans.of_events, spans.age, spans.between, spans.of_clocks, arithmetic.worked_out)
_DELAY_WAYS = (spans.of_clocks, arithmetic.worked_out)
_RANGE_WAYS = (spans.of_events, arithmetic.worked_out)
_JUDGES: dict[str, Judge] = {
    "figure": _figure,
    "money": _money,
    "percentage": _percentage,
    "duration": _duration,
    "date": dates.of_date,
    "time": dates.of_time,
    "identifier": _identifier,
    "citation": _citation,
    "quotation": _quotation,
}
