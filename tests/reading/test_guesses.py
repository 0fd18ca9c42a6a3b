"""A guess of ours: what it is, what was found before it, and that nobody settles a matter by it."""

from __future__ import annotations

import pytest

from escalation.reading.threads.guesses import before_guess, guess, guessed, without_guess


@pytest.mark.parametrize(
    "sentence",
    [
        "I suspect our certificate expired on the 20th.",
        "Maybe the index is stale.",
        "Offset applied twice?? not proven.",
        "The queue is full, not confirmed yet.",
        "怀疑证书20号过期了。",
        "可能是權限沒開，待確認。",
        "队列满了，还没证实。",
    ],
)
def test_a_guess_says_so(sentence: str) -> None:
    assert guess(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["Their certificate expired on the 3rd.", "The role was not set.", "权限没开。", "Confirmed: filter was on."],
)
def test_what_is_stated_is_no_guess(sentence: str) -> None:
    assert not guess(sentence)


def test_only_what_led_to_a_guess_was_found() -> None:
    assert (
        without_guess("Push returns 410, I suspect our certificate expired, not confirmed yet.") == "Push returns 410"
    )
    assert without_guess("推送网关返回410，怀疑证书过期了。") == "推送网关返回410"
    assert without_guess("Maybe the index is stale.") == ""
    assert before_guess("Raw has 4.1. Looks doubled?? not proven. FT-8 opened.") == "Raw has 4.1."
    assert before_guess("Raw has 4.1. FT-8 opened.") == "Raw has 4.1. FT-8 opened."


def test_the_next_sentence_may_say_that_it_is_one() -> None:
    assert guessed("The offset is applied twice", "Raw is 4.1. The offset is applied twice. Not proven.")
    assert guessed("证书过期了", "推送返回410。证书过期了。还没证实。")
    assert not guessed("Their filter is set wrong", "Their filter is set wrong. I told them where to change it.")
