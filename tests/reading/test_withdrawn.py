"""What was said later takes back what was said before, of the same ticket."""

from __future__ import annotations

import pytest

from escalation.reading.threads.entries import entries
from escalation.reading.threads.felt import felt
from escalation.reading.threads.withdrawn import says_it_helps, taken_back, takes_back, way_is_gone
from escalation.records import Ticket


def ticket(*told: tuple[str, str]) -> Ticket:
    comments = [
        {"id": str(n), "role": role, "at": f"2026-03-19T1{n}:00:00Z", "body": body, "public": role != "internal"}
        for n, (role, body) in enumerate(told)
    ]
    return Ticket.model_validate({"id": "T-1", "created_at": "2026-03-19T09:00:00Z", "comments": comments})


@pytest.mark.parametrize(
    "later",
    [
        "Sorry, it came back at five even with the filter off.",
        "That is not it either.",
        "The spare line stopped working on Monday.",
        "昨天又卡了。",
        "备用线路也不行了。",
        "後備線都唔得喇。",
    ],
)
def test_a_note_that_it_helps_is_taken_back_by_a_later_word_of_the_customer(later: str) -> None:
    told = ticket(("internal", "Filter off holds for them."), ("customer", later))
    note = entries(told)[0]
    assert says_it_helps(note.text)
    found = taken_back("T-1", note.at, entries(told))
    assert found is not None
    assert found.quotation == later
    assert taken_back("T-1", entries(told)[1].at, entries(told)) is None


@pytest.mark.parametrize("later", ["Is it back?", "We are back in the office.", "Any news?", "又来麻烦您了，谢谢。"])
def test_other_words_take_nothing_back(later: str) -> None:
    assert not takes_back(later)


def test_a_way_that_works_no_more_is_what_it_costs_now() -> None:
    told = ticket(
        ("customer", "So we use paper slips for now and key them by hand, three hours a day."),
        ("customer", "The slips way stopped working on Monday: the scanner rejects them."),
    )
    assert [q.quotation for q in felt(entries(told))] == [
        "The slips way stopped working on Monday: the scanner rejects them."
    ]
    told = ticket(
        ("customer", "我们暂时改用手工登记，每天三小时。"),
        ("customer", "手工登记也不行了，单号对不上。"),
    )
    assert [q.quotation for q in felt(entries(told))] == ["手工登记也不行了，单号对不上。"]
    assert not way_is_gone("The printer stopped.")
