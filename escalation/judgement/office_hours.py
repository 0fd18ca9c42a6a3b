"""Adding working hours to an instant: Monday to Friday, 09:00 to 18:00 in the customer's time zone.

Holidays and per-company calendars belong to the clocks; this serves SLA contracts that count business hours.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from escalation.zones import zone

OPEN, CLOSE = time(9), time(18)


def add_office_hours(start: datetime, hours: float, zone_name: str | None) -> datetime:
    """The instant (UTC) at which `hours` working hours have passed since `start`."""
    left = timedelta(hours=hours)
    local = _into_office(start.astimezone(zone(zone_name)))
    while left > (room := datetime.combine(local.date(), CLOSE, local.tzinfo) - local):
        left -= room
        local = _into_office(datetime.combine(local.date() + timedelta(days=1), OPEN, local.tzinfo))
    return (local + left).astimezone(UTC)


def _into_office(local: datetime) -> datetime:
    if local.time() >= CLOSE:
        local = datetime.combine(local.date() + timedelta(days=1), OPEN, local.tzinfo)
    if local.time() < OPEN:
        local = datetime.combine(local.date(), OPEN, local.tzinfo)
    while local.weekday() >= 5:
        local = datetime.combine(local.date() + timedelta(days=1), OPEN, local.tzinfo)
    return local
