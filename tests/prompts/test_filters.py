"""Amounts, instants, durations and counts in both languages."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.terms import Language
from prompts.filters import count, day, duration, in_zone, listing, money, number, references, when

AT = datetime(2026, 11, 13, 18, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("usd", "english", "chinese"),
    [
        (240_000, "$240,000", "24 万美元"),
        (36_000, "$36,000", "3.6 万美元"),
        (9_500, "$9,500", "9,500 美元"),
        (123_456.78, "$123,456.78", "12.345678 万美元"),
        (0, "$0", "0 美元"),
    ],
)
def test_money_is_exact_in_both_languages(usd: float, english: str, chinese: str) -> None:
    assert money(usd, "en") == english
    assert money(usd, "zh") == chinese


@given(st.integers(min_value=0, max_value=10**9))
def test_money_in_ten_thousands_loses_no_dollar(usd: int) -> None:
    said = money(usd, "zh").replace(",", "")
    value = float(said.split()[0]) * (10_000 if "万" in said else 1)
    assert round(value) == usd


@pytest.mark.parametrize(
    ("hours", "english", "chinese"),
    [
        (0.01, "less than a minute", "不到 1 分钟"),
        (0.5, "30 minutes", "30 分钟"),
        (1 / 60, "1 minute", "1 分钟"),
        (1.99, "119 minutes", "119 分钟"),
        (2, "2 hours", "2 小时"),
        (71.4, "71 hours", "71 小时"),
        (72, "3 days", "3 天"),
        (-5, "5 hours", "5 小时"),
    ],
)
def test_durations_are_said_in_one_unit(hours: float, english: str, chinese: str) -> None:
    assert duration(hours, "en") == english
    assert duration(hours, "zh") == chinese


def test_an_instant_names_utc_and_the_customers_own_time_when_it_is_known() -> None:
    assert when(AT, language="en") == "2026-11-13 18:05 UTC"
    assert when(AT, "Europe/Berlin", language="en") == "2026-11-13 18:05 UTC (19:05 for the customer)"
    assert when(AT, "Asia/Shanghai", language="zh") == "2026-11-13 18:05 UTC（客户当地 2026-11-14 02:05）"


@pytest.mark.parametrize("zone", ["Europe/London", "Mars/Olympus", "", "../etc/passwd", None])
def test_a_zone_that_is_unknown_or_equals_utc_adds_nothing(zone: str | None) -> None:
    assert when(AT, zone, language="en") == "2026-11-13 18:05 UTC"


def test_days_are_days_whatever_they_come_as() -> None:
    assert day(AT) == day(date(2026, 11, 13)) == day("2026-11-13") == "2026-11-13"
    assert when(date(2026, 11, 13), language="zh") == "2026-11-13"
    assert in_zone(AT, None) is None


@pytest.mark.parametrize(("language", "said"), [("en", "a, b and c"), ("zh", "a、b、c")])
def test_lists_are_joined_as_the_language_does(language: Language, said: str) -> None:
    assert listing(["a", "b", "c"], language=language).strip() == said


def test_long_lists_count_their_rest_and_empty_ones_are_empty() -> None:
    assert listing(["a", "b", "c", "d"], 2, language="en") == "a, b and 2 more"
    assert listing(["甲", "乙", "丙"], 2, language="zh") == "甲、乙、另外 1 项"
    assert listing([], language="en") == ""
    assert listing(["a", "b"], language="en", last="or") == "a or b"


def test_counts_take_the_fitting_form() -> None:
    assert count(1, "customer", language="en") == "1 customer"
    assert count(0, "customer", language="en") == "0 customers"
    assert count(2, "user is", "users are", language="en") == "2 users are"
    assert count(1200, "位客户", language="zh") == "1,200 位客户"
    assert number(1.5) == "1.5"


def test_references_are_named_once_and_not_without_end() -> None:
    assert references(["E2", "E1", "E2"]) == "[E2][E1]"
    assert references([f"E{n}" for n in range(9)]) == "[E0][E1][E2][E3]"
