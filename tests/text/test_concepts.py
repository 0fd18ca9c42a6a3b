"""Concepts: the same thing said in other words or another language."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.text.concepts import (
    AREAS,
    LEARNED,
    NOTHING,
    UNSAID,
    concepts,
    concepts_learned,
    entries,
    forms,
    spans_in_run,
    stated_in,
)
from escalation.text.everyday import is_everyday
from escalation.text.words import stems

SAME = [
    ("API returning 500 errors intermittently", "API间歇性返回500错误", {"api", "intermittent", "server_error"}),
    ("Data export is missing rows", "数据导出丢失行", {"data", "export", "missing", "row"}),
    ("SSO login loop for Enterprise customers", "SSO登录循环影响企业客户", {"sso", "login", "loop", "enterprise"}),
    ("threatening to churn over missing audit log", "因缺少审计日志威胁流失", {"churn", "missing", "audit_log"}),
    ("the sync does not work", "同步不工作", {"sync", "fail"}),
    ("server timed out", "伺服器逾時", {"server", "timeout"}),
    ("bulk assignment of tasks", "批量指派任务", {"bulk", "assignment", "task"}),
    ("we were charged twice", "重复扣款了", {"double_charge"}),
    ("webhooks are not delivered", "回调未送达", {"webhook", "bounce"}),
    ("suspicious login from an unfamiliar location", "可疑登录", {"unauthorized_access"}),
]


@pytest.mark.parametrize(("english", "chinese", "ids"), SAME)
def test_english_and_chinese_say_the_same(english: str, chinese: str, ids: set[str]) -> None:
    assert ids <= concepts(english)
    assert ids <= concepts(chinese)


@pytest.mark.parametrize(
    ("traditional", "simple"),
    [("匯出資料時發生錯誤", "汇出资料时发生错误"), ("無法登入", "无法登入"), ("稽核記錄", "稽核记录")],
)
def test_traditional_input_holds_the_same_concepts(traditional: str, simple: str) -> None:
    assert concepts(traditional) == concepts(simple) != set()


def test_the_longest_form_wins() -> None:
    assert concepts("审计日志") == {"audit_log"}
    assert concepts("audit log") == {"audit_log"}
    assert "log" in concepts("the log")


def test_latin_forms_match_whole_words_only() -> None:
    assert "api" not in concepts("rapid capital")
    assert "row" not in concepts("growth throws")


def test_an_identifier_says_what_its_parts_say() -> None:
    assert {"export", "timeout"} <= concepts("ERR_EXPORT_TIMEOUT")


def test_nothing_known_says_nothing() -> None:
    assert concepts("") == concepts("Xylophon zzz 囧") == set()


def test_every_form_of_the_lexicon_is_found_alone_and_inside_a_text() -> None:
    unsaid = {(concept, form) for concept, forms_of, _ in stated_in(UNSAID) for form in forms_of}
    by_stems = {(concept, " ".join(stems(form))) for concept, form in unsaid}
    for concept, english, chinese in entries():
        for form in english:
            if (concept, " ".join(stems(form))) in by_stems:
                continue
            assert concept in concepts(f"Xylophon {form.upper()}, zzz"), (concept, form)
        for form in chinese:
            assert concept in concepts(f"囧{form}囧" if not form.isascii() else form), (concept, form)


def test_the_lexicon_is_well_formed() -> None:
    stated = list(entries())
    assert 400 <= len(stated) <= 1_200
    for area in AREAS:
        assert [id_ for id_, count in Counter(id_ for id_, _, _ in stated_in(area)).items() if count > 1] == [], area
    for concept, english, chinese in stated:
        assert re.fullmatch(r"[a-z_]+", concept)
        assert english, concept
        assert chinese, concept
        # A form of both scripts would be cut in two and never match.
        assert not [form for form in chinese if not form.isascii() and re.search("[A-Za-z0-9]", form)]


def test_everyday_words_are_known_in_both_languages() -> None:
    assert all(map(is_everyday, ["data", "exports", "blue ocean", "数据", "数据同步", "今天导出"]))
    assert not any(map(is_everyday, ["acme", "blue zyqo", "星辰", "数据囧"]))


def test_a_burn_down_chart_is_no_outage() -> None:
    for text in ("Burn-down of the sprint", "the burndown", "燃尽图"):
        assert concepts(text) >= {"chart"}, text
        assert "outage" not in concepts(text), text
    assert "outage" in concepts("Everything is down since the sprint began")


def test_a_widget_is_neither_embedded_nor_a_group() -> None:
    assert concepts("widget") == concepts("小组件") == {"widget"}


@given(st.lists(st.sampled_from([*forms().runs, "的", "我们", "人"]), max_size=12).map("".join))
def test_forms_found_in_a_run_are_the_longest_and_none_is_missed(run: str) -> None:
    known, at = forms().runs, 0
    expected: list[tuple[int, int, frozenset[str]]] = []
    while at < len(run):
        size = next(
            (
                size
                for size in range(max(map(len, known)), 0, -1)
                if run[at : at + size] in known and at + size <= len(run)
            ),
            0,
        )
        if size and known[run[at : at + size]]:  # what stands for nothing is passed over whole
            expected.append((at, at + size, known[run[at : at + size]]))
        at += size or 1
    assert spans_in_run(run, forms()) == expected


@pytest.mark.parametrize("told", ["aren't arriving", "are not arriving", "aren’t arriving", "isn't arriving"])
def test_what_is_not_so_is_one_thing_however_it_is_written(told: str) -> None:
    assert "bounce" in concepts(f"The reminders {told}")
    assert concepts("we can't upload") == concepts("we cannot upload") == concepts("we can not upload")


@pytest.mark.parametrize(
    ("said", "not_meant"),
    [
        ("Sent from my iPhone", {"ios", "mobile"}),
        ("Von meinem Handy gesendet, guten Tag", {"mobile", "today"}),
        ("I look forward to hearing from you", {"forward", "sound"}),
        ("Screenshot attached, happy to jump on a call", {"attach", "call"}),
        ("my colleague is on maternity leave", {"churn"}),
        ("what do we need to do", {"task"}),
        ("it is behind our proxy", {"delayed"}),
        ("two seasonal workers", {"queue"}),
        ("can we move them at half past eight", {"theme", "copy"}),
        ("the rate at this stage", {"satisfaction", "sandbox"}),
        ("nobody rang, the phone rang twice", {"range"}),
        ("j'ai vu la carte, comment ajouter un dépôt", {"ai", "cart", "comment"}),
        ("our page does not open", {"page_limit", "several_per_page"}),
        ("the endpoint returns an error, the mail did not arrive", {"returns", "arrival"}),
        ("the sign-in page", {"sso"}),
        ("the system shows five, reply before it begins", {"too_early"}),
        ("one in the office is fine", {"intermittent"}),
    ],
)
def test_a_word_that_means_something_else_here_says_nothing(said: str, not_meant: set[str]) -> None:
    assert not not_meant & concepts(said)


def test_what_stands_for_nothing_takes_no_form_from_a_concept() -> None:
    stated = {" ".join(stems(form)) for _, latin, _ in entries() for form in latin}
    silent = {" ".join(stems(form)) for _, latin, _ in stated_in(NOTHING) for form in latin}
    assert not stated & silent


def test_the_reader_of_lines_keeps_what_matching_does_not_count() -> None:
    assert "queue" in concepts_learned("a worker")
    assert "theme" in concepts_learned("move them")
    known = {(concept, form) for area in LEARNED for concept, latin, _ in stated_in(area) for form in latin}
    assert {(concept, form) for concept, latin, _ in stated_in(UNSAID) for form in latin} <= known
