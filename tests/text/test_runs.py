"""Runs of one character are cut where texts come in, and nothing else of a text is."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from escalation.text.runs import without_long_runs

PIECES = st.sampled_from([" ", "\n", "\t", "-", "a", "报", "0", "Cannot export. ", "从周一开始导不出报表。", "x" * 199])
TEXTS = st.lists(st.tuples(PIECES, st.integers(1, 260)), max_size=8).map(lambda parts: "".join(p * n for p, n in parts))


@given(TEXTS)
def test_no_run_over_two_hundred_is_left_and_a_second_cut_changes_nothing(text: str) -> None:
    cut = without_long_runs(text)

    assert len(text) < 400 or not re.search(r"(.)\1{200}", cut, re.DOTALL)
    assert without_long_runs(cut) == cut


@given(TEXTS)
def test_the_words_and_their_order_stay(text: str) -> None:
    def told(of: str) -> list[str]:
        return [re.sub(r"(.)\1{199,}", r"\1", word) for word in of.split()]

    assert told(without_long_runs(text)) == told(text)


def test_a_text_without_such_a_run_is_the_text() -> None:
    log = "\n".join(f"2026-11-26 18:{minute:02}  ERROR   sync\t{'-' * 120}" for minute in range(60))

    assert without_long_runs(log) == log


def test_blanks_become_one_and_line_breaks_an_empty_line() -> None:
    assert without_long_runs("Done" + " " * 900 + "by Friday") == "Done by Friday"
    assert without_long_runs("Done" + " \r\n" * 900 + "by Friday") == "Done\n\nby Friday"
