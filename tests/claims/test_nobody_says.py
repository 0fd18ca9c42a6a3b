"""What ours are said to have done, what was lost and that nobody else is hit: told only where a source tells it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from escalation.assessment import Assessment, Issue, MatchedTicket
from escalation.claims import EvidenceBook, book_of, check_text
from escalation.records import Account, Message, Ticket, TrackerItem

AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def book(said: str) -> EvidenceBook:
    account = Account(id="a1", name="Harrow Mills")
    ticket = Ticket(id="T-51", account_id="a1", subject="Unknown login", description="An admin login.", created_at=AT)
    found = Assessment(
        at=AT, issue=Issue(text="unknown login", language="en"), decision="escalate", affected=(account,),
        matched=(MatchedTicket(ticket=ticket, score=1),), messages=(Message(id="M-1", at=AT, text=said),),
    )  # fmt: skip
    return book_of(found)


CASES = (
    ("Our VP called Harrow Mills.", "I spoke with their director on the phone."),
    ("我们的总监致电了客户。", "刚和客户通话，语气缓和了。"),
    ("Some data was lost.", "Rows are missing since the import."),
    ("No other customer is affected.", "Checked the fleet: only this account is hit."),
    ("其他客户均未受影响。", "查过了，仅这一家账户有问题。"),
)


@pytest.mark.parametrize(("text", "said"), CASES)
def test_it_stands_where_somebody_says_so_and_not_otherwise(text: str, said: str) -> None:
    assert check_text(text, book(said)) == []
    assert [each.kind for each in check_text(text, book("Nobody has looked into it."))] == ["verdict"]


@pytest.mark.parametrize(
    "text",
    [
        "It is not known whether no other customer is affected.",
        "Should our VP have called?",
        "尚不清楚其他客户是否未受影响。",
    ],
)
def test_what_is_left_open_is_no_statement(text: str) -> None:
    assert check_text(text, book("Nobody has looked into it.")) == []


@pytest.mark.parametrize(
    ("text", "status", "told"),
    [
        ("It is tracked as QLD-31 (status: confirmed).", "confirmed", True),
        ("项目跟踪编号为 QLD-31，状态：已确认。", "confirmed", True),
        ("It is tracked as QLD-31 (status: confirmed).", "new", False),
        ("项目跟踪编号为 QLD-31，状态：已确认。", "new", False),
    ],
)
def test_a_status_on_record_is_no_deed_that_nobody_did(text: str, status: str, *, told: bool) -> None:
    item = TrackerItem(id="QLD-31", title="Login", type="bug", status=status, created_at=AT)
    ticket = Ticket(id="T-51", account_id="a1", subject="Login", description="A login fails.", created_at=AT)
    found = Assessment(
        at=AT, issue=Issue(text="login", language="en"), decision="escalate", items=(item,),
        affected=(Account(id="a1", name="Harrow Mills"),), matched=(MatchedTicket(ticket=ticket, score=1),),
    )  # fmt: skip
    assert ([each.reason for each in check_text(text, book_of(found))] == []) is told
