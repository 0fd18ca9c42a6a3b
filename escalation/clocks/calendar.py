"""Working time: when an office is open, and how far it is from one instant to another in hours or days that count.

Instants are aware UTC; lengths are real elapsed time, so that an hour lost or doubled by daylight saving is counted as it
passes. A due time may fall on closing time itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from escalation.clocks.days_off import days_off

LAST = datetime(9999, 12, 30, tzinfo=UTC)
"""The end of the calendar: what would be due after it is due then, or at once when it begins even later."""

_DAY = timedelta(days=1)
_NOTHING = timedelta(0)


class Calendar(Protocol):
    """What every calendar can say."""

    def is_open(self, at: datetime) -> bool:
        """Whether work is done at this instant; closing time is already closed."""
        ...

    def next_open(self, at: datetime) -> datetime:
        """The first working instant at or after `at`."""
        ...

    def add(self, start: datetime, length: timedelta) -> datetime:
        """The instant at which `length` of working time has passed since `start`."""
        ...

    def add_days(self, start: datetime, days: int) -> datetime:
        """The same local time, `days` working days later (≥ 1)."""
        ...

    def between(self, start: datetime, end: datetime) -> timedelta:
        """The working time from `start` to `end`; zero when `end` is not after `start`."""
        ...


class AroundTheClock:
    """24x7: every hour and every day counts."""

    def is_open(self, at: datetime) -> bool:
        return True

    def next_open(self, at: datetime) -> datetime:
        return at.astimezone(UTC)

    def add(self, start: datetime, length: timedelta) -> datetime:
        start = start.astimezone(UTC)
        return start + length if start < LAST and length < LAST - start else max(start, LAST)

    def add_days(self, start: datetime, days: int) -> datetime:
        return self.add(start, days * _DAY)

    def between(self, start: datetime, end: datetime) -> timedelta:
        return max(end - start, _NOTHING)


AROUND_THE_CLOCK = AroundTheClock()


@dataclass(frozen=True)
class Office:
    """Weekdays (Monday = 0) from `opens` to `closes` local time; `closes` 00:00 is midnight at the day's end.

    `holidays` names a place ("CN", "DE-BY"); `closed` and `worked` are single days that differ from all of this.
    """

    zone: ZoneInfo
    weekdays: frozenset[int] = frozenset(range(5))
    opens: time = time(9)
    closes: time = time(18)
    holidays: str | None = None
    closed: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()

    def works_on(self, day: date) -> bool:
        if day in self.closed or day in self.worked:
            return day in self.worked
        public = days_off(self.holidays, day.year)
        return day in public.worked or (day.weekday() in self.weekdays and day not in public.off)

    def is_open(self, at: datetime) -> bool:
        day = at.astimezone(self.zone).date()
        return any(opened <= at < closed for opened, closed in self._days(day, day))

    def next_open(self, at: datetime) -> datetime:
        return self.add(at, _NOTHING)

    def add(self, start: datetime, length: timedelta) -> datetime:
        left = length
        for opened, closed in self._from(start):
            begin = max(opened, start)
            if left <= closed - begin:
                return (begin + left).astimezone(UTC)
            left -= closed - begin
        return max(start.astimezone(UTC), LAST)

    def add_days(self, start: datetime, days: int) -> datetime:
        first = self.next_open(start)
        if first >= LAST:
            return first
        local = first.astimezone(self.zone)
        for opened, closed in self._days(local.date() + _DAY, LAST.date()):
            days -= 1
            if days == 0:
                same = datetime.combine(opened.astimezone(self.zone).date(), local.time(), self.zone).astimezone(UTC)
                return min(max(same, opened), closed)
        return LAST

    def between(self, start: datetime, end: datetime) -> timedelta:
        passed = _NOTHING
        for opened, closed in self._from(start):
            if opened >= end:
                break
            passed += max(min(closed, end) - max(opened, start), _NOTHING)
        return passed

    def _from(self, start: datetime) -> Iterator[tuple[datetime, datetime]]:
        if start >= LAST:
            return
        for opened, closed in self._days(start.astimezone(self.zone).date(), LAST.date()):
            if closed > start:
                yield opened, closed

    def _days(self, first: date, last: date) -> Iterator[tuple[datetime, datetime]]:
        """Opening and closing (UTC) of each working day from `first` to `last`."""
        day = first
        while day <= last:
            if self.works_on(day):
                opened = datetime.combine(day, self.opens, self.zone).astimezone(UTC)
                end = day if self.closes > time(0) else day + _DAY
                closed = datetime.combine(end, self.closes, self.zone).astimezone(UTC)
                # A zone that crosses the date line skips a whole day: its hours would be the next day's.
                if opened.astimezone(self.zone).date() == day and opened < closed:
                    yield opened, closed
            day += _DAY
