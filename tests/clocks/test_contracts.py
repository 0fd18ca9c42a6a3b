"""Contracts on the clocks: their hours, how they are spelled, and that they outlast an escalation."""

from __future__ import annotations

import pytest

from escalation.records import Ticket, TicketSla
from tests.clocks.logs import MONDAY, Log, at, contract, later, running


def test_a_24x7_contract_runs_through_the_night_and_its_update_time_comes_before_the_severitys() -> None:
    log = Log("high", opened=at(6, 17), accounts=(contract("24x7", update_h=3),))
    assert running(log) == {"internal": at(6, 21), "customer": at(6, 20)}
    due = log.one("customer")
    assert due is not None
    assert (due.why.signal, due.why.values) == ("sla_rhythm", {"hours": 3, "around_the_clock": True})


def test_a_business_contract_does_not_slow_what_is_critical() -> None:
    log = Log("critical", opened=at(6, 17), accounts=(contract("business", update_h=3),))
    due = log.one("customer")
    assert due is not None
    assert (due.due_at, due.why.signal) == (
        at(6, 20),
        "sla_rhythm_all_hours",
    )  # the contract is not said to ask for nights
    assert log.add("severity_changed", at(6, 17), "workaround", severity="high").when("customer") == at(9, 11)


@pytest.mark.parametrize("spelled", ["24/7", "24×7", "24 x 7", "7x24", "Calendar hours", "全天候"])
def test_a_contract_that_counts_every_hour_does_so_however_it_is_spelled(spelled: str) -> None:
    log = Log("high", opened=at(6, 17), accounts=(contract(spelled, update_h=3),))
    assert log.when("customer") == at(6, 20)


@pytest.mark.parametrize("spelled", ["Business hours", "8x5", "5×8", "工作时间", "office"])
def test_one_that_counts_office_hours_does_too(spelled: str) -> None:
    ticket = Ticket(id="T-1", account_id="acme", created_at=at(6, 17))
    log = Log("high", opened=at(6, 17), accounts=(contract(spelled, update_h=3),), tickets=(ticket,))
    assert running(log) == {"internal": at(9, 12), "customer": at(9, 11), "first_response": at(9, 12)}


def test_an_update_time_beyond_all_sense_is_no_contract() -> None:
    assert Log("critical", accounts=(contract("24x7", update_h=1e9),)).when("customer") == later(4)


def test_after_de_escalating_the_contract_goes_on_while_a_ticket_is_open() -> None:
    ticket = Ticket(
        id="T-1",
        account_id="acme",
        created_at=MONDAY,
        first_response_at=MONDAY,
        sla=TicketSla(resolution_due=later(30)),
    )
    bound = contract("business", update_h=4)
    log = Log("critical", accounts=(bound,), tickets=(ticket,)).add("de_escalated", later(1), "a setting")
    assert running(log) == {"confirmation": later(5), "resolution": later(30)}
    log.add("customer_told", later(2), account_id="acme")
    assert running(log) == {"customer": later(6), "resolution": later(30)}
    due = log.one("customer")
    assert due is not None
    assert (due.todo, due.why.values) == ("update_customer", {"hours": 4, "around_the_clock": False})
    assert log.fire(later(7)) == ["customer"]
    solved = ticket.model_copy(update={"solved_at": later(5)})
    over = Log("critical", accounts=(bound,), tickets=(solved,)).add("de_escalated", later(1), "a setting")
    assert over.add("customer_told", later(2), account_id="acme").dues(later(6)) == ()
    assert log.add("closed", later(8)).dues() == ()


def test_a_contract_says_how_often_they_hear_of_what_is_broken_and_not_of_a_wish() -> None:
    """A friday afternoon: nobody asks product, or writes to a customer about a feature, in the night or at the weekend."""
    wish = Log("medium", opened=at(6, 17), accounts=(contract("24x7", update_h=4),))
    assert wish.when("customer") == at(6, 21)
    wish.add("target_changed", at(6, 17), target="product")
    assert running(wish) == {"internal": at(9, 17), "customer": at(10, 17)}
    due = wish.one("customer")
    assert due is not None
    assert (due.why.signal, due.why.values["around_the_clock"]) == ("severity_rhythm", False)
    agreed = wish.add("rhythm_agreed", at(6, 17), account_id="acme", customer_hours=4, around_the_clock=True)
    assert agreed.when("customer") == at(6, 21)


@pytest.mark.parametrize("counts", ["24x7", "business"])
def test_working_days_after_a_solution_are_working_days_whatever_the_contract(counts: str) -> None:
    """Told on a Friday at noon: two working days later is Tuesday, and no holiday is one."""
    log = Log("critical", opened=at(6, 9), accounts=(contract(counts, update_h=4),)).add("resolved", at(6, 11))
    assert log.add("customer_told", at(6, 12), account_id="acme").when("confirmation") == at(10, 12)
