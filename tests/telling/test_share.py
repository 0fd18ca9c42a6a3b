"""The share of a segment, and requests in so many days: what is counted and what it is counted against are of one kind."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.context import Context
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.ruling import Ruling
from tests.judgement.worlds import NOW, account, context, ticket
from tools.desk.desk import Desk, Request
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

PLANS = ("Enterprise", "Professional", "Trial")
SHARE = "claimed_segment_not_supported"


def judged(text: str, world: Context) -> Assessment:
    return assess(understand(text), world, Policy(), NOW)


@given(st.lists(st.sampled_from(PLANS), min_size=2, max_size=8))
def test_only_customers_of_the_plan_are_counted_against_its_total(plans: list[str]) -> None:
    asked = [
        ticket(f"T-{n}", f"a{n}", "Bulk assignment", description="We ask for bulk assignment.")
        for n in range(len(plans))
    ]
    world = context(*asked)
    accounts = {f"a{n}": account(f"a{n}", plan=plan) for n, plan in enumerate(plans)}
    world = replace(world, accounts=accounts, segment_size=20)
    for line, plan in (("all Enterprise customers ask for bulk assignment", "Enterprise"),
                       ("所有专业版客户都要批量分配 bulk assignment", "Professional")):  # fmt: skip
        found = judged(line, world)
        assert found.facts.affected_customers == len(plans)
        (claim,) = [c for c in found.claims if c.signal == SHARE]
        assert (claim.values["found"], claim.values["segment_size"]) == (plans.count(plan), 20)
        assert claim.values.get("others") == (len(plans) - plans.count(plan) or None)


def test_a_segment_that_all_shows_is_not_contradicted_by_customers_of_other_plans() -> None:
    world = context(ticket("T-1", "a", "Export is missing rows"), ticket("T-2", "b", "Export is missing rows"))
    world = replace(world, accounts={"a": account("a"), "b": account("b", plan="Trial")}, segment_size=1)
    assert SHARE not in [c.signal for c in judged("Export is missing rows for all Enterprise customers", world).claims]


@pytest.mark.parametrize(
    "line", ["all Enterprise customers are asking for bulk task assignment", "所有企业版客户都要批量分配任务"]
)
def test_the_sample_companys_share_is_of_one_plan(sample_store: Engine, line: str) -> None:
    now = datetime.fromisoformat("2026-03-20T08:15:00+00:00")
    desk = Desk(StoreWorkspace(sample_store, now=now), Register(sample_store), Policy())
    found = desk.assess(Request(line))
    plans = Counter(a.plan for a in found.affected)
    (claim,) = [c for c in found.claims if c.signal == SHARE]
    assert claim.values["found"] == plans["Enterprise"] < len(found.affected)
    assert found.demand is not None
    assert claim.values["found"] == found.demand.accounts_by_plan["Enterprise"]


def wishes(*days: int) -> Context:
    """One wish a customer, so many days old; the oldest was answered late, and all are ruled to belong."""
    told = [
        ticket(
            f"T-{n}", f"a{n}", "Bulk assignment", days=age, description="We ask for bulk assignment.", status="closed",
            solved_at=NOW - timedelta(days=age - 3), first_response_at=NOW - timedelta(days=age - 2),
            sla={"first_response_due": NOW - timedelta(days=age - (1 if age == max(days) else 3))},
        )
        for n, age in enumerate(days)
    ]  # fmt: skip
    return replace(context(*told), rulings=tuple(Ruling(record_id=t.id, same=True, reason="read") for t in told))


def test_requests_in_so_many_days_are_those_of_these_days() -> None:
    found = judged("Customers ask for bulk assignment", wishes(10, 40, 224))
    assert found.demand is not None
    assert (found.demand.requests, found.demand.window_days) == (2, 183)
    assert "2 requests from 2 customers (2 Enterprise) in the last 183 days" in [e.quotation for e in found.evidence]
    assert next(r.values["requests"] for r in found.reasons if r.signal == "feature_gap") == 2
    assert found.facts.affected_customers == 3


def test_a_late_reply_to_a_wish_of_long_ago_makes_todays_no_graver() -> None:
    old, new = (judged("Customers ask for bulk assignment", wishes(10, 40, age)) for age in (224, 100))
    assert (old.facts.sla_breached, new.facts.sla_breached) == (False, True)
    assert "sla_breached" not in [r.signal for r in old.reasons]
    assert "sla_breached" in [r.signal for r in new.reasons]
