"""Offices nobody holds, articles that do not help, and what a rate comes to in a time."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from escalation.assessment import Assessment, Facts, Finding, Issue, Lookalike, MatchedTicket, Reason
from escalation.claims import EvidenceBook, book_of, check_text
from escalation.evidence import Evidence
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
        reasons=(Reason(criterion="documented_solution", stance="for", signal="article_outdated", values={"article": "KB-6"}),),
        evidence=(Evidence(id="E1", source="kb", record_id="KB-6", quotation="Outage", fetched_at=AT),),
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
        ("KB-9 solves this.", "solves this"),
        ("KB-9 applies here.", "applies here"),
        ("Workaround: KB-9.", "workaround:"),
        ("The solution is documented in KB-7.", "solution is documented in"),
        ("This can be solved with KB-9.", "solved with"),
        ("There is a workaround (KB-9).", "workaround ("),
        ("See KB-9 for the workaround.", "see"),
        ("KB-6 solves this.", "solves this"),
        ("按 KB-9 操作即可恢复。", "即可恢复"),
        ("KB-9 能解决这个问题。", "能解决"),
        ("解决办法见 KB-9。", "解决办法见"),
        ("KB-7 适用于这个问题。", "适用于这个问题"),
        ("At about 90 orders an hour they lost some 2,400 orders in 15.5 hours.", "2,400"),
    ],
)
def test_what_the_records_do_not_give_is_stopped(text: str, span: str) -> None:
    assert span.casefold() in [each.span.casefold() for each in check_text(text, book())]


@pytest.mark.parametrize(
    "text",
    [
        "Harrow Mills' COO, Mr Tan, is unhappy.",
        "KB-8 has a valid workaround.",
        "KB-8 solves this.",
        "The solution is documented in KB-8.",
        "解决办法见 KB-8。",
        "KB-9 does not solve this.",
        "KB-9 was for older versions, which solves nothing here.",
        "Please say whether KB-9 applies here.",
        "按 KB-9 操作无法解决。",
        "KB-9 不适用于这个问题。",
        "请确认 KB-9 是否能解决这个问题。",
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
