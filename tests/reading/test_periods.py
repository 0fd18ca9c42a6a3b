"""Periods named without a day: each month's beginning, middle and end, in either language, is a day of that very month."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.reading.times.deadlines import deadline, names_limit
from escalation.reading.times.periods import coming_month
from escalation.reading.times.unread import unread_limit

ENGLISH = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")  # fmt: skip
HAN = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
SAID = st.datetimes(datetime(2024, 1, 1), datetime(2030, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - bounds are naive
LAST = ("by {e}-end", "by the end of {e}", "customer says end of {e} or they leave", "{h}月底前", "客户说{n}月底前不给就换供应商",
        "客戶說{h}月底前不給就換別家", "{n}月末要", "{n}月下旬要")  # fmt: skip
FIRST_DAYS = ("by early {e}", "by the beginning of {e}", "{h}月初要", "{n}月初必须恢复")
BEFORE_IT = ("before {e}", "before the beginning of {e}", "{h}月初前", "{n}月初之前要", "{n}月前必须给")
MIDDLE = ("by mid {e}", "by the middle of {e}", "{n}月中要")


def written(form: str, month: int) -> str:
    return form.format(e=ENGLISH[month - 1], h=HAN[month - 1], n=month)


@given(st.integers(1, 12), SAID)
def test_a_part_of_a_month_is_a_day_of_that_month_in_whatever_language(month: int, said: datetime) -> None:
    first = coming_month(said.date(), month)
    last = first.replace(day=monthrange(first.year, first.month)[1])
    for forms, day in (
        (LAST, last),
        (FIRST_DAYS, first.replace(day=5)),
        (BEFORE_IT, first),
        (MIDDLE, first.replace(day=15)),
    ):
        for form in forms:
            text = written(form, month)
            found = deadline(text, said)
            assert found is not None, text
            assert found.date() == day, text
            # A limit is known as one while it is ahead.
            assert names_limit(text, said) is (day >= said.date()), text


@given(st.integers(1, 12), SAID)
def test_a_month_is_the_next_to_come_and_the_past_one_for_a_month(month: int, said: datetime) -> None:
    first = coming_month(said.date(), month)
    last = first.replace(day=monthrange(first.year, first.month)[1])
    assert first.month == month
    assert last > said.date() - timedelta(days=31)
    assert first < said.date() + timedelta(days=366)


@given(SAID)
def test_this_month_and_the_next_are_told_apart(said: datetime) -> None:
    last = date(said.year, said.month, monthrange(said.year, said.month)[1])
    for text in ("月底前", "本月底要", "by the end of the month", "by month-end", "EOM"):
        found = deadline(text, said)
        assert found is not None
        assert found.date() == last, text
    after = last + timedelta(days=1)
    for text in ("下月底前", "下个月底要", "by the end of next month"):
        found = deadline(text, said)
        assert found is not None
        assert (found.year, found.month) == (after.year, after.month), text
        assert (found.date() + timedelta(days=1)).day == 1, text


SPRING = datetime(2026, 3, 20, 8, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("by the end of next week", "2026-03-27T18:00"),
        ("by the end of the week after next", "2026-04-03T18:00"),
        ("下下周前", "2026-04-03T18:00"),
        ("年底前", "2026-12-31T18:00"),
        ("by the end of the year", "2026-12-31T18:00"),
        ("明年一月底前", "2027-01-31T18:00"),
        ("by the end of April 2027", "2027-04-30T18:00"),
        ("2027年4月底前", "2027-04-30T18:00"),
        ("before the end of May", "2026-05-31T18:00"),
        ("四月中旬前", "2026-04-11T09:00"),
        ("下个月初要", "2026-04-05T18:00"),
        ("这个月底前", "2026-03-31T18:00"),
        ("by the beginning of next month", "2026-04-05T18:00"),
        ("月初要", "2026-04-05T18:00"),
        ("bis Ende April", "2026-04-30T18:00"),
    ],
)
def test_a_period_is_read_as_it_is_said(text: str, due: str) -> None:
    found = deadline(text, SPRING)
    assert found is not None
    assert found.isoformat() == f"{due}:00+00:00"


@pytest.mark.parametrize(
    "text",
    ["since the end of February it fails", "上月底就这样了", "二月底开始变慢", "本月中断了三次", "每月底都会慢",
     "三个月前还好好的", "It may be late", "by market rules", "周一要求退款后没有回音"],
)  # fmt: skip
def test_what_is_looked_back_to_or_only_sounds_like_a_period_is_no_limit(text: str) -> None:
    assert not names_limit(text, SPRING)


@pytest.mark.parametrize(
    "text", ["春节前必须给", "国庆之前要", "财年内上线", "by Easter at the latest", "before the fiscal year ends"]
)
def test_a_time_without_a_day_here_is_known_as_one_and_is_no_other_day(text: str) -> None:
    assert unread_limit(text)
    assert deadline(text, SPRING) is None
