"""The most telling sentence of a record, cut at its end."""

from hypothesis import given
from hypothesis import strategies as st

from prompts.excerpts import most_telling, sentences, shortened


def test_greetings_and_thanks_are_passed_over() -> None:
    text = "Hi team! Thanks for your help. Every export since 3.2 is missing rows. Please help."
    assert most_telling(text) == "Every export since 3.2 is missing rows."


def test_chinese_sentences_are_told_apart() -> None:
    assert most_telling("您好！今天上午9点起导出失败，提示超时。谢谢。") == "今天上午9点起导出失败，提示超时。"


def test_a_clause_is_quoted_without_the_mark_that_leads_on() -> None:
    assert most_telling("每周要分配 100 多次；其他都好。") == "每周要分配 100 多次"


def test_the_first_of_equals_is_taken_and_a_greeting_alone_is_still_said() -> None:
    assert most_telling("Hello.") == "Hello."
    assert most_telling("Blue sky. Green sea.") == "Blue sky."
    assert most_telling("  \n ") == ""


def test_a_closing_quotation_mark_belongs_to_its_sentence() -> None:
    assert sentences("他说：“不行。”然后走了。") == ["他说：“不行。”", "然后走了。"]
    assert sentences("Version 3.2 fails. Next") == ["Version 3.2 fails.", "Next"]


def test_cuts_fall_between_clauses_or_words() -> None:
    assert shortened("one two three four", 12) == "one two…"
    assert shortened("数据同步停止，网页和手机都失败", 10) == "数据同步停止…"
    assert shortened("abcdefghij", 5) == "abcd…"
    assert shortened("short", 5) == "short"


@given(st.text(max_size=300), st.integers(min_value=2, max_value=80))
def test_an_excerpt_is_one_line_within_its_limit(text: str, limit: int) -> None:
    said = most_telling(text, limit)
    assert len(said) <= limit
    assert "\n" not in said
