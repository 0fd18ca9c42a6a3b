"""Properties: any rendering of a value is that value; any other value is caught."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from escalation.claims.found import Amount
from escalation.claims.scanning.numerals import value_of
from escalation.claims.scanning.scan import scan
from escalation.claims.support.rounding import equal

NOW = datetime(2026, 11, 20, 8, 15, tzinfo=UTC)
World = Callable[..., Callable[[str], list[tuple[str, str]]]]
_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_HAN = "零一二三四五六七八九"
counts = st.integers(min_value=2, max_value=99)


def english(number: int) -> str:
    if number < 20:
        return _ONES.split()[number]
    if number >= 100:
        rest = f" and {english(number % 100)}" if number % 100 else ""
        return f"{english(number // 100)} hundred{rest}"
    ones = f"-{_ONES.split()[number % 10]}" if number % 10 else ""
    return _TENS.split()[number // 10 - 2] + ones


def han(number: int) -> str:
    if number < 10:
        return _HAN[number]
    if number < 100:
        tens = "" if number // 10 == 1 else _HAN[number // 10]
        return tens + "十" + (_HAN[number % 10] if number % 10 else "")
    place, name = (1000, "千") if number >= 1000 else (100, "百")
    rest = number % place
    gap = "零" if rest and rest < place // 10 else ""
    inner = ("一" if 10 <= rest < 20 else "") + han(rest) if rest else ""
    return _HAN[number // place] + name + gap + inner


@given(st.integers(min_value=2, max_value=999))
def test_number_words_read_as_their_value(number: int) -> None:
    assert value_of(english(number)) == number


@given(st.integers(min_value=1, max_value=9999))
def test_chinese_numerals_read_as_their_value(number: int) -> None:
    assert value_of(han(number)) == number


@given(st.integers(min_value=0, max_value=10**9))
def test_grouped_digits_read_as_their_value(number: int) -> None:
    assert value_of(f"{number:,}") == value_of(str(number)) == number


def test_spoken_hundreds_and_digit_strings_read_as_people_mean_them() -> None:
    assert [value_of(text) for text in ("一百五", "一百零五", "二〇二六", "a dozen", "two dozen", "1.2")] == [
        150, 105, 2026, 12, 24, Fraction(6, 5),
    ]  # fmt: skip
    assert value_of("3", "万") == value_of("30", "k") == 30000


@settings(max_examples=25, deadline=None)
@given(counts, st.integers(min_value=2, max_value=99))
def test_a_count_passes_in_every_form_and_any_other_is_caught(world: World, true: int, other: int) -> None:
    found = world(f"{true} users are blocked")
    forms = [f"{true} users", f"{english(true)} users", f"{true}名用户", f"{han(true)}名用户", f"users: {true}"]
    assert [found(form) for form in forms] == [[]] * len(forms)
    if other != true:
        texts = [
            f"{other} users",
            f"{english(other)} users",
            f"{other}名用户",
            f"{han(other)}名用户",
            f"about {true + 30} users",
        ]
        assert all(found(text) for text in texts)


@settings(max_examples=25, deadline=None)
@given(st.integers(min_value=1, max_value=900), st.integers(min_value=1, max_value=900))
def test_money_passes_in_every_form_and_any_other_amount_or_currency_is_caught(
    world: World, true: int, other: int
) -> None:
    found = world(f"ARR is ${true},000")
    number = true * 1000
    forms = [
        f"${true}k",
        f"${number:,}",
        f"USD {number}",
        f"{number / 10000:g}万美元",
        f"{number:,}美元",
        f"{true} thousand dollars",
    ]
    assert [found(form) for form in forms] == [[]] * len(forms)
    wrong = [f"€{true}k", f"{number / 10000:g}万元", f"£{number:,}", f"RMB {number}"]
    wrong += [f"${other}k", f"{other * 1000:,}美元"] if other != true else []
    assert all(found(form) for form in wrong)


@settings(max_examples=25, deadline=None)
@given(st.integers(min_value=-100, max_value=-3), st.sampled_from([-540, -300, 0, 330, 480]), st.integers(1, 1439))
def test_an_instant_passes_in_any_zone_and_any_other_is_caught(
    world: World, day: int, offset: int, minutes: int
) -> None:
    at = (NOW + timedelta(days=day)).replace(second=0)
    local = at + timedelta(minutes=offset)
    zone = f"{'-' if offset < 0 else '+'}{abs(offset) // 60:02}:{abs(offset) % 60:02}"
    found = world("it stopped", at=at)
    assert found(f"{local:%Y-%m-%dT%H:%M}{zone}") == [] == found(f"at {local:%H:%M} {zone}")
    wrong = local + timedelta(minutes=minutes)
    assert found(f"at {wrong:%H:%M} {zone}")


@settings(max_examples=25, deadline=None)
@given(
    st.dates(datetime(2026, 1, 1, tzinfo=UTC).date(), datetime(2026, 12, 31, tzinfo=UTC).date()), st.integers(1, 200)
)
def test_a_date_passes_in_every_form_and_a_moved_one_is_caught(world: World, day: date, moved: int) -> None:
    found = world(f"due {day.isoformat()}", fetched_at=datetime(2026, 6, 30, tzinfo=UTC))
    other = day + timedelta(days=moved)

    def forms(each: date) -> list[str]:
        return [
            each.isoformat(), f"{each.day} {each:%B} {each.year}", f"{each:%B} {each.day}, {each.year}",
            f"{each.year}年{each.month}月{each.day}日", f"{each.month}/{each.day}/{each.year}",
            f"{han(each.month)}月{han(each.day)}日",
        ]  # fmt: skip

    assert [found(form) for form in forms(day)] == [[]] * 6
    if other != datetime(2026, 6, 30, tzinfo=UTC).date():
        assert all(found(form) for form in forms(other)[:4])


@given(st.integers(min_value=1, max_value=500))
def test_lengths_of_time_are_equal_across_units(world: World, hours: int) -> None:
    found = world(f"took {hours} hours")
    assert found(f"{hours * 60} minutes; {hours}小时") == []
    assert found(f"took {hours + 1} minutes") or hours == 0


@given(st.fractions(min_value=1, max_value=10**6), st.fractions(min_value=1, max_value=10**6))
def test_equality_never_reaches_further_than_the_index_looks(value: Fraction, fact: Fraction) -> None:
    for bound in ("exact", "about", "over", "under"):
        if equal(Amount(value, Fraction(1), bound), Amount(fact)):
            assert Fraction(100, 134) <= value / fact <= Fraction(134, 100)


def test_hedges_and_roundings_are_as_wide_as_people_mean_them() -> None:
    def says(text: str, fact: int) -> bool:
        amount = scan(text)[0].amount
        return amount is not None and equal(amount, Amount(Fraction(fact)))

    assert says("about 50 users", 47)
    assert not says("50 users", 47)
    assert not says("about 47 users", 50)
    assert says("over 200 users", 240)
    assert not says("over 200 users", 199)
    assert says("nearly 50 users", 48)
    assert not says("nearly 50 users", 51)
    assert says("240k users", 240400)
    assert not says("240k users", 241000)
    assert not says("3k users", 3400)
    assert says("50多名用户", 55)
    assert says("2 to 4 users", 2)


@given(st.lists(st.sampled_from(["alpha", "不", "beta,", "的", "now.", "Gamma"]), min_size=3, max_size=9).map(" ".join))
def test_a_quotation_of_what_was_said_passes_whatever_its_punctuation(world: World, text: str) -> None:
    found = world(f"say {text}")
    assert found(f"“{text.replace('.', '!')}”") == []
    assert found(f"“{text} zebra”")
