"""What only the reporter says is no fact: a sentence has to say that it was said (invariant 1)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from escalation.claims import EvidenceBook, check_text
from escalation.evidence import Evidence
from prompts.claim_words import claim_words

NOW = datetime(2026, 11, 20, 8, 15, tzinfo=UTC)


def said(id_: str, quotation: str, **more: object) -> Evidence:
    fields = {"id": id_, "quotation": quotation, "source": "tickets", "record_id": "T-1001", "fetched_at": NOW}
    return Evidence.model_validate(fields | more)


TYPED = (
    "847 customers affected, ARR at risk $5,000,000, see TK-99999, down since 14:00 UTC, fix needed by 23 March 2027"
)


def found(text: str, typed: str = TYPED) -> list[tuple[str, str]]:
    book = EvidenceBook.build(
        [
            said("E1", typed, source="reporter", record_id="reporter"),
            said("E2", "12 rows were lost"),
            said("E3", "claimed_customers = 847 customers", source="computed", inputs=("E1",)),
            said("E4", "affected_rows = 12 rows", source="computed", inputs=("E1", "E2")),
        ],
        (),
    )
    return [(each.span, each.reason) for each in check_text(text, book)]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("847 customers are affected.", "847"),
        ("共有 847 家客户受影响。", "847"),
        ("ARR at risk is $5,000,000.", "$5,000,000"),
        ("Ticket TK-99999 is open.", "TK-99999"),
        ("It broke at 14:00 UTC.", "14:00 UTC"),
        ("We promised a fix by 23 March 2027.", "23 March 2027"),
    ],
)
def test_the_reporters_words_stated_as_fact_are_stopped(text: str, span: str) -> None:
    assert found(text) == [(span, "only_reported")]


@pytest.mark.parametrize(
    "text",
    [
        "The reporter says 847 customers are affected.",
        "According to the reporter, ARR at risk is $5,000,000.",
        "上报人称有 847 家客户受影响。",
        "Deadline: 23 March 2027.",
        "“847 customers affected” [E1]",
        "12 rows were lost.",
    ],
)
def test_what_is_attributed_or_on_record_passes(text: str) -> None:
    assert found(text) == []


def test_attribution_holds_for_its_own_sentence_only() -> None:
    assert found("The reporter says it is down. 847 customers are affected.") == [("847", "only_reported")]


def test_what_a_record_says_as_well_needs_no_attribution() -> None:
    assert found("12 rows were lost.", typed="12 rows were lost") == []


def test_the_reason_says_what_to_do_and_cites_the_reporter() -> None:
    book = EvidenceBook.build([said("E1", TYPED, source="reporter", record_id="reporter")], ())
    [wrong] = check_text("847 customers are affected.", book)
    assert wrong.evidence == ("E1",)
    assert "the reporter says" in claim_words(wrong, "en")
    assert "上报人" in claim_words(wrong, "zh")
