"""Told moments: what a source says happened at a time of day, before it was told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from escalation.claims.scanning.hours import hours
from escalation.claims.stops import SENTENCE_END


def moments_in(text: str, told: datetime, zone: str | None) -> Iterator[tuple[datetime, str]]:
    """Each sentence of a folded text with one time of day, and the last instant before `told` that it can mean.

    Without a zone both UTC and the customer's own count, so that only what is wrong on either clock is wrong.
    """
    bounds = [0, *(match.end() for match in SENTENCE_END.finditer(text)), len(text)]
    for start, end in pairwise(bounds):
        clocks = [each.clock for each in hours(text[start:end]) if each.clock]
        if len(clocks) != 1 or clocks[0].halves:
            continue
        clock = clocks[0]
        zones: list[tzinfo] = [UTC]
        if clock.offset is None and zone:
            # A customer record may hold anything here; UTC still counts.
            with suppress(ZoneInfoNotFoundError, ValueError):
                zones.append(ZoneInfo(zone))
        for each in zones:
            local = told.astimezone(each).replace(hour=0, minute=0, second=0, microsecond=0)
            at = (local + timedelta(minutes=clock.minute - (clock.offset or 0))).astimezone(UTC)
            yield (at if at <= told else at - timedelta(days=1)), text[start:end]
