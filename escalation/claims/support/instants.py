"""Instants: from what times lengths are told: first reports, days as midnights, times of day that a source names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import combinations
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from escalation.claims.found import Day
from escalation.claims.lazy import Lazy
from escalation.claims.support.facts import Fact
from escalation.claims.support.index import resolve
from escalation.evidence import Evidence


def stated(fact: Fact, zones: tuple[tzinfo, ...]) -> Iterator[datetime]:
    """A time of day that a source names, as an instant of the day on which it was told."""
    clock = fact.claim.clock
    if fact.at or not clock or not fact.told or clock.day:
        return
    # Without a zone a time is the customer's or ours; UTC only when nothing else is known.
    for zone in (zones[1:] or zones) if clock.offset is None else (UTC,):
        told = fact.told.astimezone(zone)
        midnight = told.replace(hour=0, minute=0, second=0, microsecond=0)
        yield (midnight + timedelta(minutes=clock.minute - (clock.offset or 0))).astimezone(UTC)


_TODAY = Lazy(
    r"\btoday\b|\bthis (?:morning|afternoon|evening)\b|\btonight\b|\bjust now\b|今[天早晚日朝]|刚才|刚刚|本日", 2
)


def told_days(facts: Iterable[Fact], zones: tuple[tzinfo, ...], today: date | None) -> Iterator[date]:
    """The days that somebody's words tell, as dates, weekdays or "today"; no field of a record is among them."""
    for fact in facts:
        if fact.claim.day and not fact.at and (day := resolve(fact.claim.day, today)):
            yield day
        if not fact.told:
            continue
        for local in {fact.told.astimezone(zone).date() for zone in zones}:
            if fact.claim.kind == "date" and fact.claim.key.isdigit():
                yield from (
                    local + timedelta(days=(int(fact.claim.key) - local.weekday()) % 7 - back) for back in (0, 7)
                )
            if _TODAY.search(fact.says):
                yield local


def first(evidence: Sequence[Evidence]) -> list[tuple[datetime, str | None]]:
    """The earliest instant of each customer's tickets, and of all; and when their own words that were brought in were written."""
    earliest: dict[str | None, datetime] = {}
    own_words = [item for item in evidence if item.source == "host" and item.account_id]
    brought = [(item.at, owner) for item in own_words if item.at for owner in (None, item.account_id)]
    for item in evidence:
        if item.source == "tickets" and item.at:
            for owner in (None, item.account_id):
                earliest[owner] = min(item.at, earliest.get(owner, item.at))
    return [*((at, owner) for owner, at in earliest.items()), *brought]


def whole_date(day: Day | None, told: datetime | None) -> datetime | None:
    """A date as midnight UTC; one without its year is the latest such day when it was told ("since Sept 3")."""
    if day and told and not day.year and day.month and day.day:
        this = midnight(replace(day, year=told.year))
        return this if this and this <= told else midnight(replace(day, year=told.year - 1))
    return midnight(day)


def midnight(day: Day | None) -> datetime | None:
    """A whole date as midnight UTC."""
    if not day or not day.year or not day.month or not day.day:
        return None
    try:
        return datetime(day.year, day.month, day.day, tzinfo=UTC)
    except ValueError:
        return None  # 2026-02-30 may well stand in a ticket; no age follows from it.


def zones(names: Sequence[str | None]) -> tuple[tzinfo, ...]:
    """UTC and these IANA zones, each once."""
    found: dict[str, tzinfo] = {"UTC": ZoneInfo("UTC")}
    for name in names:
        if name and name not in found:
            try:
                found[name] = ZoneInfo(name)
            except (ZoneInfoNotFoundError, ValueError):
                continue  # A customer record may hold anything here; the other zones still count.
    return tuple(found.values())


def clocks_apart(facts: Iterable[Fact]) -> frozenset[tuple[int, str | None]]:
    """How many minutes any two times of day are apart that one piece of evidence tells, and whose it is."""
    told: dict[str, set[tuple[int, str | None]]] = {}
    for fact in facts:
        if fact.claim.clock and fact.claim.end and fact.record and not fact.claim.clock.halves:
            told.setdefault(fact.says, set()).add((fact.claim.clock.minute, fact.account))
    pairs = (pair for each in told.values() for pair in combinations(sorted(each, key=str), 2))
    gaps = ((abs(a[0] - b[0]), a[1]) for a, b in pairs)
    return frozenset((apart, owner) for gap, owner in gaps for apart in (gap, 1440 - gap) if apart < 720)
