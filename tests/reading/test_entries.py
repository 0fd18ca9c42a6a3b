"""What one sentence of an entry is: as written, and never longer than a page of log can hide in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.reading.threads.demand import competitor_names
from escalation.reading.threads.entries import LONGEST, sentences


@given(st.text(alphabet="ab .!?。\n1", max_size=60))
def test_every_sentence_stands_in_the_text_in_order(text: str) -> None:
    at = 0
    for sentence in sentences(text):
        at = text.index(sentence, at) + len(sentence)


def test_a_line_of_log_goes_on_as_further_sentences_and_loses_nothing() -> None:
    log = "key " + "A" * (2 * LONGEST) + ". Then it failed."
    told = sentences(log)
    assert max(map(len, told)) <= LONGEST + 1
    assert "".join(told[:-1]).replace(" ", "") == log[: log.index(" Then")].replace(" ", "")
    assert told[-1] == "Then it failed."


def test_a_name_is_read_beside_a_page_of_key() -> None:
    # Every letter of a key may begin a name: read in one piece, a page of it took two minutes.
    assert competitor_names("A" * 20_000 + ". We are evaluating Ledgerwing.") == ["Ledgerwing"]


@pytest.mark.parametrize(
    "sentence",
    [
        'The export ends with "Sync failed. Please try again later." every time.',
        "点击后提示「同步失败。请稍后重试」，每次都这样。",
        "點擊後提示『同步失敗！請稍後再試。』，每次都這樣。",
        "It says “Not found. Ask your admin.”",
    ],
)
def test_no_sentence_ends_inside_a_quotation(sentence: str) -> None:
    assert sentences(f"Hello there. {sentence} It came at nine.") == ("Hello there.", sentence, "It came at nine.")


def test_a_mark_of_inches_and_an_apostrophe_open_no_quotation() -> None:
    told = ('The 19" rack is full.', "The 21\" one isn't.", "It's fine.")
    assert sentences(" ".join(told)) == told
