"""What went on record as said to a customer is the last word to them in the next brief and answer."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from escalation.policy import Policy
from escalation.register.events import What
from tools.desk.desk import Desk, Request
from tools.desk.writing import write
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

LINE = "Sierra Rail: duplicate work orders are back again, roster is generated Friday evening"
WE_WROTE = "Next message by Friday evening, your time"
TOLD = "Told Hank by phone to switch the recurring rules off until we write again."
FRIDAY, SATURDAY = datetime(2026, 3, 20, 16, 10, tzinfo=UTC), datetime(2026, 3, 21, 15, tzinfo=UTC)


@pytest.fixture
def desk(sample_store: Engine, tmp_path: Path) -> Desk:
    """At the time of the sample, then on the day after the promise was due."""
    return Desk(StoreWorkspace(sample_store), Register(open_store(str(tmp_path / "register.db"))), Policy())


@pytest.fixture
def later(desk: Desk, sample_store: Engine) -> Desk:
    return Desk(StoreWorkspace(sample_store, now=lambda: SATURDAY), desk.register, desk.policy)


@pytest.fixture
def one(desk: Desk) -> str:
    return desk.prepare(Request(LINE)).escalation_id or ""


def put(desk: Desk, id_: str, what: What, at: datetime = FRIDAY, **data: Any) -> None:
    desk.register.append(id_, what, who="Sam", at=at, data=data)


def last_update(desk: Desk, id_: str, language: Any = "en") -> str:
    brief = write(desk, desk.reassess(id_), escalation_id=id_, language=language).markdown
    label = "**Last update to customer:**" if language == "en" else "**最近一次告知客户**"
    return next(line for line in brief.splitlines() if label in line)


def test_without_a_word_on_record_the_promise_is_told_as_broken(later: Desk, one: str) -> None:
    assert "A promise was not kept" in last_update(later, one)
    assert "未兑现" in last_update(later, one, "zh")


@pytest.mark.parametrize("account", ["sierra-rail", None])
def test_what_was_said_by_phone_is_the_last_word_and_no_promise_is_called_broken(
    later: Desk, one: str, account: str | None
) -> None:
    put(later, one, "customer_told", text=TOLD, account_id=account)
    told = last_update(later, one)
    assert "2026-03-20 16:10 UTC" in told
    assert "switch the recurring rules off" in told
    assert "not kept" not in told
    assert "未兑现" not in last_update(later, one, "zh")


def test_word_to_another_customer_is_none_to_this_one(later: Desk, one: str) -> None:
    put(later, one, "account_joined", account_ids=["halden-co"])
    put(later, one, "customer_told", text="We are on it.", account_id="halden-co")
    assert "A promise was not kept" in last_update(later, one)
    assert "We are on it" not in last_update(later, one)


def test_a_promise_kept_or_moved_on_record_is_not_called_broken(later: Desk, one: str) -> None:
    (owed,) = (p for p in later.register.state(one).promises if p.due)
    put(later, one, "promise_moved", id=owed.id, due="2026-03-23T17:00:00Z")
    assert "not kept" not in last_update(later, one)
    put(later, one, "promise_kept", id=owed.id, text="Rang Hank: rules are off.")
    told = last_update(later, one)
    assert "Rang Hank" in told
    assert "not kept" not in told


def test_a_promise_made_on_record_is_the_last_word_and_told_as_broken_once_its_time_has_passed(
    later: Desk, one: str
) -> None:
    made: dict[str, Any] = {
        "id": "P1",
        "text": "I ring you by 16:00 with the fix or why not",
        "account_id": "sierra-rail",
    }
    put(later, one, "promise_made", **made, due="2026-03-21T22:00:00Z")
    assert "I ring you by 16:00" in last_update(later, one)
    assert "not kept" not in last_update(later, one)
    put(later, one, "promise_moved", id="P1", due="2026-03-21T12:00:00Z")
    told = last_update(later, one)
    assert "A promise was not kept: we told the customer" in told
    assert "due 2026-03-21 12:00 UTC" in told
    put(later, one, "customer_told", at=SATURDAY.replace(hour=13), text="Still on it, sorry.")
    assert "not kept" not in last_update(later, one)


def test_what_is_told_stays_what_may_be_cited_and_goes_on_no_record_as_evidence(later: Desk, one: str) -> None:
    put(later, one, "customer_told", text=TOLD)
    again = later.prepare(Request(LINE), escalation_id=one)
    assert again.assessment.communication.last_update == TOLD
    source = next(e for e in again.assessment.evidence if e.quotation == TOLD)
    assert source.id in again.assessment.communication.evidence
    assert not any(e.quotation == TOLD for e in later.register.state(one).evidence)
    assert source in later.reassess(one).evidence
