"""How long a period is in business hours: each 24 hours are a working day, fewer are worked hours, more is never sooner."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from escalation.clocks.calendar import AROUND_THE_CLOCK, Calendar, Office
from escalation.clocks.step import Step
from escalation.zones import zone
from tests.clocks.logs import Log, at, contract
from tests.clocks.test_calendar import calendars, instants

HOURS = st.one_of(st.integers(1, 24 * 30), st.floats(0.1, 200)).map(float)


@pytest.mark.parametrize(
    ("hours", "start", "due"),
    [
        (4, at(2, 10), at(2, 14)),
        (4, at(2, 16), at(3, 11)),  # a Monday at four: two hours are left of it
        (8, at(2, 10), at(2, 18)),
        (16, at(2, 10), at(3, 10)),
        (24, at(2, 10), at(3, 10)),
        (24, at(6, 17), at(9, 17)),  # over a weekend
        (24, at(2, 21), at(4, 9)),  # told at night, which is told when the office opens
        (36, at(2, 10), at(4, 10)),
        (48, at(6, 17), at(10, 17)),
        (72, at(27, 17), at(1, 16, month=4)),  # over a weekend in which summer time begins
    ],
)
def test_a_business_contracts_updates_are_so_far_apart(hours: float, start: datetime, due: datetime) -> None:
    log = Log("high", opened=start, accounts=(contract("business", update_h=hours),))
    assert log.when("customer") == due


def test_an_agreed_rhythm_of_a_day_is_a_working_day_for_team_and_customer() -> None:
    log = Log("high", opened=at(6, 17)).add("rhythm_agreed", at(6, 17), customer_hours=24, internal_hours=24)
    assert (log.when("customer"), log.when("internal")) == (at(9, 17), at(9, 17))


@given(calendars, instants, HOURS, HOURS)
def test_a_longer_period_is_never_over_sooner(calendar: Calendar, start: datetime, one: float, two: float) -> None:
    shorter, longer = sorted((one, two))
    assert start < Step(shorter).after(start, calendar) <= Step(longer).after(start, calendar)


@given(calendars, instants, st.integers(1, 20))
def test_each_twenty_four_hours_are_one_working_day(calendar: Calendar, start: datetime, days: int) -> None:
    assert Step(24 * days).after(start, calendar) == calendar.add_days(start, days)
    assert Step(24 * days).after(start, calendar) == Step(days=days).after(start, calendar)


@example(Office(zone("Asia/Shanghai"), frozenset({0}), time(0), time(0)), datetime(2018, 1, 2, tzinfo=UTC), 360.0)
@given(calendars, instants, HOURS)
def test_it_ends_in_working_time_and_no_later_than_if_every_hour_were_worked(
    calendar: Calendar, start: datetime, hours: float
) -> None:
    end = Step(hours).after(start, calendar)
    assert calendar.is_open(end) or calendar.is_open(end - timedelta(microseconds=1))
    hour_lost = timedelta(hours=1)  # by daylight saving, in an office that never closes
    worked = calendar.add(start, timedelta(hours=hours))
    # Closing on one working day and opening on the next are one moment of working time.
    assert calendar.between(worked, end) <= hour_lost


@given(instants, HOURS)
def test_around_the_clock_every_hour_counts(start: datetime, hours: float) -> None:
    assert abs(Step(hours).after(start, AROUND_THE_CLOCK) - (start + timedelta(hours=hours))) < timedelta(seconds=1)


def test_a_short_day_is_a_day_too() -> None:
    mornings = Office(zone("Europe/London"), closes=datetime(2026, 1, 1, 13).time())  # noqa: DTZ001 - a time of day
    assert Step(6).after(at(2, 10), mornings) == at(3, 10)
