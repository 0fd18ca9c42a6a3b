"""What cells mean."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.importing.mapping import Rule
from tools.importing.presets import values
from tools.importing.presets.values import convert


def rule(**given_: object) -> Rule:
    return Rule.model_validate({"from": "x", **given_})


@given(st.datetimes(min_value=datetime(1980, 1, 1), max_value=datetime(2100, 1, 1)), st.integers(-14 * 60, 14 * 60))  # noqa: DTZ001
def test_an_instant_with_an_offset_is_the_same_instant_in_utc(naive: datetime, minutes: int) -> None:
    when = naive.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    read = convert(when.isoformat(), rule(**{"as": "instant"}), "Asia/Shanghai")
    assert read.endswith("Z")
    assert datetime.fromisoformat(read) == when.astimezone(UTC)


def test_a_time_without_an_offset_is_read_in_the_zone_of_the_file_or_of_the_field() -> None:
    assert convert("2026-11-02 08:00", rule(**{"as": "instant"}), "Asia/Shanghai") == "2026-11-02T00:00:00Z"
    summer = rule(**{"as": "instant", "zone": "Europe/Oslo", "format": ["%d.%m.%Y", "%d.%m.%Y %H:%M"]})
    assert convert("02.07.2026 08:00", summer, "Asia/Shanghai") == "2026-07-02T06:00:00Z"


def test_a_day_stays_the_day_that_was_written() -> None:
    day = rule(**{"as": "date", "format": "%d/%m/%Y"})
    assert [convert(text, day, "Asia/Shanghai") for text in ("2027-01-31", "31/01/2027")] == ["2027-01-31"] * 2


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("240000", 240000), ("$1,200,000", 1200000), ("1,200", 1200), ("1.5", 1.5), ("1,50", 1.5), ("1.200.000,50", 1200000.5),
        ("1 200 000", 1200000), ("-5", -5), ("0.345", 0.345), ("1,200,000.75", 1200000.75), ("36000 USD", 36000),
        ("24k", 24000), ("1.5M", 1500000), ("1.1 mn", 1100000), ("24万", 240000), ("36 万美元", 360000), ("3亿", 300000000),
        ("(5,000)", -5000), ("−5", -5), ("US$ 12.5K", 12500), ("1.234.567", 1234567), ("1'200'000", 1200000), ("40 h", 40),
    ],
)  # fmt: skip
def test_numbers_are_read_as_people_write_them(text: str, amount: float) -> None:
    assert convert(text, rule(**{"as": "number"}), "UTC") == amount


@pytest.mark.parametrize(
    "text", ["¥ 36000", "€99.000", "150000 EUR", "36万元", "HK$5", "A$5", "NT$300", "5 £", "日元 500"]
)
def test_an_amount_in_another_currency_is_no_amount_in_dollars(text: str) -> None:
    with pytest.raises(ValueError, match="is not in US dollars"):
        convert(text, rule(**{"as": "number"}), "UTC")


@pytest.mark.parametrize("text", ["1.250", "$12.345", "240.000"])
def test_a_number_that_means_one_thing_here_and_another_there_is_not_guessed(text: str) -> None:
    with pytest.raises(ValueError, match="may be"):
        convert(text, rule(**{"as": "number"}), "UTC")


@pytest.mark.parametrize("text", ["2027/3/1", "2027年3月1日", "2027.03.01", "2027 年 3 月 1 日"])
def test_a_day_with_its_year_first_is_read_however_it_is_parted(text: str) -> None:
    assert convert(text, rule(**{"as": "date"}), "UTC") == "2027-03-01"


@pytest.mark.parametrize("text", ["15/03/2027", "2027年13月1日", "03/04/2027"])
def test_a_day_that_may_be_another_is_not_read(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date in the form YYYY-MM-DD"):
        convert(text, rule(**{"as": "date"}), "UTC")


@given(st.integers(0, 10**12))
def test_a_grouped_amount_is_the_amount(amount: int) -> None:
    assert convert(f"${amount:,}", rule(**{"as": "number"}), "UTC") == amount


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("number", "many"),
        ("number", "1e5"),
        ("number", "360 people"),
        ("number", "12-13"),
        ("number", "about 5"),
        ("boolean", "perhaps"),
        ("instant", "soon"),
        ("date", "soon"),
    ],
)
def test_what_cannot_be_read_says_what_it_is(kind: str, text: str) -> None:
    with pytest.raises(ValueError, match=repr(text)):
        convert(text, rule(**{"as": kind}), "UTC")


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("boolean", "Yes", True), ("boolean", "否", False), ("integer", "1,200", 1200),
        ("email", "Ann Lee <Ann@Acme.example>", "ann@acme.example"), ("email", "ann@acme.example (Ann)", "ann@acme.example"),
        ("email", "nobody", None), ("email_domain", "陈 <c@Lan.example>", "lan.example"), ("email_domain", "nobody", None),
        ("domain", "https://www.Acme.example:443/about", "acme.example"), ("domain", "www.", None),
        ("person", "ann@acme.example (Ann Lee)", "Ann Lee"), ("person", "Ann <a@b.example>", "Ann"),
        ("person", "a@b.example", None), ("person", "Ann", "Ann"), ("text", 7, "7"), ("text", True, True),
    ],
)  # fmt: skip
def test_each_kind_reads_its_own(kind: str, text: object, value: object) -> None:
    assert convert(text, rule(**{"as": kind}), "UTC") == value


def test_words_are_told_apart_without_regard_to_case_and_unknown_ones_stay() -> None:
    status = rule(words={"In Progress": "open"})
    assert [convert(word, status, "UTC") for word in ("in progress", "On hold")] == ["open", "On hold"]
    tags = rule(**{"as": "list", "separator": ";", "words": {"A": "alpha"}})
    assert convert("a; b;;", tags, "UTC") == ["alpha", "b"]
    assert convert(["a", "b;c"], tags, "UTC") == ["alpha", "b", "c"]


def test_a_repeated_column_read_as_text_is_joined_by_lines() -> None:
    assert convert(["a", "b"], rule(), "UTC") == "a\nb"


def test_a_prefix_makes_ids_of_several_systems_distinct() -> None:
    assert convert(7, rule(prefix="RT-"), "UTC") == "RT-7"


def test_an_address_is_found_only_where_there_is_one() -> None:
    assert values.email("see http://x.example/@me") is None
