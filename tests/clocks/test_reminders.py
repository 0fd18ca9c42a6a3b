"""Reminders: once for each miss, once after a gap, and nobody is woken for it."""

from __future__ import annotations

from datetime import timedelta

from escalation.clocks.dues import once_each
from escalation.records import Ticket, TicketSla
from escalation.register.state import EscalationState, fold
from tests.clocks.logs import LONDON, MONDAY, Log, at, contract, later


def test_a_miss_is_told_once() -> None:
    log = Log("critical")
    assert log.fire(later(1.99)) == []
    assert log.fire(later(2)) == ["internal"]
    assert log.fire(later(2)) == []
    assert log.fire(later(3.9)) == []


def test_what_stays_unmet_is_missed_again_a_whole_period_later() -> None:
    log = Log("critical").add("customer_told", later(1))
    assert [log.fire(later(hours)) for hours in (2, 3, 4, 5, 6)] == [
        ["internal"],
        [],
        ["internal"],
        ["customer"],
        ["internal"],
    ]


def test_after_a_gap_one_reminder_catches_up_with_all_that_was_missed_in_it() -> None:
    log = Log("critical")
    assert sorted(log.fire(later(50))) == ["customer", "internal"]
    assert log.fire(later(51.9)) == []
    assert log.fire(later(52)) == ["internal"]


def test_what_was_met_meanwhile_is_not_told() -> None:
    log = Log("critical").add("progress", later(3)).add("customer_told", later(3.5))
    assert log.fire(later(4)) == []
    assert log.fire(later(5)) == ["internal"]


def test_two_processes_that_see_the_same_record_make_the_same_claim() -> None:
    log = Log("critical", accounts=(LONDON, contract(None, id_="other")))
    one, two = log.reminders(later(4)), log.reminders(later(4.1))
    assert [r.claim for r in one] == [r.claim for r in two]
    assert len({r.claim for r in one}) == 3
    log.fire(later(4.2))
    assert not {r.claim for r in one} & {r.claim for r in log.reminders(later(9))}


def test_at_night_nobody_is_woken_for_what_was_due_in_the_day_but_closing_time_is_told() -> None:
    log = Log("high").add("progress", later(5))
    assert log.fire(at(2, 18, 1)) == ["internal", "customer"] or log.when("internal") == at(2, 18)
    gone = Log("high")
    assert gone.fire(at(2, 23)) == []
    assert sorted(gone.fire(at(3, 9))) == ["customer", "internal"]


def test_a_snooze_silences_until_it_ends() -> None:
    log = Log("critical").add("snoozed", later(1), "vendor", until=later(20).isoformat())
    assert log.fire(later(19)) == []
    assert sorted(log.fire(later(20))) == ["customer", "internal"]


def test_a_raise_after_a_reminder_does_not_tell_the_same_miss_again_at_once() -> None:
    log = Log("high")
    assert log.fire(later(4)) == ["internal"]
    log.add("severity_changed", later(4.5), severity="critical")
    assert log.fire(later(5)) == ["customer"]
    assert log.fire(later(6)) == ["internal"]


def test_contracts_and_promises_are_told_once_and_a_moved_promise_once_more() -> None:
    ticket = Ticket(
        id="T-1", account_id="acme", created_at=MONDAY, sla=TicketSla(resolution_due=later(1)), first_response_at=MONDAY
    )
    log = Log("medium", tickets=(ticket,)).add("promise_made", MONDAY, id="p", text="x", due=later(1).isoformat())
    assert log.fire(later(2)) == ["promise", "resolution"]
    assert log.fire(later(9)) == []
    log.add("promise_moved", later(3), id="p", due=later(10).isoformat())
    assert log.fire(later(10)) == ["promise"]
    assert log.fire(later(10) + timedelta(minutes=1)) == []


def test_a_contracts_due_time_that_moved_earlier_was_told() -> None:
    log = Log("medium").add("promise_made", MONDAY, id="p", text="x", due=later(2).isoformat())
    assert log.fire(later(3)) == ["promise"]
    assert log.add("promise_moved", later(4), id="p", due=later(1).isoformat()).fire(later(5)) == []


def test_a_promise_of_word_and_the_clock_for_the_same_letter_are_told_as_one() -> None:
    """The letter of nine o'clock says that they hear by one, as the clock does: one reminder, one line."""
    word = {"id": "P1", "text": "by 13:00", "kind": "update_by", "account_id": "acme", "due": later(4).isoformat()}
    log = Log("critical").add("customer_told", MONDAY, account_id="acme").add("promise_made", MONDAY, **word)
    log.add("progress", later(4))
    assert [due.clock for due in once_each(log.dues(later(4.1)), fold_of(log))] == ["promise", "internal"]
    assert log.fire(later(4.1)) == ["promise"]
    assert log.fire(later(4.2)) == []
    log.add("progress", later(8))
    # Nobody wrote: the clock goes on asking, a whole period later, though a promise is told but once.
    assert log.fire(later(8.2)) == ["customer"]
    assert log.fire(later(8.3)) == []


def test_a_promise_of_something_else_or_to_somebody_else_hides_no_clock() -> None:
    word = {"id": "P1", "text": "by 13:00", "due": later(4).isoformat()}
    for other in ({"kind": "fix_by", "account_id": "acme"}, {"kind": "update_by", "account_id": "beta"}):
        log = Log("critical").add("promise_made", MONDAY, **word, **other).add("progress", later(4))
        assert {"promise", "customer"} <= {due.clock for due in once_each(log.dues(later(4.1)), fold_of(log))}
        assert set(log.fire(later(4.1))) == {"promise", "customer"}
    late = {**word, "kind": "update_by", "account_id": "acme", "due": later(2).isoformat()}
    log = Log("critical").add("promise_made", MONDAY, **late)
    assert "customer" in {due.clock for due in once_each(log.dues(), fold_of(log))}, "two hours apart are two letters"


def fold_of(log: Log) -> EscalationState:
    state = fold(log.events)
    assert state is not None
    return state
