"""Cohorts: the groups of customers a sentence may speak of, by region, plan, year of renewal or size, and what they come to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from escalation.claims.lazy import Lazy
from escalation.claims.scanning.nouns import concepts_in
from escalation.records import Account


@dataclass(frozen=True, slots=True)
class Case:
    """The part of a ticket that is counted with: whose it is, how many users it names, and its instants."""

    account: str | None
    created: datetime
    answered: datetime | None = None
    answer_due: datetime | None = None
    solved: datetime | None = None
    solve_due: datetime | None = None
    users: int | None = None
    record: str = ""
    states: tuple[str, ...] = ()
    """Its priority and its status."""


_EUROPE = (
    "eu|emea|europe|uk|norway|sweden|denmark|finland|germany|france|spain|italy|ireland|netherlands|austria|"
    "switzerland|poland|belgium|portugal|czechia|united kingdom|"
    "at|be|ch|cz|de|dk|es|fi|fr|gb|ie|it|nl|no|pl|pt|se"
)
_CHINA = "cn|china|mainland china"
_WHERE = (
    (r"\b(?:US|U\.S\.|USA)\b|\b(?:American|United States)\b|美国", "us|usa|united states|na|north america"),
    (r"\b(?:EU|EMEA|Europe|European|Europeans)\b|欧洲", _EUROPE),
    (r"\b(?:mainland )?(?:China|Chinese)\b|中国(?!台湾|香港)|国内|内地|大陆", _CHINA),
    (r"\bHong Kong\b|香港", "hk|hong kong"),
    (r"\bTaiwan(?:ese)?\b|台湾", "tw|taiwan"),
    (r"\bJapan(?:ese)?\b|日本", "jp|japan"),
    (r"\b(?:UK|British|Britain)\b|英国", "uk|gb|united kingdom"),
    (r"\bNorw(?:ay|egian)\b|挪威", "no|norway"),
    (r"\bGerman(?:y)?\b|德国", "de|germany"),
    (r"\b(?:France|French)\b|法国", "fr|france"),
    (r"\bSingapore\b|新加坡", "sg|singapore"),
    (r"\bAustralian?\b|澳大利亚|澳洲", "au|australia"),
    (r"\bCanad(?:a|ian)\b|加拿大", "ca|canada"),
)
_PLACES = tuple((Lazy(words), frozenset(regions.split("|"))) for words, regions in _WHERE)
PLACE_NAME = rf"(?:{'|'.join(words for words, _ in _WHERE)})"
"""Any of them, for a pattern of another file."""
CUSTOMERS = Lazy(r"\b(?:customers?|accounts?|clients?|companies|ones?)\b|客户|家|企业|租户", 2)
RENEWS = Lazy(r"\brenew|续约|续费|续签", re.I)
_THIS_YEAR, _NEXT_YEAR = Lazy(r"\bthis year\b|今年|年内", re.I), Lazy(r"\bnext year\b|明年", re.I)
_YEAR = Lazy(r"\bin (20\d\d)\b|(20\d\d)\s?年")
_UNKNOWN = Lazy(
    r"\bunknown|\bno (?:contract )?value|\bnot (?:yet )?(?:entered|recorded)|未知|未录入|没有合同额|不详", 2
)
_KNOWN = Lazy(r"\bknown|\bwith (?:a|an) (?:contract )?value|已知|可量化|有合同额|有记录", re.I)


def by_attribute(text: str, accounts: dict[str, Account], today_year: int | None) -> frozenset[str] | None:
    """The customers that the attributes named in a folded text leave; None where it names none."""
    left, named = set(accounts), False
    plans = {noun[5:] for noun in concepts_in(text) if noun.startswith("plan:")}
    if plans:
        named, left = True, {id_ for id_ in left if (accounts[id_].plan or "").lower() in plans}
    if places := [regions for words, regions in _PLACES if words.search(text)]:
        # "In Europe and Taiwan": either.
        named, left = (
            True,
            {id_ for id_ in left if any((accounts[id_].region or "").lower() in each for each in places)},
        )
    for year in _renewal_years(text, today_year):
        named, left = True, {id_ for id_ in left if _renews(accounts[id_]) == year}
    if named and _KNOWN.search(text) and not _UNKNOWN.search(text):
        left = {id_ for id_ in left if accounts[id_].arr_usd is not None}
    return frozenset(left) if named else None


def _renewal_years(text: str, this: int | None) -> Iterator[int]:
    if not this or not RENEWS.search(text):
        return
    if _THIS_YEAR.search(text):
        yield this
    if _NEXT_YEAR.search(text):
        yield this + 1
    for match in _YEAR.finditer(text):
        yield int(match[1] or match[2])


def _renews(account: Account) -> int | None:
    return account.renewal_date.year if account.renewal_date else None


def seats_of(ids: frozenset[str], accounts: dict[str, Account]) -> Fraction:
    return Fraction(sum(accounts[id_].seats or 0 for id_ in ids if id_ in accounts))


def users_of(ids: frozenset[str], cases: tuple[Case, ...]) -> frozenset[Fraction]:
    """Users on their tickets: the largest figure of each customer, and all figures added."""
    most: dict[str, int] = {}
    every = 0
    for case in cases:
        if case.account in ids and case.users:
            most[case.account or ""] = max(case.users, most.get(case.account or "", 0))
            every += case.users
    return frozenset({Fraction(sum(most.values())), Fraction(every)}) - {Fraction(0)}
