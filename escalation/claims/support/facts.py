"""Facts: what each piece of evidence and each customer's record supports, with the customer it belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from escalation.claims.fold import fold
from escalation.claims.found import Amount, Claim, Clock, Day
from escalation.claims.lazy import Lazy
from escalation.claims.scanning.binding import Binding
from escalation.claims.scanning.days import relative_days
from escalation.claims.scanning.foreign import foreign
from escalation.claims.scanning.lengths import MINUTES
from escalation.claims.scanning.marks import plain_id
from escalation.claims.scanning.names import Key, Named, NameIndex, ours
from escalation.claims.scanning.nouns import concepts_in
from escalation.claims.scanning.scan import scan
from escalation.claims.stops import sentences
from escalation.evidence import Evidence
from escalation.reading.orders.finding import find_orders
from escalation.records import Account


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim that evidence makes: the evidence's id ("" for a customer's record or allowed text) and whose it is.

    `at` is the exact instant, when it is one; `around` are the concepts named anywhere in the same evidence,
    `says` its folded words, `told` when they were said, `reported` that only the reporter of the escalation says so,
    `record` the id of the record that it stands in.
    """

    claim: Claim
    evidence: str
    account: str | None
    at: datetime | None = None
    around: frozenset[str] = frozenset()
    says: str = ""
    told: datetime | None = None
    reported: bool = False
    record: str = ""


_LABELS = (
    (Lazy(r"_usd|\busd|arr"), "money", "USD"),
    (Lazy(r"percent|_pct|odds"), "percentage", ""),
    (Lazy(r"minutes|_min$|_m$"), "duration", "minute"),
    (Lazy(r"hours|_h$|_h\b|age_h"), "duration", "hour"),
    (Lazy(r"days|_d$"), "duration", "day"),
    (Lazy(r"months"), "duration", "month"),
)
ROLES = (
    ("renewal", Lazy(r"renew|续约|续费|续签|到期", re.I)),
    ("trial", Lazy(r"trial[_ ]end|试用(?:期)?(?:到期|结束|截止)", re.I)),
    ("signup", Lazy(r"signup|sign-up|signed up|customer since|签约|注册", re.I)),
    ("close", Lazy(r"close[_ ]date|expected to close|预计成交|预计签单", re.I)),
)


_NAMED = (
    (
        "renewal",
        Lazy(
            r"(?:\brenew(?:s|al)?(?: date)?(?: is)?(?: on| due|:| =)?|续[约费签](?:日期?|时间)?(?:是|为|在|于|:)?)\s?$",
            re.I,
        ),
    ),
    ("trial", Lazy(r"(?:\btrial ends?(?: on)?|试用(?:到期|结束|截止)日?(?:是|为|:)?)\s?$", re.I)),
)


def role_at(text: str, start: int, end: int) -> str:
    """The role that the words right before (or 续约 right behind) a date give it, or ""."""
    before = text[max(0, start - 24) : start]
    named = next((role for role, pattern in _NAMED if pattern.search(before)), "")
    return named or ("renewal" if text[end : end + 2] in ("续约", "续费", "续签") else "")


def roles_in(text: str) -> frozenset[str]:
    """What a date beside these words is: "renewal", "trial", "signup", "close"."""
    return frozenset(name for name, pattern in ROLES if pattern.search(text))


def _obeyed_by_nobody(item: Evidence) -> str:
    """The words with orders to a machine blotted out: what a text wants written is no fact (invariant 5)."""
    words = item.quotation
    if item.source in ("computed", "accounts"):
        return words
    for order in find_orders(words):
        start, end = order.span
        words = words[:start] + " " * (end - start) + words[end:]
    return words


