"""Tokens: what is found by what, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.text.analysis import terms
from escalation.text.concepts import concepts
from escalation.text.folding import fold, simplified
from escalation.text.stemming import stem
from escalation.text.tokens import is_identifier, query_tokens, tokens

HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("failed with ERR_EXPORT_TIMEOUT.", {"err_export_timeout", "export", "timeout"}),
        ("GET /api/v2/orders?x=1", {"api/v2/orders", "order", "v2"}),
        ("since v4.12.1", {"v4.12.1", "4.12.1"}),
        ("see PAY-1234", {"pay-1234", "pay", "1234"}),
        ("TimeoutError raised", {"timeouterror", "timeout", "error"}),
        ("3,000 rows", {"3000", "row"}),
        ("the user's e-mail", {"user", "email", "mail"}),
        ("jane@acme.com", {"jane@acme.com", "acm"}),
        ("导出失败", {"导出", "出失", "失败"}),
        ("缺 row", {"缺", "row"}),
        ("ＡＰＩ", {"api"}),
    ],
)
def test_a_text_holds_its_words_and_identifiers_whole_and_in_parts(text: str, held: set[str]) -> None:
    assert held <= set(tokens(text))


@pytest.mark.parametrize(
    "text",
    ["HTTP 500", "http/1.1 500", "status code: 500", "status=500", "500 errors", "500错误", "状态码500", "HTTP：500"],
)
def test_a_status_code_is_the_same_token_however_it_is_written(text: str) -> None:
    assert "http_500" in tokens(text)


@pytest.mark.parametrize("text", ["500 users", "the 1500 errors", "$500", "v1.500 errors", "700 errors"])
def test_a_plain_number_is_no_status_code(text: str) -> None:
    assert not any(token.startswith("http_") for token in tokens(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("exports", "exporting"),
        ("failed", "fails"),
        ("missing", "missed"),
        ("queries", "query"),
        ("tried", "try"),
        ("updating", "updates"),
        ("stopped", "stops"),
        ("calling", "calls"),
        ("classes", "class"),
        ("boxes", "box"),
        ("times", "timed"),
    ],
)
def test_endings_do_not_part_a_word(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["status", "analysis", "process", "string", "bring", "feed", "speed", "api", "v2ed"])
def test_words_that_only_look_inflected_keep_their_ends(word: str) -> None:
    assert stem(word) == word


def test_a_key_of_hundred_letters_is_not_indexed() -> None:
    assert tokens("x" * 81 + " " + "y" * 100 + "1") == []


def test_queries_leave_stop_words_out_unless_nothing_is_left() -> None:
    assert query_tokens("these are the exports of our team") == ["export", "team"]
    assert query_tokens("who are we") == ["who", "are", "we"]
    assert query_tokens("我们 导出 导出") == ["导出"]


def test_identifiers_are_told_from_words() -> None:
    assert all(map(is_identifier, ["err_x", "api/v2", "pay-12", "http_500", "e4021"]))
    assert not any(map(is_identifier, ["export", "500", "导出", "v2"]))


@pytest.mark.parametrize(
    ("traditional", "simple"),
    [("數據匯出", "数据汇出"), ("帳號", "账号"), ("帐号", "账号"), ("著急", "着急"), ("週", "周")],
)
def test_traditional_and_simplified_fold_to_one_spelling(traditional: str, simple: str) -> None:
    assert fold(traditional) == simple
    assert tokens(traditional) == tokens(simple)


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert simplified(simplified(text)) == simplified(text)
    assert len(simplified(text)) == len(text)


@given(st.text(max_size=60))
def test_any_text_gives_tokens_without_spaces_and_never_an_error(text: str) -> None:
    assert all(token and " " not in token and '"' not in token for token in tokens(text))
    assert terms(text) == tokens(text) + sorted(f"c:{one}" for one in concepts(text))


@given(HAN, HAN, HAN)
def test_a_chinese_text_holds_every_pair_of_a_word_in_it(before: str, word: str, after: str) -> None:
    assert set(tokens(word)) <= set(tokens(before + word + after)) or len(word) == 1
