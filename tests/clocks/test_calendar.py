"""Working time: nights, weekends, holidays, daylight saving, the date line."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.clocks.calendar import AROUND_THE_CLOCK, LAST, Calendar, Office
from escalation.clocks.days_off import unknown_place

ZONES = ("Asia/Shanghai", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC")
PLACES = (None, "CN", "DE-BY", "US", "GB")
HOUR = timedelta(hours=1)


def office(zone: str = "UTC", **other: object) -> Office:
    return Office(ZoneInfo(zone), **other)  # type: ignore[arg-type]


def local(zone: str, year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(zone)).astimezone(UTC)


instants = st.datetimes(datetime(2018, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
lengths = st.timedeltas(timedelta(0), timedelta(hours=200))
offices = st.builds(
    Office,
    zone=st.sampled_from(ZONES).map(ZoneInfo),
    weekdays=st.frozensets(st.integers(0, 6), min_size=1),
    opens=st.sampled_from([time(0), time(2, 30), time(8), time(9, 15)]),
    closes=st.sampled_from([time(17), time(18, 30), time(0)]),
    holidays=st.sampled_from(PLACES),
)
calendars: st.SearchStrategy[Calendar] = st.one_of(offices, st.just(AROUND_THE_CLOCK))


def test_a_week_is_forty_five_hours() -> None:
    monday = datetime(2026, 3, 2, tzinfo=UTC)
    assert office().between(monday, monday + timedelta(days=7)) == 45 * HOUR
    assert AROUND_THE_CLOCK.between(monday, monday + timedelta(days=7)) == 168 * HOUR


def test_chinas_holidays_are_off_and_the_weekend_days_worked_for_them_are_not() -> None:
    china = office("Asia/Shanghai", holidays="CN")
    assert [china.works_on(date(2024, 10, day)) for day in (1, 4, 7, 8, 12)] == [False, False, False, True, True]
    before = local("Asia/Shanghai", 2024, 9, 30, 17)
    assert china.add(before, 2 * HOUR) == local("Asia/Shanghai", 2024, 10, 8, 10)
    assert china.add_days(before, 1) == local("Asia/Shanghai", 2024, 10, 8, 17)


def test_a_part_of_a_country_has_holidays_of_its_own() -> None:
    assert [office(holidays=place).works_on(date(2026, 1, 6)) for place in ("DE", "DE-BY")] == [True, False]


def test_single_days_differ_from_all_else() -> None:
    ours = office(holidays="DE", closed=frozenset({date(2026, 3, 4)}), worked=frozenset({date(2026, 12, 25)}))
    assert [ours.works_on(d) for d in (date(2026, 3, 4), date(2026, 3, 5), date(2026, 12, 25))] == [False, True, True]


def test_an_hour_lost_or_doubled_at_night_moves_nothing_in_the_day() -> None:
    berlin = office("Europe/Berlin")
    for friday, monday in (((2026, 3, 27), (2026, 3, 30)), ((2026, 10, 23), (2026, 10, 26))):
        assert berlin.add(local("Europe/Berlin", *friday, 17), 2 * HOUR) == local("Europe/Berlin", *monday, 10)
        assert berlin.add_days(local("Europe/Berlin", *friday, 17), 1) == local("Europe/Berlin", *monday, 17)


@pytest.mark.parametrize(("day", "hours"), [((2026, 3, 29), 23), ((2026, 10, 25), 25), ((2026, 6, 14), 24)])
def test_a_day_that_is_worked_through_is_as_long_as_it_is(day: tuple[int, int, int], hours: int) -> None:
    nonstop = office("Europe/Berlin", weekdays=frozenset(range(7)), opens=time(0), closes=time(0))
    start = local("Europe/Berlin", *day)
    assert nonstop.between(start, nonstop.add_days(start, 1)) == hours * HOUR
    assert nonstop.add(start, hours * HOUR) == local("Europe/Berlin", *day) + hours * HOUR


def test_hours_that_the_clock_jumps_over_are_not_worked() -> None:
    early = office("Europe/Berlin", weekdays=frozenset(range(7)), opens=time(1), closes=time(2, 30))
    # On this night 02:00 is 03:00: what would close at 02:30 has its half hour after the jump or not at all.
    end = early.add_days(local("Europe/Berlin", 2026, 3, 28, 2, 15), 1)
    assert local("Europe/Berlin", 2026, 3, 29, 1) <= end <= local("Europe/Berlin", 2026, 3, 29, 3, 30)
    gone = office("Europe/Berlin", weekdays=frozenset(range(7)), opens=time(2, 30), closes=time(3))
    assert gone.add(local("Europe/Berlin", 2026, 3, 28, 2, 45), HOUR) == local("Europe/Berlin", 2026, 3, 31, 2, 45)


def test_a_day_that_a_zone_skipped_is_not_counted_twice() -> None:
    apia = office("Pacific/Apia", weekdays=frozenset(range(7)))
    assert apia.between(local("Pacific/Apia", 2011, 12, 29), local("Pacific/Apia", 2012, 1, 1)) == 18 * HOUR


def test_the_end_of_the_calendar_is_no_fault() -> None:
    end = datetime(9999, 12, 31, 23, 59, tzinfo=UTC)
    for calendar in (AROUND_THE_CLOCK, office("Asia/Shanghai"), office("America/New_York")):
        assert calendar.add(end, HOUR) == end
        assert calendar.add_days(end, 2) == end
        assert calendar.add(LAST - 5 * HOUR, 99 * HOUR) == LAST
        assert calendar.add_days(LAST - 40 * HOUR, 9) == LAST
        assert calendar.between(end, end) == timedelta(0)


def test_a_place_nobody_knows_is_told() -> None:
    assert unknown_place("CN") is None
    assert unknown_place("DE-BY") is None
    assert "“XX”" in (unknown_place("XX") or "")
    assert "“ZZ” in DE" in (unknown_place("DE-ZZ") or "")


@given(calendars, instants, lengths)
def test_a_sum_is_in_working_time_and_that_far_away(calendar: Calendar, start: datetime, length: timedelta) -> None:
    end = calendar.add(start, length)
    assert end >= start
    assert calendar.between(start, end) == length
    # Closing time may be the end of a period, and is then the last instant of working time.
    assert calendar.is_open(end) or calendar.is_open(end - timedelta(microseconds=1))


@given(calendars, instants, lengths, lengths)
def test_sums_add_up_and_later_or_longer_is_later(
    calendar: Calendar, start: datetime, one: timedelta, two: timedelta
) -> None:
    assert calendar.between(start, calendar.add(calendar.add(start, one), two)) == one + two
    assert calendar.add(start, min(one, two)) <= calendar.add(start, max(one, two))
    assert calendar.add(start, two) <= calendar.add(start + one, two)


@given(calendars, instants)
def test_the_next_working_instant_is_open_and_the_first(calendar: Calendar, at: datetime) -> None:
    first = calendar.next_open(at)
    assert calendar.is_open(first)
    assert calendar.next_open(first) == first
    assert calendar.between(at, first) == timedelta(0)


@given(calendars, instants, st.integers(1, 15))
def test_days_on_are_later_each_and_in_working_time(calendar: Calendar, start: datetime, days: int) -> None:
    ends = [calendar.add_days(start, n) for n in range(1, days + 1)]
    assert ends[0] > start
    assert all(one < two for one, two in pairwise(ends))
    assert all(calendar.is_open(e) or calendar.is_open(e - timedelta(microseconds=1)) for e in ends)
