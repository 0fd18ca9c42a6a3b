"""Times of the sample company: short stamps in the stories, business hours for its contracts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

NOW = datetime(2026, 3, 20, 8, 15, tzinfo=UTC)
"""The pinned clock: Friday 16:15 in Shanghai, the minute case A of domain.md §9 is filed."""

_FIRST_DAY = datetime(2025, 3, 1, tzinfo=UTC)
_OPENS, _CLOSES = 9, 18


def stamp(text: str) -> datetime:
    """Read "03-19 14:05" (UTC; April to December lie in 2025, January to March in 2026) or a full "2024-06-01 10:00"."""
    if text[4] == "-":
        return datetime.fromisoformat(text).replace(tzinfo=UTC)
    year = 2026 if int(text[:2]) <= 3 else 2025
    return datetime.fromisoformat(f"{year}-{text}").replace(tzinfo=UTC)


def rfc3339(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def serial(at: datetime) -> int:
    """A number that grows with time, about one per quarter of an hour: what ticket and message ids are made of."""
    return 10_000 + (at - _FIRST_DAY).days * 100 + at.hour * 4 + at.minute // 15


def due(start: datetime, hours: float, clock: str, timezone: str) -> datetime:
    """The instant `hours` after `start`, round the clock or counted in business hours (Mon-Fri 9-18 local)."""
    if clock == "24x7":
        return start + timedelta(hours=hours)
    zone = ZoneInfo(timezone)
    local, left = start.astimezone(zone), timedelta(hours=hours)
    while True:
        opens = local.replace(hour=_OPENS, minute=0, second=0)
        closes = local.replace(hour=_CLOSES, minute=0, second=0)
        begin = max(local, opens)
        if local.weekday() < 5 and begin < closes:
            if begin + left <= closes:
                return (begin + left).astimezone(UTC)
            left -= closes - begin
        local = opens + timedelta(days=1)
