"""Which zone a text names beside an hour, and what only looks like one."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.reading.times.deadlines import deadline
from escalation.reading.times.said_zones import said_zone

NOW = datetime(2026, 3, 20, 8, 15, tzinfo=UTC)
CHICAGO = "America/Chicago"


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("2026-03-21T03:00Z", "2026-03-21T03:00"),
        ("2026-03-21T11:00:00+08:00", "2026-03-21T03:00"),
        ("by 2026-03-21 03:00 UTC", "2026-03-21T03:00"),
        ("21 March, 03:00 UTC-5", "2026-03-21T08:00"),
        ("2026-03-20 20:00 之前恢复（北京时间）", "2026-03-20T12:00"),
        ("明天早上9点，北京时间", "2026-03-21T01:00"),
        ("北京時間 3月21日20:00", "2026-03-21T12:00"),
        ("by 18:00 CET", "2026-03-20T17:00"),
        ("5pm ET", "2026-03-20T21:00"),
        ("tomorrow 9 am Berlin time", "2026-03-21T08:00"),
        ("tonight 11pm their time", "2026-03-21T04:00"),
        ("Saturday 10:00-12:00", "2026-03-21T15:00"),
        ("avant le 22 mars 18:00 et pas plus tard", "2026-03-22T23:00"),
        ("21 March 6 pm CST", "2026-03-21T23:00"),
    ],
)
def test_a_time_is_meant_in_the_zone_it_names_and_else_in_the_customers(text: str, due: str) -> None:
    assert deadline(text, NOW, CHICAGO) == datetime.fromisoformat(due).replace(tzinfo=UTC)


@given(st.integers(1, 360_000), st.integers(-14 * 4, 14 * 4))
def test_an_instant_written_as_a_machine_writes_it_is_that_instant(minutes: int, quarters: int) -> None:
    place = timezone(timedelta(minutes=15 * quarters))
    written = (NOW + timedelta(days=2, minutes=minutes)).astimezone(place)
    assert deadline(written.isoformat(), NOW, CHICAGO) == written.astimezone(UTC)


@pytest.mark.parametrize("text", ["from 10:00-12:00", "we met at 5 et alia", "the est. date", "time of the uk launch"])
def test_what_names_no_zone_is_read_as_none(text: str) -> None:
    assert said_zone(text) is None