def evidence_facts(item: Evidence, names: NameIndex, *, reported: bool = False) -> Iterator[Fact]:
    """Everything that one piece of evidence supports; `reported` says that nothing but the reporter's words stands behind it."""
    quotation = _obeyed_by_nobody(item)
    folded = fold(quotation)
    claims = [*scan(quotation, quoted=False), *foreign(folded)]
    named = list(names.find(folded))
    binding = Binding(folded, named, claims)
    bounds = sentences(folded)
    label = _label(item.about)
    around = concepts_in(folded) | concepts_in(item.about.replace("_", " "))
    for claim in claims:
        group = _beside(folded, claim, named) if item.source == "computed" else binding.at(claim.start)
        if item.source != "computed" and claim.kind != "money":
            # Where a source's sentence names several, its values may be any of theirs.
            at = bisect_right(bounds, claim.start)
            group |= {key for start, _, key in named if bounds[at - 1] <= start < bounds[min(at, len(bounds) - 1)]}
        owners = ours(group)
        others = {key[1] for key in group if key[0] == "other"}
        owner = _owner(item, owners, others)
        meant, instant = _labelled(claim, label, item.about), _instant(claim, item.at)
        yield Fact(meant, item.id, owner, instant, around, folded, item.at, reported, item.record_id)
    for day in relative_days(folded, item.at) if item.at else ():
        meant = Claim("date", 0, 0, day=day)
        yield Fact(meant, item.id, item.account_id, None, around, folded, item.at, reported, item.record_id)
    if item.at:
        yield replace(instant_fact(item.at, item.id, item.account_id), record=item.record_id)
    yield instant_fact(item.fetched_at, item.id, item.account_id, "now")
    own = item.own_id
    # A channel and a message in it ("C04/p1732") may be named apart.
    for mark in (item.record_id, own, *(own.split("/") if own else ()), item.url, item.account_id):
        if mark:
            key = plain_id(fold(mark))
            yield Fact(Claim("identifier", 0, 0, key=key), item.id, item.account_id, record=item.record_id)


def account_facts(account: Account) -> Iterator[Fact]:
    """What a customer's own record supports, whether or not it was quoted."""
    for claim in (*_amount_claims(account), *_date_claims(account), *_mark_claims(account)):
        yield Fact(claim, "", account.id, record=account.id)
    for past in account.escalation_history:
        yield replace(instant_fact(past.at, "", account.id), record=account.id)


def _amount_claims(account: Account) -> Iterator[Claim]:
    dollars = [("arr", account.arr_usd), *(("deal", deal.amount_usd) for deal in account.deals)]
    for role, usd in dollars:
        if usd is not None:
            yield Claim("money", 0, 0, amount=Amount(exact(usd)), unit="USD", nouns=frozenset({role}))
    if account.seats is not None:
        yield Claim("figure", 0, 0, amount=Amount(Fraction(account.seats)), nouns=frozenset({"seats"}))
    if account.health and account.health.score is not None:
        yield Claim("figure", 0, 0, amount=Amount(exact(account.health.score)), nouns=frozenset({"points"}))
    for topic, hours in _sla_hours(account):
        amount = Amount(exact(hours) * 60)
        yield Claim("duration", 0, 0, amount=amount, unit="hour", nouns=frozenset({topic}))


def _date_claims(account: Account) -> Iterator[Claim]:
    dates = [("renewal", account.renewal_date), ("trial", account.trial_ends), ("signup", account.signup_date)]
    dates += [("close", deal.close_date) for deal in account.deals]
    for role, day in dates:
        if day:
            yield Claim("date", 0, 0, day=Day(day.year, day.month, day.day), nouns=frozenset({role}))


def _mark_claims(account: Account) -> Iterator[Claim]:
    marks = [account.id, account.domain, *(contact.email for contact in account.contacts)]
    for mark in (*marks, *(past.id for past in account.escalation_history)):
        if mark:
            yield Claim("identifier", 0, 0, key=plain_id(fold(mark)))


def instant_fact(at: datetime, evidence: str, account: str | None, role: str = "") -> Fact:
    """An exact instant, as a fact that is both a date and a time."""
    nouns = frozenset({role} if role else ())
    return Fact(Claim("time", 0, 0, clock=Clock(at.hour * 60 + at.minute, 0), nouns=nouns), evidence, account, at)


