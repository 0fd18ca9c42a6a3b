"""Incidents are counted once each, the rung follows from them, calm must be real, and what was the joke is refused."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from escalation.policy import Policy
from escalation.records import Account, Ticket
from escalation.recovery.incidents import Counted, Incident, count
from escalation.recovery.plan import plan
from escalation.recovery.wishes import refused
from tools.store.workspace import StoreWorkspace

NOW = datetime(2026, 3, 20, 8, 15, tzinfo=UTC)
WINDOW = {"since": NOW - timedelta(days=180), "until": NOW}
NORTH = Account(id="acc-1", name="Northwind")


def outage(id: str, days_ago: int, **more: object) -> Ticket:
    at = NOW - timedelta(days=days_ago)
    told = {"type": "incident", "priority": "urgent", "created_at": at, "solved_at": at + timedelta(hours=3)}
    return Ticket.model_validate({"id": id, "account_id": "acc-1", "subject": "API down", **told, **more})


def test_four_outages_of_the_sample_company_are_four_incidents_whoever_wrote_them_down(sample_store: Engine) -> None:
    store = StoreWorkspace(sample_store, now=NOW)
    (account,) = store.accounts(["ghi-tech"])
    tickets = [hit.record for hit in store.search_tickets(account_ids=("ghi-tech",), limit=50)]
    counted = count(account, tickets, store.items_linked_to([each.id for each in tickets]), [], **WINDOW)
    first, second, third, fourth = counted.incidents
    assert {"T-41811", "ENG-2041", "ESC-0209"} <= set(first.evidence)
    assert "T-43032" in second.evidence
    assert {"T-46029", "ESC-0223"} <= set(third.evidence)
    assert "T-47204" in fourth.evidence
    left = {each.id: each.why for each in counted.left}
    assert left["T-48409"] == left["T-38926"] == "no_fault"
    assert left["T-47430"] == "minor"


def test_duplicates_how_tos_and_what_is_long_past_are_left_out_with_the_reason() -> None:
    tickets = [
        outage("T-1", 2, merged_into="T-0"), outage("T-2", 2, type="question"), outage("T-3", 200),
        outage("T-4", 2, priority="low"),
    ]  # fmt: skip
    counted = count(NORTH, tickets, [], [], **WINDOW)
    assert counted.incidents == ()
    assert [each.why for each in counted.left] == ["merged", "no_fault", "outside_window", "minor"]


def test_two_reports_of_one_occurrence_count_once_and_a_return_counts_again() -> None:
    linked = {"linked_tracker": ("ENG-1",)}
    tickets = [outage("T-1", 20, **linked), outage("T-2", 20, **linked), outage("T-3", 10, **linked)]
    assert [each.evidence for each in count(NORTH, tickets, [], [], **WINDOW).incidents] == [
        ("T-1", "ENG-1", "T-2"),
        ("T-3", "ENG-1"),
    ]


def counted(incidents: int, days_ago: int, *, ended: bool = True) -> Counted:
    at = NOW - timedelta(days=days_ago)
    return Counted(tuple(Incident(at, "outage", "x", (f"T-{n}",), at if ended else None) for n in range(incidents)), ())


@pytest.mark.parametrize(("incidents", "rung"), [(0, 0), (1, 1), (4, 4), (7, 7), (8, 8), (15, 8)])
def test_the_rung_rises_with_the_count_and_never_to_celebration(incidents: int, rung: int) -> None:
    found = plan(counted(incidents, 3), Policy(), NOW)
    assert found.rung == rung
    assert all(step.due > NOW for step in found.steps)
    assert all("hide" in found.rules.avoid for _ in found.steps)


def test_only_real_calm_is_marked() -> None:
    assert plan(counted(3, 59), Policy(), NOW).rung == 3
    assert plan(counted(3, 60), Policy(), NOW).rung == 9
    assert plan(counted(3, 120), Policy(), NOW).rung == 10
    still_going_on = plan(counted(3, 120, ended=False), Policy(), NOW)
    assert (still_going_on.rung, still_going_on.calm_days) == (3, None)


def test_what_costs_or_binds_is_approved_first() -> None:
    asked = {step.act: step.approval for rung in (2, 3, 7) for step in plan(counted(rung, 3), Policy(), NOW).steps}
    assert asked["thank"] == "gift"
    assert asked["propose_compensation"] == "compensation"
    assert asked["commit"] == "legal_and_finance"


@pytest.mark.parametrize(
    ("wish", "kind"),
    [
        ("Don't let their CEO know about it", "hide"), ("keep this from the board", "hide"), ("别让他们老板知道", "hide"),
        ("先把消息压下来", "hide"), ("Tell them it will never happen again", "never_again"),
        ("保证以后不会再出问题", "never_again"),
        ("send twenty people to intimidate them", "numbers"), ("多去些人给客户施压", "numbers"),
        ("buy their CTO a luxury watch", "gifts"), ("给他们总监送个红包", "gifts"),
    ],
)  # fmt: skip
def test_what_was_the_joke_is_refused(wish: str, kind: str) -> None:
    assert kind in refused(wish)


@pytest.mark.parametrize(
    "wish", ["", "Tell their CEO today", "我们想当面道歉并说明原因", "Bring the head of engineering"]
)
def test_candour_and_effort_are_not(wish: str) -> None:
    assert refused(wish) == ()
