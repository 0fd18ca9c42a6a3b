"""Incidents are counted once each, the rung follows from them, calm must be real, and what was the joke is refused."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from escalation.policy import Policy
from escalation.policy_recovery import Compensation, Gifts
from escalation.records import Account, AccountSla, Ticket
from escalation.recovery.incidents import Counted, Incident, count
from escalation.recovery.plan import plan
from escalation.recovery.wishes import refused
from escalation.register.events import Event
from escalation.register.state import EscalationState
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
    assert [each.why for each in counted.left] == ["outside_window", "minor", "merged", "no_fault"]


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
    policy = Policy(gifts=Gifts(allowed=True, most_usd=30))
    asked = {step.act: step.approval for rung in (2, 3, 7) for step in plan(counted(rung, 3), policy, NOW).steps}
    assert asked["thank"] == "gift"
    assert asked["propose_compensation"] == "compensation"
    assert asked["commit"] == "legal_and_finance"


def test_nothing_is_calm_while_a_fault_or_an_escalation_is_open_whatever_counts_as_an_incident() -> None:
    long_over = outage("T-1", 150)
    bug = outage("T-2", 2, type="bug", priority="high", solved_at=None)
    assert plan(count(NORTH, [long_over], [], [], **WINDOW), Policy(), NOW).rung == 10
    with_bug = count(NORTH, [long_over, bug], [], [], **WINDOW)
    assert (with_bug.still_open, plan(with_bug, Policy(), NOW).rung) == (("T-2",), 1)
    asked = outage("T-3", 2, type="question", solved_at=None)
    assert plan(count(NORTH, [long_over, asked], [], [], **WINDOW), Policy(), NOW).rung == 10
    wanting = recorded("ESC-1", 3, target="product")
    assert plan(count(NORTH, [long_over], [], [wanting], **WINDOW), Policy(), NOW).rung == 1


def test_without_a_policy_for_them_there_are_no_gifts_and_no_money() -> None:
    policy = Policy(compensation=Compensation(allowed=False))
    acts = {step.act: step.approval for rung in (2, 3) for step in plan(counted(rung, 3), policy, NOW).steps}
    assert acts["thank_in_words"] is acts["offer_work"] is None
    assert not {"thank", "propose_compensation"} & acts.keys()


FRIDAY_EVENING = datetime(2026, 3, 20, 10, 30, tzinfo=UTC)
"""18:30 in Shanghai, half an hour after closing time."""


def test_steps_are_due_on_the_customers_working_days_and_at_once_only_waits_for_morning_when_nothing_burns() -> None:
    north = NORTH.model_copy(update={"timezone": "Asia/Shanghai"})
    over, burning = counted(3, 3), counted(3, 3, ended=False)
    at_once, travel, money = (step.due for step in plan(over, Policy(), FRIDAY_EVENING, account=north).steps)
    assert at_once == datetime(2026, 3, 23, 2, tzinfo=UTC)
    assert (travel, money) == (datetime(2026, 3, 24, 1, tzinfo=UTC), datetime(2026, 3, 26, 1, tzinfo=UTC))
    assert plan(burning, Policy(), FRIDAY_EVENING, account=north).steps[0].due == FRIDAY_EVENING + timedelta(hours=1)
    always = north.model_copy(update={"sla": AccountSla(clock="24x7")})
    assert plan(over, Policy(), FRIDAY_EVENING, account=always).steps[0].due == FRIDAY_EVENING + timedelta(hours=1)


def recorded(id: str, days_ago: float, **more: object) -> EscalationState:
    at = NOW - timedelta(days=days_ago)
    last = Event(seq=1, escalation_id=id, at=at, who="me", what="opened")
    said = {"issue": "API down", "account_ids": ("acc-1",), "severity": "high", "target": "engineering"}
    return EscalationState.model_validate(
        {"id": id, "opened_at": at, "opened_by": "me", "last_event": last, **said, **more}
    )


def test_an_escalation_of_ours_belongs_to_the_incident_whose_ticket_it_names_however_late_it_was_opened() -> None:
    states = [recorded("ESC-1", 10, ticket_ids=("T-1", "T-9"))]
    (one,) = count(NORTH, [outage("T-1", 20)], [], states, **WINDOW).incidents
    assert (one.evidence, one.tickets) == (("T-1", "ESC-1"), ("T-1",))
    assert one.ended_at is None, "an escalation that is open is an incident that goes on"
    assert plan(Counted((one,), ()), Policy(), NOW).calm_days is None


def test_two_escalations_of_ours_within_a_day_are_two_incidents_unless_they_name_a_record_in_common() -> None:
    apart = [recorded("ESC-1", 10, ticket_ids=("T-1",)), recorded("ESC-2", 9.5, ticket_ids=("T-2",))]
    together = [recorded("ESC-1", 10, item_ids=("ENG-1",)), recorded("ESC-2", 9.5, item_ids=("ENG-1",))]
    tickets = [outage("T-1", 10), outage("T-2", 9)]
    assert len(count(NORTH, tickets, [], apart, **WINDOW).incidents) == 2
    assert len(count(NORTH, [], [], together, **WINDOW).incidents) == 1


def test_escalations_that_are_no_incident_are_left_out_with_the_reason() -> None:
    states = [
        recorded("ESC-1", 3, severity="medium"), recorded("ESC-2", 3, target="leadership"),
        recorded("ESC-3", 3, account_ids=("acc-2",)), recorded("ESC-4", 300), recorded("ESC-5", 300, severity="medium"),
    ]  # fmt: skip
    found = count(NORTH, [], [], states, **WINDOW)
    assert found.incidents == ()
    assert {each.id: each.why for each in found.left} == {
        "ESC-1": "not_grave", "ESC-2": "relationship", "ESC-4": "outside_window",
    }  # fmt: skip


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


def test_a_leaders_letter_about_all_of_it_is_no_incident_of_its_own() -> None:
    words = (
        "First the desk in May, then guests billed twice in June. I am the COO and should not be writing to a support address."
        " Tell me who owns this account, with dates, or we stop the roll-out to the new houses."
    )
    letter = outage("T-9", 1, subject="Enough", description=words, type="problem", priority="high", solved_at=None)
    counted = count(NORTH, [outage("T-1", 20), letter], [], [], **WINDOW)
    assert [each.evidence for each in counted.incidents] == [("T-1",)]
    assert [(each.id, each.why) for each in counted.left] == [("T-9", "relationship")]


@pytest.mark.parametrize(("title", "incidents"), [("Front desk outage 2h", 1), ("Invoices billed twice", 2)])
def test_an_escalation_filed_days_later_is_the_same_occurrence_when_it_speaks_of_it(title: str, incidents: int) -> None:
    past = {
        "id": "ESC-7",
        "at": NOW - timedelta(days=15),
        "title": title,
        "severity": "critical",
        "target": "engineering",
    }
    north = Account.model_validate({"id": "acc-1", "name": "Northwind", "escalation_history": [past]})
    counted = count(north, [outage("T-1", 20, subject="Front desk down at all houses")], [], [], **WINDOW)
    assert len(counted.incidents) == incidents
