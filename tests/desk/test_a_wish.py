"""What many wish for puts no revenue at risk by itself: the brief tells what those who ask stand for."""

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
    ("line", "asked", "stand_for"),
    [
        ("Customers ask for bulk assignment of tasks", "have asked for this", "Those who ask for it stand for $"),
        ("客户希望支持批量分配任务", "提出这一需求", "提出需求的客户，ARR 合计"),
    ],
)
def test_it_tells_who_asked_and_what_they_stand_for(desk: Desk, line: str, asked: str, stand_for: str) -> None:
    found = desk.assess(Request(line))
    assert found.issue.kind == "feature"
    text = write(desk, found).text
    assert asked in (text.customers_affected or "")
    assert stand_for in (text.revenue_at_risk or "")
    assert not check(desk, found, text)


@pytest.mark.parametrize(
    ("line", "told"),
    [("API returning 500 errors for Acme Corp", "of ARR is at risk"), ("Acme Corp 的 API 返回 500", "的 ARR 存在风险")],
)
def test_a_fault_puts_it_at_risk(desk: Desk, line: str, told: str) -> None:
    assert told in (write(desk, desk.assess(Request(line))).text.revenue_at_risk or "")
