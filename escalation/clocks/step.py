"""The length of one period of a rhythm: working days, or hours, of which each 24 are a working day and no more.

Who agrees to an update every 24 hours in business time means one each working day and not one every three; a contract
of 4 hours means four that are worked. (A response or a solution counts worked hours however many: `judgement.sla`.)
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from escalation.clocks.calendar import Calendar

LONGEST = 24 * 366
"""Hours of the longest rhythm that is taken seriously: a year."""

_DAY = 24


@dataclass(frozen=True)
class Step:
    """`days` working days when they are given, else `hours`: a working day for each 24, the rest as worked hours."""

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
        whole, rest = divmod(self.hours or 0, _DAY)
        begun = calendar.add_days(start, int(whole)) if whole else start
        if not rest:
            return begun
        worked = calendar.add(begun, timedelta(hours=rest))
        # Sixteen hours are no longer than twenty-four, though an office may take two days to work them.
        return min(worked, calendar.add_days(begun, 1))
