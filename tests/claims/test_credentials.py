"""Offices nobody holds, articles that do not help, and what a rate comes to in a time."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from escalation.assessment import Assessment, Facts, Finding, Issue, Lookalike, MatchedTicket
from escalation.claims import EvidenceBook, book_of, check_text
from escalation.records import Account, Article, Ticket

AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def book(*, workaround: bool = True) -> EvidenceBook:
    account = Account(id="a1", name="Harrow Mills")
    words = "Our COO, Mr Tan, is unhappy. We lose about 90 orders an hour, for 15.5 hours now."
    ticket = Ticket(id="T-51", account_id="a1", subject="Outage", description=words, created_at=AT)
    found = Assessment(
        at=AT, issue=Issue(text="outage", language="en"), decision="escalate", affected=(account,),
        matched=(MatchedTicket(ticket=ticket, score=1),), facts=Facts(kb_workaround_exists=workaround),
        articles=(Article(id="KB-8", title="Outage"), Article(id="KB-9", title="Outage", status="outdated")),
        lookalikes=(Lookalike(record_id="KB-7", source="kb", why=Finding(signal="other_error")),),
    )  # fmt: skip
    return book_of(found)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Harrow Mills' CEO, Mr Tan, is unhappy.", "CEO"),
        ("客户首席执行官很不满。", "首席执行官"),
        ("KB-9 has a valid workaround.", "has a valid workaround"),
        ("知识库 KB-7 提供了有效的解决办法。", "提供了有效的解决"),
        ("At about 90 orders an hour they lost some 2,400 orders in 15.5 hours.", "2,400"),
    ],
)
def test_what_the_records_do_not_give_is_stopped(text: str, span: str) -> None:
    assert span in [each.span for each in check_text(text, book())]


@pytest.mark.parametrize(
    "text",
    [
        "Harrow Mills' COO, Mr Tan, is unhappy.",
        "KB-8 has a valid workaround.",
        "KB-9 is outdated and no longer has a valid workaround.",
        "At about 90 orders an hour they lost some 1,400 orders in 15.5 hours.",
    ],
)
def test_what_they_give_may_be_told(text: str) -> None:
    assert check_text(text, book()) == []


def test_no_article_helps_where_the_assessment_found_none_that_does() -> None:
    assert [each.span for each in check_text("KB-8 has a valid workaround.", book(workaround=False))] == [
        "has a valid workaround"
    ]
