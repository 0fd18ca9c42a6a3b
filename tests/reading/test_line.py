"""The line reader: what sort of matter a typed line is."""

import json
from collections.abc import Callable
from importlib.resources import files
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.reading.line import read_line
from escalation.reading.line.features import READ, features
from escalation.reading.line.model import NORM, Model, model, short_model
from escalation.reading.line.reading import reader_of
from escalation.terms import SEVERITIES
from evals.training.lines import Line, fingerprint, lines, longer


@given(st.text(max_size=300))
def test_any_text_is_read_and_chances_sum_to_one(text: str) -> None:
    reading = read_line(text)
    assert isclose(sum(reading.outcomes.values()), 1, abs_tol=1e-9)
    assert isclose(sum(reading.severities.values()), 1, abs_tol=1e-9)
    assert all(0 <= chance <= 1 for chance in reading.criteria.values())


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Checkout answers 502 for every merchant since the deploy an hour ago", "engineering"),
        ("收银接口从今早开始全部返回 502，十几家门店无法结账", "engineering"),
        ("Three clients asked this quarter for bulk editing of shipping labels, it is not on the roadmap", "product"),
        ("A user can open other tenants' invoices by changing the number in the address", "security"),
        ("改一下链接里的数字就能看到别家公司的合同", "security"),
        ("How do I add a second administrator? They cannot find the menu", "handle"),
        ("客户问怎么修改发票抬头", "handle"),
        ("customer is unhappy, please help", "need_info"),
    ],
)
def test_a_plain_line_is_read_for_what_it_is(text: str, outcome: str) -> None:
    assert read_line(text).best == outcome


def test_traditional_characters_read_like_simplified_ones() -> None:
    simplified, traditional = "导出报表缺少数据，三家客户反馈", "導出報表缺少數據，三家客戶反饋"
    assert read_line(simplified).outcomes == read_line(traditional).outcomes


def test_a_test_system_is_less_grave_than_production() -> None:
    grave = SEVERITIES[0]
    production = read_line("All payments fail in production for every merchant").severities[grave]
    sandbox = read_line("All payments fail in the sandbox for one test merchant").severities[grave]
    assert production > sandbox


def test_the_words_that_speak_loudest_are_quoted_as_typed() -> None:
    text = "Hello team, hope you are well. Export files are missing half the rows since Monday."
    assert read_line(text).words["engineering"] == "Export files are missing half the rows since Monday"


def test_a_pasted_log_is_read_at_its_beginning_only() -> None:
    line = "Export files are missing rows. "
    assert features(line * 200) == features((line * 200)[:READ])


def test_every_line_weighs_the_same_however_long() -> None:
    for text in ("Export is slow", "Export is slow for the whole finance team at month end and nobody knows why"):
        length = sum(value**2 for value in model().vector(features(text)).values()) ** 0.5
        assert isclose(length, NORM)


READERS = ((".", model, longer), ("short", short_model, lines))


@pytest.mark.parametrize(("folder", "_model", "learnt"), READERS)
def test_the_model_was_trained_on_the_lines_as_they_are(
    folder: str, _model: Callable[[], Model], learnt: Callable[[], list[Line]]
) -> None:
    told = json.loads((files("escalation.reading.line") / folder / "model.json").read_text(encoding="utf-8"))
    assert told["trained_on"] == fingerprint(learnt()), "labelled lines changed: run `make model`"


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("one two three four five six seven eight nine", True),
        ("one two three four five six seven eight nine ten", False),
        ("中" * 18, True),
        ("中" * 19, False),
        ("中" * 10 + " SSO API 3 4", True),
        ("x" * 201, False),
    ],
)
def test_a_short_line_has_a_reader_of_its_own(text: str, *, short: bool) -> None:
    assert (reader_of(text) is short_model()) is short


@pytest.mark.parametrize(("folder", "read", "_learnt"), READERS)
def test_the_files_of_the_model_fit_together(
    folder: str, read: Callable[[], Model], _learnt: Callable[[], list[Line]]
) -> None:
    learned = read()
    assert len(learned.weights) == len(learned.idf) * len(learned.labels)
    names = (files("escalation.reading.line") / folder / "features.txt").read_text(encoding="utf-8").split("\n")
    assert [learned.rows.get(name) for name in names] == list(range(len(learned.idf)))


def test_every_labelled_line_has_a_severity_exactly_when_it_is_escalated() -> None:
    for line in lines():
        escalated = line.outcomes[0] not in {"handle", "need_info"}
        assert bool(line.severities) == escalated, line.text
