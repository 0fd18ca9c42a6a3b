"""By when, and why: nobody's date passes for the customer's."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.context import Context
from escalation.judgement.answers import read_answers
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.weighing import Inputs
from prompts.compose import compose
from tests.judgement.worlds import NOW, account, context, item, ticket


def judged(text: str, world: Context) -> Assessment:
    return assess(understand(text), world, Policy(), NOW)


def why(found: Assessment) -> str | None:
    return found.deadline_why.signal if found.deadline_why else None


def told(description: str, *notes: str, **fields: Any) -> Context:
    comments = [
        {"id": str(n), "role": "internal", "public": False, "at": NOW - timedelta(hours=3 - n), "body": note}
        for n, note in enumerate(notes)
    ]
    one = ticket("T-1", "acme", "Export is missing rows", description=description, comments=comments, **fields)
    return context(one, items=(item("BUG-1", linked=("T-1",), status="open"),), named=("acme",))


TEXT = "Export is missing rows for Acme"


def test_what_happens_of_itself_is_the_deadline_and_is_said() -> None:
    found = judged(TEXT, told("Export is missing rows.", "The clean-up is scheduled to run again on 22 March."))
    assert (found.deadline, why(found)) == (datetime(2026, 3, 22, tzinfo=UTC), "deadline_ahead")
    assert found.ahead is not None
    assert found.ahead.what == "The clean-up is scheduled to run again on 22 March."


def test_a_contracts_time_that_has_passed_is_told_as_passed() -> None:
    due = NOW - timedelta(hours=5)
    found = judged(TEXT, told("Export is missing rows.", sla={"resolution_due": due}))
    assert (found.deadline, why(found)) == (due, "deadline_sla_passed")


def test_the_contracts_next_time_is_cited_and_stands_first_in_its_source() -> None:
    tickets = tuple(
        ticket(name, account, "Export is missing rows", sla={"resolution_due": NOW + timedelta(hours=hours)})
        for name, account, hours in (("T-1", "acme", 9), ("T-2", "globex", 2), ("T-3", "initech", 5))
    )
    found = judged("Export is missing rows", context(*tickets))
    assert found.deadline == NOW + timedelta(hours=2)
    assert found.deadline_why is not None
    (source,) = found.deadline_why.evidence
    statement = next(one.quotation for one in found.evidence if one.id == source)
    assert [statement.index(name) for name in ("T-2", "T-3", "T-1")] == sorted(
        map(statement.index, ("T-1", "T-2", "T-3"))
    )


def test_without_any_date_the_rhythm_asks_for_a_first_word() -> None:
    found = judged(TEXT, told("Export is missing rows."))
    assert why(found) == "deadline_rhythm"
    assert found.deadline is not None
    assert found.deadline > NOW


def test_a_decision_about_a_product_is_wanted_before_the_renewal() -> None:
    text = "Acme asks for bulk assignment for the third time and is looking at competitors"
    world = context(ticket("T-1", "acme", text, description=text), named=("acme",))
    acme = account("acme", renewal_date="2026-06-01")
    found = judged(text, replace(world, accounts={"acme": acme}, named=(acme,)))
    assert (found.target, why(found)) == ("product", "deadline_renewal")
    assert found.deadline == datetime(2026, 6, 1, tzinfo=UTC)


def test_the_first_renewal_of_all_who_ask_is_the_deadline_whoever_is_named() -> None:
    text = "Acme asks for bulk assignment for the third time and is looking at competitors"
    tickets = (
        ticket("T-1", "acme", text, description=text),
        ticket("T-2", "globex", "Bulk assignment", description="Globex asks for bulk assignment of tasks as well"),
    )
    acme, globex = account("acme", renewal_date="2026-06-01"), account("globex", renewal_date="2026-04-06")
    world = replace(context(*tickets, named=("acme",)), accounts={"acme": acme, "globex": globex}, named=(acme,))
    found = judged(text, world)
    assert len(found.affected) == 2
    assert (found.deadline, why(found)) == (datetime(2026, 4, 6, tzinfo=UTC), "deadline_renewal")


@pytest.mark.parametrize(("hours", "signal"), [(9, "deadline_sla"), (90, "deadline_customer")])
def test_of_the_customers_day_and_the_contracts_the_first_is_the_deadline(hours: float, signal: str) -> None:
    due = NOW + timedelta(hours=hours)
    found = judged(TEXT, told("Export is missing rows. We need it by 22 March.", sla={"resolution_due": due}))
    assert found.communication.expectation_deadline == datetime(2026, 3, 22, 18, tzinfo=UTC)
    assert why(found) == signal
    assert found.deadline == min(due, datetime(2026, 3, 22, 18, tzinfo=UTC))


def test_a_contract_that_is_due_says_whose_is_missed_already() -> None:
    late, soon = ({"resolution_due": NOW + timedelta(hours=hours)} for hours in (-30, 9))
    one = ticket("T-1", "acme", "Export is missing rows", description="Export is missing rows.", sla=late)
    two = ticket("T-2", "beta", "Export is missing rows", description="Export is missing rows.", sla=soon)
    world = context(one, two, items=(item("BUG-1", linked=("T-1", "T-2"), status="open"),), named=("acme",))
    found = judged(TEXT, world)
    assert (found.deadline, why(found)) == (NOW + timedelta(hours=9), "deadline_sla")
    assert "the SLA of T-2 is due then; on T-1 it is missed already" in (compose(found, "en").deadline or "")
    assert "T-2 的 SLA 届时到期；T-1 的 SLA 已经超时" in (compose(found, "zh").deadline or "")


def test_who_was_asked_by_when_and_answered_settles_it_before_the_contract() -> None:
    world = told("Export is missing rows.", sla={"resolution_due": NOW + timedelta(hours=9)})
    found = assess(understand(TEXT), world, Policy(), NOW, Inputs(answers=read_answers({"deadline": "by 22 March"})))
    assert (found.deadline, why(found)) == (datetime(2026, 3, 22, 18, tzinfo=UTC), "deadline_customer")


@pytest.mark.parametrize("words", ["客户说春节前必须给", "the customer wants it before Easter"])
def test_a_day_that_cannot_be_read_leaves_the_deadline_unknown_and_is_asked_for(words: str) -> None:
    text = f"Acme 批量分配 bulk assignment is missing, {words}"
    world = context(ticket("T-1", "acme", text, description="We ask for bulk assignment."), named=("acme",))
    acme = account("acme", renewal_date="2026-06-01")
    found = judged(text, replace(world, accounts={"acme": acme}, named=(acme,)))
    assert found.target == "product"
    assert (found.deadline, why(found)) == (None, "deadline_unread")
    assert "customer_expectation" in [q.signal for q in found.questions]
    assert "whose day has to be asked for" in (compose(found, "en").deadline or "")
    assert "具体是哪一天需要再问" in (compose(found, "zh").deadline or "")


@pytest.mark.parametrize("words", ["客户说六月底前不给就换别家", "customer says end of June or they leave"])
def test_the_end_of_a_month_is_the_customers_own_deadline(words: str) -> None:
    text = f"Acme misses bulk assignment 批量分配, {words}"
    found = judged(
        text, context(ticket("T-1", "acme", text, description="We ask for bulk assignment."), named=("acme",))
    )
    assert (found.deadline, why(found)) == (datetime(2026, 6, 30, 18, tzinfo=UTC), "deadline_customer")


def test_what_mending_takes_is_kept_with_its_source() -> None:
    found = judged(TEXT, told("Export is missing rows.", "Checked. Needs a change of the writer.", "Still open."))
    assert [(n.what, len(n.evidence)) for n in found.needs] == [("Needs a change of the writer.", 1)]


@pytest.mark.parametrize(
    "words",
    [
        "请尽快，合同十二月底到期，领导在问要不要续约。",
        "請盡快，合約十二月底到期，主管已經在問要不要續約。",
        "请尽快处理，我们12月续约。",
    ],
)
def test_the_end_of_a_contract_is_no_day_by_which_they_need_it(words: str) -> None:
    found = judged(TEXT, told(f"Export is missing rows. {words}"))
    assert found.communication.expectation_deadline is None
    assert why(found) != "deadline_customer"


def test_a_day_before_which_they_want_it_stands_beside_a_renewal_and_what_is_left_out_of_a_quotation_is_marked() -> (
    None
):
    mine = ticket("T-1", "acme", "Export is missing rows", description="Export is missing rows.")
    theirs = ticket(
        "T-2", "beta", "Export is missing rows", description="Export is missing rows. 合同12月续约，3月22日前要修好。"
    )
    found = judged(
        TEXT, context(mine, theirs, items=(item("BUG-1", linked=("T-1", "T-2"), status="open"),), named=("acme",))
    )
    assert found.deadline is not None
    assert (found.deadline.month, found.deadline.day) == (3, 22)
    (read,) = (e.quotation for e in found.evidence if e.quotation.startswith("expected by"))
    assert "…" in read


def test_the_first_word_is_asked_for_by_the_hour_that_the_reminders_show() -> None:
    """A contract that counts nights makes the team's clock count them, whatever the severity's rhythm says."""
    saturday = datetime(2026, 3, 21, 9, 0, tzinfo=UTC)
    sla = {"first_response_h": 2, "update_h": 4, "clock": "24x7"}
    world = context(named=("acme",))
    world = replace(world, named=(account("acme", sla=sla),), accounts={"acme": account("acme", sla=sla)})
    found = assess(understand("Shared calendars show the wrong day for Acme"), world, Policy(), saturday)
    assert (why(found), found.severity) == ("deadline_rhythm", "high")
    assert found.deadline == saturday + timedelta(hours=4)


def test_anothers_missed_sla_is_no_deadline_of_the_customer_who_is_named() -> None:
    tickets = (
        ticket("T-1", "acme", "Export is missing rows"),
        ticket(
            "T-2", "globex", "Export is missing rows", priority="low", sla={"resolution_due": NOW - timedelta(days=37)}
        ),
    )
    found = judged(TEXT, context(*tickets, named=("acme",)))
    assert found.facts.affected_customers == 2
    assert why(found) != "deadline_sla_passed"


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("Our board reviews the contract on 26 March.", datetime(2026, 3, 26, 18, tzinfo=UTC)),
        (
            "About 60 rows a day are lost. Next open day is Sunday 22 March 19:00 UTC.",
            datetime(2026, 3, 22, 19, tzinfo=UTC),
        ),
    ],
)
def test_a_day_that_stands_in_the_record_is_the_deadline_and_not_asked_for(said: str, due: datetime) -> None:
    found = judged(TEXT, told(said, sla={"resolution_due": NOW - timedelta(days=2)}))
    assert (found.deadline, why(found)) == (due, "deadline_customer")
    assert "customer_expectation" not in {q.signal for q in found.questions}


@pytest.mark.parametrize(
    ("said", "binds"),
    [
        ("Our director wants a call from your leadership by 24 March noon.", False),
        ("We must have a written plan of improvement by 24 March noon.", False),
        ("厂长要求你们领导3月24日中午前给他回电话。", False),
        ("Our director wants it fixed and a call by 24 March noon.", True),
        ("厂长要求3月24日中午前修好并给他回电话。", True),
    ],
)
def test_a_call_or_a_plan_by_a_day_is_no_deadline_of_those_who_mend(said: str, *, binds: bool) -> None:
    tickets = (
        ticket("T-1", "acme", "Export is missing rows", description=f"Export is missing rows. {said}"),
        ticket("T-2", "globex", "Export is missing rows", description=f"Export is missing rows. {said}"),
    )
    found = judged("Export is missing rows for several customers", context(*tickets))
    assert found.target == "engineering"
    assert (why(found) == "deadline_customer") is binds
