"""Days in words are held against the days of the sources; shares, ordinals and small hours have equal forms."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from escalation.assessment import Assessment, Issue, MatchedTicket
from escalation.claims import EvidenceBook, book_of, check_text
from escalation.claims.scanning.hours import hours
from escalation.records import Account, Comment, Ticket

AT = datetime(2026, 11, 27, 10, 0, tzinfo=UTC)
OPENED = datetime(2026, 11, 27, 0, 30, tzinfo=UTC)
WORDS = (
    "登录后白屏，今天下班前必须恢复。This is the third outage in two months, about one in twelve calls fails. "
    "We want to talk to your executives this week. There were two retries in 4 hours on 8 nodes of 16, at 06:10 UTC."
)


@pytest.fixture(scope="module")
def book() -> EvidenceBook:
    account = Account(id="a1", name="寒光软件", timezone="Asia/Shanghai")
    ticket = Ticket(
        id="Q-110", account_id="a1", subject="登录后白屏", description=WORDS, created_at=OPENED,
        comments=(Comment(id="c1", at=datetime(2026, 11, 27, 1, 0, tzinfo=UTC), role="agent", public=True, body="请重试"),),
    )  # fmt: skip
    found = Assessment(
        at=AT, issue=Issue(text="登录后白屏", language="zh"), decision="escalate", affected=(account,),
        matched=(MatchedTicket(ticket=ticket, score=1),),
    )  # fmt: skip
    return book_of(found, zone="Asia/Shanghai")


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("首次反馈是昨天北京时间 8:30。", "昨天北京时间 8:30"),
        ("寒光软件要求明天恢复。", "明天"),
        ("寒光软件 wants to speak to our executives next month.", "next month"),
        ("Roughly one in two calls fails.", "two"),
        ("这是第五次中断。", "第五次"),
    ],
)
def test_another_day_share_or_place_is_stopped(book: EvidenceBook, text: str, span: str) -> None:
    assert [each.span.strip() for each in check_text(text, book)] == [span]


@pytest.mark.parametrize(
    "text",
    [
        "首次反馈是今天北京时间 8:30。",
        "寒光软件要求今天下班前恢复。",
        "Please decide which executive calls next month.",
        "We should answer tomorrow whether 寒光软件 needs a call.",
        "Roughly one in twelve calls fails.",
        "两个月内第三次中断。",
    ],
)
def test_the_sources_own_in_other_words_may_be_told(book: EvidenceBook, text: str) -> None:
    assert check_text(text, book) == []


@pytest.mark.parametrize(("text", "minute"), [("ten past one at night", 70), ("ten past nine at night", 1270)])
def test_one_at_night_is_before_dawn(text: str, minute: int) -> None:
    assert minute in [each.clock.minute for each in hours(text) if each.clock]
