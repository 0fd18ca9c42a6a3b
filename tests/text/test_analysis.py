"""Tokens and concepts of a text in one pass, with what is remembered of words and without."""

from __future__ import annotations

from escalation.text.analysis import forget, terms
from escalation.text.tokens import word_tokens
from escalation.text.words import plain_words

TEXT = "Data exports are missing rows, 数据导出丢失行"


def test_words_that_were_forgotten_are_cut_as_before() -> None:
    before = terms(TEXT)
    assert "c:export" in before
    assert word_tokens.cache_info().currsize
    forget()
    assert (word_tokens.cache_info().currsize, plain_words.cache_info().currsize) == (0, 0)
    assert terms(TEXT) == before
