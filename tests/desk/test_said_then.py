"""What was said on Monday is meant on Monday, however often the issue is judged later; a time that passed is said to have."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine

from escalation.policy import Policy
from prompts.statements import say
from tools.desk.desk import Desk, Prepared, Request
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

NOW = datetime(2026, 3, 20, 8, 15, tzinfo=UTC)
"""A Friday."""


class Later:
    """The same office some hours later."""

    def __init__(self, store: Engine) -> None:
        self._store, self._register = store, Register(open_store("sqlite://"))

    def at(self, hours: float) -> Desk:
        return Desk(StoreWorkspace(self._store, now=NOW + timedelta(hours=hours)), self._register, Policy())


@pytest.fixture
def office(sample_store: Engine) -> Later:
    return Later(sample_store)


LINE = "清禾水务 周报多出二十几行，合计对不上"


def expected(found: Prepared) -> datetime | None:
    return found.assessment.communication.expectation_deadline


def test_today_in_an_answer_is_the_day_it_was_given(office: Later) -> None:
    first = office.at(0).prepare(Request(LINE, answers={"customer_expectation": "今天下午五点之前要能用"}))
    assert first.escalation_id
    assert expected(first) == datetime(2026, 3, 20, 9, tzinfo=UTC)
    for hours in (1, 20, 44):
        again = office.at(hours).prepare(
            Request(LINE, answers={"how_many_users": "12"}), escalation_id=first.escalation_id
        )
        assert expected(again) is None
        why = again.assessment.deadline_why
        assert why is not None
        if why.signal == "deadline_rhythm":
            assert why.values == {"passed": datetime(2026, 3, 20, 9, tzinfo=UTC)}
            assert "2026-03-20 09:00 UTC" in say(why, "zh")
            assert "已过" in say(why, "zh")
            assert "has passed" in say(why, "en")


def test_the_same_words_answered_anew_are_of_the_first_day_and_other_words_of_today(office: Later) -> None:
    first = office.at(0).prepare(Request(LINE, answers={"deadline": "今天下午五点"}))
    again = office.at(24).prepare(
        Request(LINE, answers={"deadline": "今天下午六点"}), escalation_id=first.escalation_id
    )
    assert expected(again) == datetime(2026, 3, 21, 10, tzinfo=UTC)
    later = office.at(24.5).prepare(Request(LINE, answers={"how_many_users": "12"}), escalation_id=first.escalation_id)
    assert expected(later) == datetime(2026, 3, 21, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "line",
    [
        "Sierra Rail: duplicate work orders, they need it fixed by today 5 pm",
        "Sierra Rail 工单重复，客户要求今天下午五点前修好",
    ],
)
def test_today_in_the_line_is_the_day_it_was_typed(office: Later, line: str) -> None:
    first = office.at(0).prepare(Request(line))
    assert first.escalation_id
    due = expected(first)
    assert due is not None
    assert due.date() == NOW.date()
    again = office.at(30).prepare(Request(line, answers={"how_many_users": "12"}), escalation_id=first.escalation_id)
    assert expected(again) in (None, due)


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("启衡证券 合规要查谁改过权限，现在查不到，周五检查", "2026-03-20"),
        ("启衡证券 合规要查谁改过权限，现在查不到，下周三检查", "2026-03-25"),
        ("Halden: finance sheet comes up short of the board, month end today", "2026-03-20"),
        ("Halden: finance sheet comes up short of the board, audit on Thursday", "2026-03-26"),
        ("Sierra Rail gets work orders twice, need it before the weekend roster", "2026-03-20"),
    ],
)
def test_a_day_of_the_customers_that_the_line_names_is_by_when(office: Later, line: str, due: str) -> None:
    found = office.at(0).prepare(Request(line))
    at = expected(found)
    assert at is not None
    account = found.assessment.account
    assert account is not None
    assert str(at.astimezone(ZoneInfo(account.timezone or "UTC")).date()) == due


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("鑫源商贸 说昨晚十一点系统给全体员工发了空白邮件", False),
        ("Hollins says blank mails went out to all staff last night at 11 pm", False),
        ("Hollins says blank mails went out, we told them yesterday that we look into it", True),
        ("鑫源商贸 说系统给全体员工发了空白邮件，昨天我们答应今天回复", True),
    ],
)
def test_what_the_line_says_of_when_it_happened_is_not_asked(office: Later, line: str, *, asked: bool) -> None:
    found = office.at(0).assess(Request(line))
    assert ("since_when" in {q.signal for q in found.questions}) is asked