def _beside(text: str, claim: Claim, named: list[Named]) -> frozenset[Key]:
    """In "420000 = 240000 (acc-1) + …" a value belongs to the customer in the brackets right behind it, if to any."""
    inside = Lazy(r"\s?\(([^()]*)\)").match(text, claim.end)
    keys = [key for start, _, key in named if inside and inside.start(1) <= start < inside.end(1)]
    return frozenset(keys) if len(keys) == 1 else frozenset()


def _owner(item: Evidence, owners: frozenset[str], others: set[str]) -> str | None:
    if len(owners) == 1 and not others:
        return next(iter(owners))
    if others and not owners:
        return f"other:{min(others)}"
    return None if owners else item.account_id


def _label(about: str) -> tuple[str, str] | None:
    return next(((kind, unit) for pattern, kind, unit in _LABELS if pattern.search(about)), None)


def _labelled(claim: Claim, label: tuple[str, str] | None, about: str) -> Claim:
    """Reads a bare number by the name of its field: "arr_usd" is money, "age_hours" a length of time."""
    if claim.kind == "date" and claim.day:
        return replace(claim, nouns=claim.nouns | roles_in(about))
    if claim.kind == "money" and about != "text":
        return replace(claim, nouns=claim.nouns | ({"arr"} if "arr" in about else frozenset()))
    if claim.kind != "figure" or not claim.amount or claim.nouns:
        return claim
    if not label:
        return replace(claim, nouns=concepts_in(about.replace("_", " ")))
    kind, unit = label
    if kind == "money":
        return replace(claim, kind="money", unit=unit, nouns=frozenset({"arr"} if "arr" in about else ()))
    if kind == "duration":
        size = MINUTES[unit]
        amount = replace(claim.amount, value=claim.amount.value * size, step=claim.amount.step * size)
        return replace(claim, kind="duration", unit=unit, amount=amount)
    return replace(claim, kind="percentage")


def _instant(claim: Claim, told: datetime | None) -> datetime | None:
    """The instant of a date and time written with its zone; a year left out is the one in which it was told."""
    clock = claim.clock
    if not clock or clock.offset is None or not clock.day or not (clock.day.year or told):
        return None
    day = clock.day
    try:
        local = datetime(day.year or (told.year if told else 1), day.month or 1, day.day or 1, tzinfo=UTC)
    except ValueError:
        return None
    return local + timedelta(minutes=clock.minute - clock.offset)


def _sla_hours(account: Account) -> list[tuple[str, float]]:
    sla = account.sla
    if not sla:
        return []
    allowed = sla.resolution_h
    hours = [("response", sla.first_response_h), ("update", sla.update_h)]
    if allowed:
        hours += [("resolution", each) for each in (allowed.urgent, allowed.high, allowed.normal, allowed.low)]
    return [(topic, each) for topic, each in hours if each is not None]


def exact(value: float) -> Fraction:
    """A number of a record as it is written there."""
    return Fraction(str(value))


def only_reported(evidence: Sequence[Evidence]) -> frozenset[str]:
    """Ids of the reporter's own words, and of what was worked out from nothing else."""
    own = frozenset(item.id for item in evidence if item.id and typed(item))
    worked = (item for item in evidence if item.id and item.source == "computed" and item.inputs)
    return own | frozenset(item.id for item in worked if own.issuperset(item.inputs))


def typed(item: Evidence) -> bool:
    """Whether these are the reporter's own words."""
    return item.source == "reporter"


def records_of(cited: Collection[str], evidence: Sequence[Evidence]) -> tuple[frozenset[str], frozenset[str]]:
    """Ids of the records that these ids of evidence quote or were worked out from; and the ids themselves, with their inputs
    and with what was worked out from one of them."""
    known = {item.id: item for item in evidence if item.id}
    ids, left = set[str](), list(cited)
    while left:
        if (id := left.pop()) in known and id not in ids:
            ids.add(id)
            left += known[id].inputs
    ids |= {item.id for item in evidence if item.id and set(item.inputs) & set(cited)}
    records = {known[id].record_id for id in ids if known[id].source not in ("computed", "reporter")}
    return frozenset(records), frozenset(ids)
