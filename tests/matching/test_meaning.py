"""What a text says in the same or near words of another, by the weight of its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.matching.meaning import Meaning
from escalation.matching.profile import Rarity, profile_of

RARITY = Rarity({"video": 50, "replay": 3}, 100)


def words(text: str) -> frozenset[str]:
    return profile_of(text).words


def within(one: str, other: str) -> float:
    return Meaning(words(one), RARITY).within(words(other))


def test_the_same_words_are_all_of_it_and_strange_ones_nothing() -> None:
    assert within("refund paid twice", "refund paid twice last Monday") == pytest.approx(1.0)
    assert within("refund paid twice", "门禁卡打不开") == 0.0


@pytest.mark.parametrize(
    ("line", "meant", "other"),
    [
        ("refund paid twice", "we were reimbursed double", "printer out of paper"),
        ("录像看不了", "the video cannot be watched", "invoice address is old"),
        ("退款重复", "refunded twice", "door will not open"),
    ],
)
def test_near_words_count_in_part_and_more_than_others(line: str, meant: str, other: str) -> None:
    assert 0.0 < within(line, meant) < 1.0
    assert within(line, meant) > within(line, other)


def test_where_one_chinese_word_ends_and_the_next_begins_is_no_word() -> None:
    # Of 客户退款重复 the pairs 户退 and 款重 are no words: no text can be asked to say them.
    assert within("客户退款重复", "退款重复，客户很急") == pytest.approx(1.0)
    assert within("客户退款重复", "the customer was refunded twice") > 0.5


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("the replay is missing", "la rediffusion est introuvable"),
        ("the recording disappeared", "Aufzeichnung ist verschwunden"),
        ("回放不见了", "la rediffusion a disparu"),
        ("embedded video stays empty", "eingebettetes Video bleibt leer"),
        ("the invoice is wrong", "la factura está equivocada"),
    ],
)
def test_what_customers_write_in_german_french_or_spanish_is_near(line: str, meant: str) -> None:
    assert within(line, meant) > 0.25 > within(line, "Drucker ohne Papier, imprimante sans papier")


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    said = Meaning(frozenset({"video", "replay"}), RARITY)
    assert said.within(frozenset({"replay"})) > said.within(frozenset({"video"}))


def test_a_short_text_is_covered_by_what_says_all_of_it() -> None:
    line = Meaning(words("replay of the webinar cannot be downloaded since Monday"), RARITY)
    assert line.covers(words("replay"), RARITY) == pytest.approx(1.0)
    assert 0.0 < line.covers(words("playback"), RARITY) < 1.0
    assert line.covers(frozenset(), RARITY) == 0.0


@given(st.frozensets(st.sampled_from(sorted(words("refund twice video replay invoice printer crash"))), max_size=7))
def test_shares_lie_between_none_and_all(found: frozenset[str]) -> None:
    said = Meaning(words("video refunded double crash"), RARITY)
    assert 0.0 <= said.within(found) <= 1.0
    assert 0.0 <= said.covers(found, RARITY) <= 1.0
    assert bool(said.within(found)) <= (not said.reach.isdisjoint(found))
