"""An assessment's ledger, threads, articles and conclusions are what its brief may say."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from escalation.assessment import Assessment, Communication, Finding, Impact, Issue, Lookalike, MatchedTicket
from escalation.claims import EvidenceBook, book_of, check_text
from escalation.evidence import Evidence
from escalation.matters import TimelineEntry
from escalation.records import (
    Account,
    Article,
    Comment,
    Message,
    PastEscalation,
    Ticket,
    TicketSla,
    TrackerComment,
    TrackerItem,
)

AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
OPENED = datetime(2026, 11, 18, 7, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def whole() -> EvidenceBook:
    past = PastEscalation(id="ESC-3", at=OPENED, title="Export broke for 6 hours", outcome="patched")
    accounts = tuple(
        Account(id=f"a{n}", name=f"Customer{n} Ltd", escalation_history=(past,) * (n == 0)) for n in range(5)
    )
    ticket = Ticket(
        id="T-51", account_id="a0", subject="Export", description="41 rows are gone", created_at=OPENED, affected_users=17,
        sla=TicketSla(first_response_due=datetime(2026, 11, 18, 11, 45, tzinfo=UTC)),
        comments=(Comment(id="c1", at=OPENED, body="still 41, code EXP_CUT"),),
    )  # fmt: skip
    found = Assessment(
        at=AT, issue=Issue(text="export broken since 3 November", language="en"), decision="escalate",
        account=accounts[0], affected=accounts, matched=(MatchedTicket(ticket=ticket, score=1),),
        articles=(Article(id="KB-8", title="Exports above 900 rows"),),
        items=(TrackerItem(id="DEV-4", title="Cursor", comments=("seen 77 times", TrackerComment(body="fixed by 5.6.7"))),),
        messages=(Message(id="M-2", at=AT, text="p95 is 310 ms"),),
        lookalikes=(
            Lookalike(record_id="T-9", source="tickets", why=Finding(signal="other_endpoint", values={"endpoint": "/v8/x"})),
        ),
        impact=Impact(dimensions={"breadth": (Finding(signal="growth", values={"recent": 8, "before": None}),)}),
        claims=(Finding(signal="claimed", values={"count": 2, "tickets": ("T-51", "T-52")}),),
        communication=Communication(expectation_deadline=datetime(2026, 11, 21, 16, 0, tzinfo=UTC)),
        timeline=(TimelineEntry(at=OPENED, what="first report"),),
        evidence=(Evidence(id="E1", source="tickets", record_id="T-51", quotation="Export", fetched_at=AT),),
    )  # fmt: skip
    return book_of(found, ["Elsewhere Inc"])


@pytest.mark.parametrize(
    "text",
    [
        "41 rows are gone (T-51), EXP_CUT; 17 users [E1].",
        "The reporter says since 3 November.",
        "KB-8 is about exports above 900 rows; DEV-4 was seen 77 times, fixed by 5.6.7; p95 is 310 ms.",
        "Not counted: T-9 (/v8/x). Grew to 8 reports. 2 tickets.",
        "ESC-3: “Export broke for 6 hours”, “patched”.",
        "Due 18 November 11:45 UTC, promised for 21 November 16:00 UTC, opened 07:30Z.",
        "Customer0 Ltd, Customer1 Ltd and 3 more.",
    ],
)
def test_what_an_assessment_read_may_be_said(whole: EvidenceBook, text: str) -> None:
    assert check_text(text, whole) == []


@pytest.mark.parametrize("text", ["42 rows", "Customer0 Ltd and 9 more", "[E2]", "Elsewhere Inc", "/v9/x", "ESC-4"])
def test_what_it_did_not_read_may_not(whole: EvidenceBook, text: str) -> None:
    assert check_text(text, whole)


def test_an_assessment_of_nothing_has_a_book() -> None:
    issue = Issue(text="help", language="en")
    book = book_of(Assessment(at=AT, issue=issue, decision="need_info"))
    assert check_text("help", book) == []
    assert check_text("about 9 rows by 1 May", book)


def test_dates_that_are_none_are_nobody_s_evidence() -> None:
    row = Evidence(id="E1", source="kb", record_id="K", quotation="on 2026-02-30 and 31.02.2026", fetched_at=AT)
    account = Account(id="a", name="Ab", renewal_date=date(2026, 12, 24))
    assert check_text("renews on 24 December", EvidenceBook.build((row,), (account,))) == []
