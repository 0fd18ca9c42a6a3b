"""Instants and durations as tools take and say them: RFC 3339 in UTC."""

from __future__ import annotations

from datetime import UTC, datetime

from escalation.errors import InvalidInput

_FIRST, _LAST = 1971, 2199
"""Years in which an instant can stand for now; beyond them calendars and zones have no answer."""


def read(text: str | None, name: str) -> datetime | None:
    """An instant from an RFC 3339 text or a date (midnight UTC). Raises `InvalidInput` naming the argument."""
    if not text:
        return None
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        instant = None
    if instant is None or not _FIRST <= instant.year <= _LAST:
        raise InvalidInput(
            f"{name} is not a date: {text[:40]!r}.", "Write it like 2026-11-20 or 2026-11-20T14:00:00+08:00."
        )
    return instant.replace(tzinfo=UTC) if instant.tzinfo is None else instant.astimezone(UTC)


def said(instant: datetime | None) -> str | None:
    """ "2026-11-20T06:00Z": to the minute, always UTC."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ") if instant else None
