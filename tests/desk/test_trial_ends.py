"""A trial's end and a day that the customer named: the earlier one binds, and the other is told."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine

from escalation.policy import Policy
from tools.desk.desk import Desk, Request
from tools.desk.writing import check, write
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace


@pytest.fixture(scope="module")
def desk(sample_store: Engine) -> Desk:
    return Desk(StoreWorkspace(sample_store), Register(open_store("sqlite://")), Policy())


@pytest.mark.parametrize(
    ("line", "signal"),
    [
        ("Granite Bank: exports off by a day; the trial ends on 24 March, wanted by 30 March", "deadline_trial"),
        ("Granite Bank: exports off by a day; the trial ends on 2 April, wanted by 30 March", "deadline_customer"),
        ("Granite Bank exports are off by a day, needed by 30 March, their pilot runs out on 26 March", "deadline_trial"),
    ],
)  # fmt: skip
def test_the_earlier_one_is_the_deadline(desk: Desk, line: str, signal: str) -> None:
    found = desk.assess(Request(line))
    assert found.deadline_why is not None
    assert found.deadline_why.signal == signal
    assert found.deadline is not None
    assert datetime(2026, 3, 24, tzinfo=UTC) < found.deadline < datetime(2026, 3, 31, tzinfo=UTC)
    text = write(desk, found).text
    assert "30 March" in (text.expectation or "")
    assert not check(desk, found, text)


def test_a_trial_that_ends_alone_is_the_deadline(desk: Desk) -> None:
    found = desk.assess(Request("Granite Bank: exports are off by a day and the trial ends on 2026-03-25"))
    assert found.deadline is not None
    assert found.deadline.date().isoformat() == "2026-03-25"


def test_a_trial_that_is_over_binds_nobody(desk: Desk) -> None:
    found = desk.assess(Request("Granite Bank: exports are off by a day, the trial ended on 2 March"))
    assert found.deadline_why is None or found.deadline_why.signal != "deadline_trial"
