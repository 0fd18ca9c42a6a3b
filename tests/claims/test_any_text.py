"""No text, and no evidence, makes the check raise; digits of every script are digits."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from escalation.claims import EvidenceBook, check_text
from escalation.evidence import Evidence

NOW = datetime(2026, 11, 20, 8, 15, tzinfo=UTC)


def said(id_: str, quotation: str, **more: object) -> Evidence:
    fields = {"id": id_, "quotation": quotation, "source": "tickets", "record_id": "T-1001", "fetched_at": NOW}
    return Evidence.model_validate(fields | more)


# Any character, and more often the ones that patterns look for.
PIECES = st.one_of(
    st.text(max_size=20),
    st.characters(categories=["Nd", "No", "Nl"]),
    st.sampled_from(
        [
            "٧٧٧", "५५५", "𝟕𝟕", "๑๒", "①②", "²", "9" * 4400, "九" * 4400, "1." + "3" * 4400, "[E" + "9" * 5000 + "]",
            " + ", "ſix", "fİve", "百", "十", "点", "分", "年", "月", "日", "$", "%", " hours", "小时", "家客户", "“", "”", ":",
            "UTC+99:99",
            "2026-02-30", "-", "/", "T-", "twice", "first ", " a half", "more than ", "\x01", "壹", "XLVII", "`", "\n> ",
        ]
    ),
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=12).map("".join)


@settings(deadline=None, max_examples=60)
@given(TEXTS, TEXTS)
def test_no_text_and_no_evidence_makes_the_check_raise(text: str, evidence: str) -> None:
    for source in ("tickets", "reporter"):
        found = check_text(text, EvidenceBook.build([said("E1", evidence, source=source)], ()))
        assert all(text[each.start : each.end] == each.span for each in found)


@pytest.mark.parametrize("digits", ["٧٧٧", "७७७", "𝟕𝟕𝟕", "７７７", "๗๗๗"])
def test_digits_of_another_script_are_the_same_figure(digits: str) -> None:
    book = EvidenceBook.build([said("E1", "777 rows were lost")], ())
    assert check_text(f"{digits} rows were lost.", book) == []
    other = EvidenceBook.build([said("E1", "778 rows were lost")], ())
    assert [each.span for each in check_text(f"{digits} rows were lost.", other)] == [digits]


def test_a_figure_too_long_to_be_one_is_not_another() -> None:
    book = EvidenceBook.build([said("E1", "9" * 4400 + " rows")], ())
    assert check_text("9" * 4400 + " rows", book) == []
    assert len(check_text("9" * 4401 + " rows", book)) == 1


def test_a_circled_digit_numbers_a_list_or_counts() -> None:
    book = EvidenceBook.build([said("E1", "two things")], ())
    assert check_text("①先复现 ②再回复", book) == []
    assert [each.span for each in check_text("影响 ⑦ 家客户", book)] == ["⑦"]
