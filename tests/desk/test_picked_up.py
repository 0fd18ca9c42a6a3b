"""The time that Security has to take a matter runs from when it was given it, and ends when it has it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine

from escalation.policy import Policy
from tools.desk.desk import Desk, Request
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

LINE = "DEF 公司 发现陌生地点登录，还有2次不明的文件导出"
AT = datetime(2026, 3, 20, 8, 15, tzinfo=UTC)


@pytest.fixture
def clock() -> list[datetime]:
    """What it shows may be set."""
    return [AT]


@pytest.fixture
def desk(sample_store: Engine, clock: list[datetime]) -> Desk:
    return Desk(StoreWorkspace(sample_store, now=lambda: clock[0]), Register(open_store("sqlite://")), Policy())


def again(desk: Desk, line: str = LINE, **more: Any) -> tuple[datetime | None, str | None, object]:
    found = desk.prepare(Request(line, **more), escalation_id="ESC-0001").assessment
    why = found.deadline_why
    return found.deadline, why.signal if why else None, why.values.get("passed") if why else None


def opened(desk: Desk) -> timedelta:
    """How long Security has."""
    found = desk.prepare(Request(LINE)).assessment
    assert found.target == "security"
    assert found.deadline is not None
    return found.deadline - AT


def test_it_does_not_slide_and_says_when_it_is_over(desk: Desk, clock: list[datetime]) -> None:
    given = opened(desk)
    clock[0] = AT + given / 2
    assert again(desk) == (AT + given, "deadline_policy", False)
    clock[0] = AT + given
    assert again(desk) == (AT + given, "deadline_policy", True)


@pytest.mark.parametrize("taken", ["acknowledged", "progress"])
def test_it_ends_when_security_has_it(desk: Desk, taken: Any) -> None:
    opened(desk)
    desk.register.append("ESC-0001", taken, who="Security", at=AT, data={"text": "ours"})
    assert again(desk) == (None, None, None)
    incident = desk.reassess("ESC-0001").incident
    assert incident is not None
    assert incident.taken


def test_what_the_customer_needs_stays_when_it_is_taken(desk: Desk) -> None:
    opened(desk)
    before = again(desk, answers={"customer_expectation": "他们今天晚上 23:00 之前要有书面说明"})
    desk.register.append("ESC-0001", "acknowledged", who="Security", at=AT)
    after = again(desk)
    assert (before[1], after[1]) == ("deadline_policy", "deadline_customer")
    assert before[0] is not None
    assert after[0] == datetime(2026, 3, 20, 15, tzinfo=UTC) > before[0]


def test_given_to_security_later_it_runs_from_then(desk: Desk, clock: list[datetime]) -> None:
    line = "清禾水务 今早的巡检周报多出二十几行，合计对不上"
    desk.prepare(Request(line))
    clock[0] = AT + timedelta(hours=3)
    answers = {"what_was_tried": "多出来的是粤众物流的工单，清禾水务看到了别家的数据"}
    due = AT + timedelta(hours=3 + 2)
    assert again(desk, line, answers=answers) == (due, "deadline_policy", None)
    clock[0] = AT + timedelta(hours=4)
    assert again(desk, line) == (due, "deadline_policy", False)
