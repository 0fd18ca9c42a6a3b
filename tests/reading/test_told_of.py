"""A day that says which things are meant, and an hour at which something happened, are by when nobody needs anything."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from escalation.reading.threads.communication import communication
from escalation.reading.times.deadlines import deadline
from escalation.records import Ticket

SAID = datetime(2026, 5, 20, 4, 14, tzinfo=UTC)
"""A Wednesday."""


@pytest.mark.parametrize(
    "text",
    [
        "想請教,三月以前送貨的簽收相片點開是灰色方格,最近的就正常。",
        "六月以前的记录都打不开",
        "周五前提交的单子全部不见了",
        "6月1日之前上传的文件看不到",
        "凌晨 2:10 有人用管理员登录",
        "昨晚23:40有陌生设备登录",
        "下午五点发现导出是空的",
        "從 9:30 開始一直報錯",
        "上午九点半就登不上，报错 500",
        "凌晨兩點多,系統突然斷線",
        "Photos of loads from before the middle of June are grey",
        "Anything that was uploaded before 1 June is gone",
        "The files we sent before Friday are missing",
        "Invoices older than June come out empty",
        "Somebody signed in at 02:10 UTC from an address abroad",
        "At 9:15 someone deleted the list",
        "It has been down since 14:00",
        "Seit 9 Uhr geht nichts mehr",
    ],
)
def test_a_time_that_is_told_of_what_was_is_no_deadline(text: str) -> None:
    assert deadline(text, SAID, "America/New_York") is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("六月以前要把照片补回来", "2026-06-01"),
        ("周五之前要用的报表还是空的", "2026-05-22"),
        ("我們週五前必須交的文件打不開", "2026-05-22"),
        ("请在6月1日前恢复", "2026-06-01"),
        ("明天早上9点开始培训，需要恢复", "2026-05-21"),
        ("We need the photos from before March back by Friday", "2026-05-22"),
        ("We asked for it by Friday and nobody answered", "2026-05-22"),
        ("It broke on our side; please fix it by 1 June", "2026-06-01"),
        ("They were told to have it before Friday", "2026-05-21"),
        ("Laut Vereinbarung muss der Plan bis Donnerstag 12 Uhr aushängen.", "2026-05-21"),
        ("Il nous faut la réponse avant vendredi", "2026-05-22"),
    ],
)
def test_a_limit_beside_it_stays_one(text: str, day: str) -> None:
    found = deadline(text, SAID, "UTC")
    assert found is not None
    assert found.date().isoformat() == day


def test_the_hour_of_a_day_named_in_german_is_read() -> None:
    found = deadline("Der Plan muss bis Donnerstag 12 Uhr aushängen.", SAID, "Europe/Berlin")
    assert found == datetime(2026, 5, 21, 10, tzinfo=UTC)


def heard(body: str) -> tuple[str | None, datetime | None]:
    ticket = Ticket.model_validate(
        {"id": "T-1", "created_at": SAID, "subject": "", "description": body, "comments": []}
    )
    found = communication([ticket])
    return (found.expectation.quotation if found.expectation else None), found.deadline


@pytest.mark.parametrize(
    "body", ["想請教,三月以前送貨的相片點不開。", "申请提交后没有反应。", "请假的同事看不到。", "请求返回 500。"]
)
def test_a_word_that_only_holds_please_is_no_wish(body: str) -> None:
    assert heard(body) == (None, None)


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("周五要按新价下单。", "2026-05-22"),
        ("週四要對帳。", "2026-05-21"),
        ("董事会周四开会。", "2026-05-21"),
        ("下周一就要投标。", "2026-05-25"),
        ("Der Plan muss bis Donnerstag 12 Uhr aushängen.", "2026-05-21"),
        ("The trustees meet on 22 May.", "2026-05-22"),
        ("Our steering group convenes next Tuesday.", "2026-05-26"),
        ("The council votes on 29 May.", "2026-05-29"),
    ],
)
def test_a_day_on_which_they_must_have_it_is_their_deadline(body: str, day: str) -> None:
    _, due = heard(body)
    assert due is not None
    assert due.date().isoformat() == day
