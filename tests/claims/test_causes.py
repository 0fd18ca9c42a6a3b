"""A cause is told as one only where a source names it, and as confirmed only where its source does not leave it open."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from escalation.assessment import Assessment, Issue, MatchedTicket
from escalation.claims import EvidenceBook, book_of, check_text
from escalation.records import Account, Comment, Message, Ticket, TrackerItem

AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
OPENED = datetime(2026, 11, 20, 1, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def book() -> EvidenceBook:
    account = Account(id="a1", name="Harrow Mills", timezone="Asia/Shanghai")
    ticket = Ticket(
        id="T-51", account_id="a1", subject="Payments declined", description="All card payments fail.", created_at=OPENED,
        comments=(Comment(id="c1", at=OPENED, role="internal", body="Gateway pool exhausted since deploy 5.14. Not confirmed."),),
    )  # fmt: skip
    messages = (
        Message(id="M-1", at=AT, text="Confirmed: the session cache dropped its tokens because the disk was full."),
        Message(id="M-2", at=AT, text="昨晚发布的权限服务有嫌疑，只是猜测。"),
    )
    item = TrackerItem(
        id="PAY-8", title="Gateway pool exhausted on card payments", type="bug", status="Confirmed", created_at=AT
    )
    found = Assessment(
        at=AT, issue=Issue(text="card payments fail", language="en"), decision="escalate", affected=(account,),
        matched=(MatchedTicket(ticket=ticket, score=1),), messages=messages, items=(item,),
    )  # fmt: skip
    return book_of(found)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        (
            "The failure was caused by an expired TLS certificate.",
            "was caused by an expired TLS certificate",
        ),
        ("It is triggered by a wrong firewall rule.", "is triggered by a wrong firewall rule"),
        ("原因是数据库连接池配置错误。", "原因是数据库连接池配置错误"),
        ("故障是由机房断电引起的。", "是由机房断电引起的"),
        ("Engineering has confirmed that deploy 5.14 exhausted the gateway pool.", "confirmed"),
        ("已确认是昨晚发布的权限服务的问题。", "已确认"),
        ("PAY-8 has confirmed that deploy 5.14 exhausted the gateway pool.", "confirmed"),
    ],
)
def test_a_cause_nobody_names_or_vouches_for_is_stopped(book: EvidenceBook, text: str, span: str) -> None:
    assert [each.span for each in check_text(text, book)] == [span]


@pytest.mark.parametrize(
    "text",
    [
        "The failure may have been caused by an expired TLS certificate.",
        "It is not known whether it was caused by a wrong firewall rule.",
        "The loss of tokens was caused by a full disk.",
        "怀疑原因是数据库连接池配置错误。",
        "Deploy 5.14 may have exhausted the gateway pool, which is not confirmed.",
        "It is confirmed that the session cache dropped its tokens.",
        "昨晚发布的权限服务有嫌疑，尚未确认。",
        # Where an item stands is on record, whoever doubts its cause.
        "PAY-8 on the tracker: “Gateway pool exhausted on card payments”, confirmed.",
        "项目跟踪编号为 PAY-8，「Gateway pool exhausted on card payments」，状态：已确认。",
    ],
)
def test_a_suspicion_and_a_cause_on_record_may_be_told(book: EvidenceBook, text: str) -> None:
    assert check_text(text, book) == []
