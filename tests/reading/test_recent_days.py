"""Days lately that a text names by how long ago they were."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.reading.times.recent_days import recent_days

WEDNESDAY = date(2026, 5, 20)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("frozen since this morning", {20}),
        ("dead since yesterday", {19}),
        ("Tuesday's outage", {19}),
        ("周日油卡同步中断", {17}),
        ("今早起停擺", {20}),
        ("週三儀表板中斷", {20}),
        ("last week's blank page", {11, 12, 13, 14, 15, 16, 17}),
        ("上周白屏的事", {11, 12, 13, 14, 15, 16, 17}),
        ("they need it by Friday", set[int]()),
        ("last Monday's outage", {11}),
        ("broken since last Friday", {15}),
        ("last tues they could not log in", {12}),
        ("frozen since mon", {18}),
        ("the sun was out and we sat in the wed tent", set[int]()),
        ("上周一登录不了", {11}),
        ("上个星期五开始", {15}),
        ("上上周三", {20}),
        ("本周三家客户反馈", set[int]()),
        ("下周三之前要", set[int]()),
        ("每周一都这样", set[int]()),
        ("nothing of the kind", set[int]()),
    ],
)
def test_days_are_the_last_that_were(text: str, days: set[int]) -> None:
    assert {day.day for day in recent_days(text, WEDNESDAY)} == days


@given(st.text(), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_no_day_is_to_come_or_more_than_a_fortnight_ago(text: str, today: date) -> None:
    assert all(timedelta(0) <= today - day < timedelta(14) for day in recent_days(text, today))
