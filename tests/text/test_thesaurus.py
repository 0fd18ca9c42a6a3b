"""Words near in meaning: the file is found by halving, so its order is as much a part of it as its words."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.text.thesaurus import near

STATED = (files("escalation.text") / "thesaurus.txt").read_text(encoding="utf-8").splitlines()
WORDS = [line.split(" ", 1)[0] for line in STATED]


def test_the_file_is_in_the_order_of_its_bytes_with_each_word_once() -> None:
    encoded = [word.encode() for word in WORDS]
    assert encoded == sorted(set(encoded))


@given(st.sampled_from(STATED))
def test_every_word_stated_is_found_with_all_its_near_ones(line: str) -> None:
    word, *pairs = line.split(" ")
    assert [f"{other}={round(100 * nearness)}" for other, nearness in near(word).items()] == pairs


@given(st.text(max_size=12).filter(lambda word: word not in set(WORDS)))
def test_a_word_that_is_not_stated_has_none(word: str) -> None:
    assert near(word) == {}


@pytest.mark.parametrize("word", [WORDS[0], WORDS[-1]])
def test_the_first_and_the_last_are_found(word: str) -> None:
    assert near(word)


def test_the_nearest_come_first_and_none_is_the_word_itself() -> None:
    for word in WORDS[::97]:
        found = near(word)
        assert [*found.values()] == sorted(found.values(), reverse=True)
        assert word not in found


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("twic", "两次"),
        ("twic", "doubl"),
        ("闪退", "crash"),
        ("录像", "video"),
        ("refund", "reimburs"),
        ("重播", "replay"),
    ],
)
def test_the_two_languages_meet(word: str, other: str) -> None:
    assert near(word).get(other, 0.0) >= 0.45
