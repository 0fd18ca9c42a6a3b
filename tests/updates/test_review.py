"""A text to a customer is reviewed as a whole: leaks, inventions, promises, and whether they know when they hear next."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest

from escalation.audience import Audience
from escalation.register.waiting import Asked
from escalation.terms import Language
from escalation.updates.phase import LAST, Phase
from escalation.updates.review import KINDS, Remark, review
from prompts.update_words import remark_words

NOW = datetime(2026, 3, 20, 8, tzinfo=UTC)
DUE = NOW + timedelta(hours=4)
READER = Audience(customer=("Northwind",), timezone="Europe/London")


def remarks(text: str, phase: Phase = "investigating", due: datetime | None = DUE) -> list[str]:
    return [each.kind for each in review(text, phase, READER, sent_at=NOW, due=due).remarks]


@pytest.mark.parametrize(
    "text",
    [
        "You will hear from us again by 12:00.",
        "We will call you at 11:00.",
        "We will write to you every two hours.",
        "我们会在 12:00 之前再次与您联系。",
        "We are on it. We will write again within 3 hours, and send the report by Friday.",
    ],
)
def test_a_text_that_says_when_they_hear_next_is_ready(text: str) -> None:
    assert remarks(text) == []


@pytest.mark.parametrize("text", ["We are looking into it.", "我们正在处理。", "We will keep you posted."])
def test_without_a_time_the_customer_is_left_waiting(text: str) -> None:
    assert remarks(text) == ["no_next_word"]


@pytest.mark.parametrize("text", ["You will hear from us by 18:00.", "We will write to you every day."])
def test_later_than_agreed_is_too_late(text: str) -> None:
    assert remarks(text) == ["next_word_late"]


def test_what_was_promised_may_be_said_again_however_late_and_nothing_later() -> None:
    promised = NOW + timedelta(hours=8)
    for text, late in (
        ("I will write again by 16:00 UTC today.", []),
        ("I will write by 17:00 UTC.", ["next_word_late"]),
    ):
        seen = review(text, "investigating", READER, sent_at=NOW, due=DUE, promised_for=promised)
        assert [each.kind for each in seen.remarks] == late


def test_nothing_is_owed_at_the_end_or_without_a_clock() -> None:
    assert remarks("We are looking into it.", due=None) == []
    for phase in LAST:
        assert remarks("It is solved.", phase) == ["not_on_record"]
        ended = review("It is solved.", phase, READER, sent_at=NOW, status="closed")
        assert ended.ready


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("kind", KINDS)
def test_each_remark_has_words(kind: str, language: Language) -> None:
    said = remark_words(Remark(kind, NOW), language, "12:00")  # type: ignore[arg-type]
    assert said
    assert "{" not in said


def test_a_text_that_nobody_worded_cannot_answer_what_was_asked() -> None:
    asked = [Asked(at=NOW - timedelta(hours=each), text="Do I switch it off?") for each in (3, 1)]
    text = "You will hear from us again by 12:00."
    seen = review(text, "nothing_new", READER, sent_at=NOW, due=DUE, asked=asked)
    assert [(each.kind, each.due, each.times) for each in seen.remarks] == [("unanswered", asked[1].at, 2)]
    for language in get_args(Language):
        said = remark_words(seen.remarks[0], language, "07:00")
        assert all(part in said for part in ("07:00", "2", "Do I switch it off?"))
