"""The length of one period of a rhythm: working hours, or working days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from escalation.clocks.calendar import Calendar

LONGEST = 24 * 366
"""Hours of the longest rhythm that is taken seriously: a year."""


@dataclass(frozen=True)
class Step:
    """`days` working days when they are given, else `hours` working hours."""

    hours: float | None = None
    days: int | None = None

    @property
    def elapsed_hours(self) -> float:
        """Its length when nothing is closed."""
        return self.hours or 24.0 * (self.days or 0)

    def after(self, start: datetime, calendar: Calendar) -> datetime:
        """When one period that began at `start` is over."""
        if self.days is not None:
            return calendar.add_days(start, self.days)
        return calendar.add(start, timedelta(hours=self.hours or 0))
