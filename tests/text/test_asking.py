"""What the tokens of a question weigh against each other."""

from __future__ import annotations

from escalation.text import asking
from escalation.text.asking import asked


def test_an_error_string_weighs_most_and_background_least() -> None:
    weights = asked("a customer sees ERR_EXPORT_TIMEOUT on export, zyqo")
    assert weights["err_export_timeout"] == asking.IDENTIFIER
    assert weights["c:export"] == asking.CONCEPT
    assert weights["export"] == asking.SAID_BY_CONCEPT
    assert weights["c:customer"] == asking.BACKGROUND
    assert weights["zyqo"] == asking.PLAIN
    assert "a" not in weights


def test_a_chinese_pair_across_two_words_weighs_less_than_one_inside_a_word() -> None:
    weights = asked("导出失败囧星辰")
    assert weights["导出"] == weights["失败"] == asking.SAID_BY_CONCEPT
    assert weights["出失"] == weights["败囧"] == asking.ACROSS_WORDS
    assert weights["囧星"] == weights["星辰"] == asking.LIKELY_WORD


def test_the_strongest_reading_of_a_pair_counts() -> None:
    assert asked("星导出 导出")["导出"] == asking.SAID_BY_CONCEPT
    assert asked("出失 导出失败")["出失"] == asking.LIKELY_WORD


def test_an_empty_question_asks_nothing() -> None:
    assert asked("") == {}
