"""Where the conversation stands, and the instants it names, at their edges."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from escalation.reading.threads.communication import CommunicationFound, communication
from escalation.reading.times.deadlines import deadline
from escalation.records import Ticket

AT = datetime(2026, 3, 18, 2, tzinfo=UTC)


def read(*told: tuple[str, str]) -> CommunicationFound:
    comments = [
        {"id": str(n), "role": role, "at": f"2026-03-19T1{n}:00:00Z", "body": body}
        for n, (role, body) in enumerate(told)
    ]
    data = {"id": "T-1", "created_at": "2026-03-19T09:00:00Z", "comments": comments}
    return communication([Ticket.model_validate(data)])


def test_a_wish_without_a_day_is_the_expectation() -> None:
    found = read(("customer", "The file is short. Please fix it."))
    assert found.expectation is not None
    assert (found.expectation.quotation, found.deadline, found.last_update) == ("Please fix it.", None, None)


def test_a_dated_wish_outranks_a_later_one_without_a_day() -> None:
    found = read(("customer", "We go live on Friday, before that it has to work."), ("customer", "Please fix it."))
    assert found.expectation is not None
    assert found.expectation.quotation.startswith("We go live")
    assert found.deadline is not None


def test_a_wish_is_its_own_sentence_whatever_ends_the_one_before() -> None:
    found = read(("customer", "發票抬頭錯了，按鈕整個是灰的！到底是哪個天才設計的？今天下班前一定要給我改好！"))
    assert found.expectation is not None
    assert found.expectation.quotation == "今天下班前一定要給我改好！"


def test_a_day_that_is_over_is_no_deadline() -> None:
    found = read(("customer", "We needed it by 2026-03-01. Thanks."))
    assert found.deadline is None


def test_nobody_said_anything() -> None:
    assert read() == CommunicationFound()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by end of week", "2026-03-20T18:00"),
        ("by end of month", "2026-03-31T18:00"),
        ("月底前", "2026-03-31T18:00"),
        ("by tomorrow morning", "2026-03-19T09:00"),
        ("by tomorrow afternoon", "2026-03-19T13:00"),
        ("before Friday", "2026-03-19T18:00"),
        ("by 1am", "2026-03-19T01:00"),
        ("day after tomorrow", "2026-03-20T18:00"),
        ("by January 5", "2027-01-05T18:00"),
        ("within 2 weeks", "2026-04-01T02:00"),
        ("31/2/2026", None),
    ],
)
def test_an_instant_at_its_edges(text: str, expected: str | None) -> None:
    wanted = datetime.fromisoformat(f"{expected}:00+00:00") if expected else None
    assert deadline(text, AT, "UTC") == wanted


@pytest.mark.parametrize(
    "told",
    [
        "If this is not solved by 20 March 12:00 UTC we switch to another provider.",
        "Please solve it by 20 March 12:00 UTC.",
        "Fix this before 20 March 12:00 UTC, otherwise we are gone.",
        "如果 3 月 20 日 12:00（UTC）之前还不恢复，我们就换供应商。",
        "如果 3 月 20 日 12:00（UTC）之前還不恢復，我們就換供應商。",
    ],
)
def test_a_limit_with_an_order_or_with_what_follows_is_what_they_expect(told: str) -> None:
    found = read(("customer", told))
    assert found.expectation is not None
    assert found.deadline == datetime(2026, 3, 20, 12, tzinfo=UTC)


@pytest.mark.parametrize("told", ["It did not work before 20 March.", "We deployed it before 20 March."])
def test_a_day_before_which_something_was_is_no_limit(told: str) -> None:
    assert read(("customer", told)).deadline is None
