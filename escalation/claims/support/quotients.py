"""Quotients: means over customers, amounts per seat or per thing told, and what two customers' contracts are apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Amount, Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Place
from escalation.claims.scanning.names import ours
from escalation.claims.support.cohorts import seats_of, users_of
from escalation.claims.support.rounding import equal
from escalation.claims.support.sizes import groups

_MEAN = Lazy(
    r"\baverage\b|\bmean\b|\bapiece\b|\beach\b|\bper (?:customer|account|company)\b|\ba customer\b|平均|每家|每个客户",
    re.I,
)
_SEAT = Lazy(r"\b(?:per|a|each|every)[ -](?:seat|user|licen[cs]e)\b|每(?:个|一)?(?:席位?|坐席|座席|用户)|人均", re.I)
_PER = Lazy(r"\b(?:per|each|every|apiece)\b|\ba (?!year|month|week|day)[a-z]+\b|每|平均", re.I)
_PERIODS = (
    (Lazy(r"\b(?:a|per|each|every) month\b|\bmonthly\b|每个?月|月均", re.I), 12),
    (Lazy(r"\b(?:a|per|each|every) quarter\b|\bquarterly\b|每个?季度", re.I), 4),
    (Lazy(r"\b(?:a|per|each|every) week\b|\bweekly\b|每周", re.I), 52),
    (Lazy(r"\b(?:a|per|each|every) day\b|\bdaily\b|每天", re.I), 365),
)
"""How often each of these is in a year, for which contracts are told."""
_GAP = Lazy(
    r"\bgap\b|\bdiffer|\b(?:more|less) than\b|\bapart\b|\babove\b|\bbelow\b|\bbetween\b|\b(?:bigg|larg|small)er\b|"
    r"差|多|少|高出|相比",
    re.I,
)


def money_per(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """ "$7,750 a seat", "on average $31k", "$39,600 apart": told of ARR, by customers, seats or a count told beside it."""
    if not claim.amount or claim.unit != "USD":
        return False
    wanted = claim.amount
    return any(value and _near(wanted, value) for value in _values(place, book))


def _values(place: Place, book: EvidenceBook) -> Iterator[Fraction]:
    words = place.sentence
    sizes = groups(place, book)
    counts = {*place.told("figure")}
    amounts = {*place.told("money")}
    for ids in sizes:
        arr, known = book.arr(ids), [id_ for id_ in ids if book.accounts[id_].arr_usd is not None]
        if _MEAN.search(words) and known:
            yield from (arr / len(ids), arr / len(known))
        if _SEAT.search(words) and (seats := seats_of(ids, book.accounts)):
            yield arr / seats
        if _PER.search(words) and (len(ids) == 1 or len(ids) == len(book.accounts)):
            amounts.add(arr)
    if _PER.search(words):
        yield from (amount / count for amount in amounts for count in counts if count > 1)
    for pattern, times in _PERIODS:
        if pattern.search(words):
            yield from (amount / times for amount in amounts | {book.arr(ids) for ids in sizes})
    if _GAP.search(words):
        known_arr = {Fraction(str(a.arr_usd)) for a in book.accounts.values() if a.arr_usd is not None}
        named = {book.arr(frozenset({id_})) for id_ in ours(place.keys)} - {Fraction(0)}
        pool = named if len(named) > 1 else known_arr if len(known_arr) <= 6 else {min(known_arr), max(known_arr)}
        pool |= {book.arr(ids) for ids in sizes if 1 < len(ids) < len(book.accounts)}
        yield from (abs(a - b) for a, b in combinations(pool | amounts, 2))


def _near(wanted: Amount, value: Fraction) -> bool:
    # A quotient has any number of digits: whoever writes it rounds to the last one shown.
    return equal(wanted, Amount(value)) or abs(value - wanted.value) * 2 <= wanted.step


_MORE = Lazy(r"\b(?:more|fewer|less)\b|比[^，。]{1,20}[多少]|[多少][^，。]{0,6}(?:席|人)", re.I)


def seats_apart(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """ "Ten seats more than Lumirane": what seats and users of the customers spoken of are apart."""
    if not claim.amount or claim.nouns - {"seats", "users"} or not _MORE.search(place.sentence):
        return False
    ids = [*ours(place.keys)] or (list(book.accounts) if len(book.accounts) == 1 else [])
    sizes = {seats_of(frozenset({id_}), book.accounts) for id_ in ids}
    sizes |= {each for id_ in ids for each in users_of(frozenset({id_}), book.cases)}
    return any(abs(a - b) == claim.amount.value for a, b in combinations(sizes - {0}, 2))


def seats_together(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """The seats of a group of customers, and those with a number told beside them ("150 more would make 570")."""
    if not claim.amount or any(noun != "seats" and not noun.startswith("?") for noun in claim.nouns):
        return False
    told = {*place.told("figure")}
    wanted = claim.amount.value
    for ids in groups(place, book):
        seats = seats_of(ids, book.accounts)
        if seats and (wanted == seats if len(ids) > 1 else wanted - seats in told):
            return True
    return False
