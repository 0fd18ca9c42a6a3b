"""A weekday named on that very day: today while its hour is ahead, else a week later."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.reading.times.deadlines import deadline

DENVER = ZoneInfo("America/Denver")
DAYS = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
FRIDAY = datetime(2026, 3, 20, 8, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "zone", "due"),
    [
        (
            "they want it stopped before the roster is generated, that runs Friday 18:00 Denver time",
            None,
            "03-21T00:00",
        ),
        ("by Friday 18:00", "America/Denver", "03-21T00:00"),
        ("bis Freitag 18 Uhr", "Europe/Berlin", "03-20T17:00"),
        ("周五18点前", "Asia/Shanghai", "03-20T10:00"),
        ("Friday 7 am", "Europe/Paris", "03-27T06:00"),
        ("周五下午三点", "Asia/Shanghai", "03-27T07:00"),
        ("next Friday 18:00", None, "03-27T18:00"),
        ("Friday next week, 18:00", None, "03-27T18:00"),
        ("Friday 27 March 18:00", None, "03-27T18:00"),
        ("need it before the weekend roster", None, "03-20T18:00"),
    ],
)
def test_todays_own_weekday(text: str, zone: str | None, due: str) -> None:
    found = deadline(text, FRIDAY, zone)
    assert found is not None
    assert found.strftime("%m-%dT%H:%M") == due


@given(
    st.integers(0, 730 * 24 * 60).map(lambda minutes: (FRIDAY + timedelta(minutes=minutes)).astimezone(DENVER)),
    st.integers(0, 6), st.integers(0, 23), st.sampled_from(("en", "zh")),
)  # fmt: skip
def test_a_weekday_with_an_hour_is_the_next_such_moment(said: datetime, weekday: int, hour: int, language: str) -> None:
    text = f"周{'一二三四五六日'[weekday]}{hour}:00前" if language == "zh" else f"by {DAYS[weekday]}day {hour:02}:00"
    found = deadline(text, said, "America/Denver")
    assert found is not None
    local = found.astimezone(DENVER)
    assert local.weekday() == weekday
    assert found > said.astimezone(UTC)
    assert local.replace(tzinfo=None) - said.replace(tzinfo=None) <= timedelta(days=7)
