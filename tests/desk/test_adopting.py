"""What was promised before the escalation is on its record and its clocks."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from escalation.policy import Policy
from tools.desk.desk import Desk, Request
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

ACME = "API returning 500 errors intermittently for Acme Corp"


@pytest.fixture
def desk(sample_store: Engine, tmp_path: Path) -> Desk:
    return Desk(StoreWorkspace(sample_store), Register(open_store(str(tmp_path / "register.db"))), Policy())


def test_word_promised_on_a_ticket_is_due_at_its_time(desk: Desk) -> None:
    state = desk.register.state(desk.prepare(Request(ACME)).escalation_id or "")
    (promise,) = state.promises
    assert (promise.account_id, promise.due) == ("acme-corp", datetime(2026, 3, 20, 16, 0, tzinfo=UTC))
    assert "write again by tomorrow 16:00 UTC" in promise.text
    made = [e for e in desk.register.events(state.id) if e.what == "promise_made"]
    assert promise.owner == "Priya Raman"
    assert promise.made_at == datetime(2026, 3, 19, 16, 20, tzinfo=UTC)  # when the customer read it
    assert [(e.who, e.why) for e in made] == [("Priya Raman", "T-48258, 2026-03-19 16:20 UTC")]


def test_it_is_put_there_once(desk: Desk) -> None:
    first = desk.prepare(Request(ACME)).escalation_id or ""
    desk.prepare(Request(ACME))
    desk.prepare(Request(ACME), escalation_id=first)
    assert [e.what for e in desk.register.events(first)].count("promise_made") == 1


def test_a_promised_rhythm_is_the_agreed_one_unless_another_was_agreed(desk: Desk) -> None:
    issue = Request("DEF 公司李经理反馈账号有非本人操作")
    opened = desk.prepare(issue).escalation_id or ""
    state = desk.register.state(opened)
    assert state.agreed["def-co"].customer_hours == 2
    (first,) = state.promises
    assert first.due == first.made_at + timedelta(hours=2)  # from when it was said, not from when it was escalated
    agreed = {"account_id": "def-co", "customer_hours": 8.0}
    desk.register.append(opened, "rhythm_agreed", who="陈晓", at=datetime(2026, 3, 20, 9, tzinfo=UTC), data=agreed)
    desk.prepare(issue, escalation_id=opened)
    assert desk.register.state(opened).agreed["def-co"].customer_hours == 8
