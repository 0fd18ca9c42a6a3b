"""Instants: from what times lengths are told: first reports, days as midnights, times of day that a source names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from escalation.claims.found import Day
from escalation.claims.support.facts import Fact
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


def first(evidence: Sequence[Evidence]) -> list[tuple[datetime, str | None]]:
    """The earliest instant of each customer's tickets, and of all."""
    earliest: dict[str | None, datetime] = {}
    for item in evidence:
        if item.source == "tickets" and item.at:
            for owner in (None, item.account_id):
                earliest[owner] = min(item.at, earliest.get(owner, item.at))
    return [(at, owner) for owner, at in earliest.items()]


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
