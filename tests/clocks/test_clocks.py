"""Both clocks as one uses them: severity, agreement, contract, waiting, changes, snooze, ends."""

from __future__ import annotations

from datetime import timedelta

import pytest

from escalation.clocks.due import WHY, urgency
from escalation.policy import Cadence, Policy, Team
from escalation.policy_calendar import BusinessCalendar
from escalation.records import Ticket, TicketSla
from escalation.register.events import Event
from escalation.terms import Severity
from tests.clocks.logs import LONDON, MONDAY, Log, at, contract, later, running


@pytest.mark.parametrize(
    ("severity", "internal", "customer"),
    [
        ("critical", at(2, 11), at(2, 13)),
        ("high", at(2, 13), at(2, 17)),
        ("medium", at(3, 9), at(4, 9)),
        (None, at(3, 9), at(4, 9)),
    ],
)
def test_the_severity_gives_the_rhythm(severity: Severity | None, internal: object, customer: object) -> None:
    assert running(Log(severity)) == {"internal": internal, "customer": customer}


def test_critical_runs_through_the_night_and_high_waits_for_the_morning() -> None:
    friday = at(6, 17)
    assert running(Log("critical", opened=friday)) == {"internal": at(6, 19), "customer": at(6, 21)}
    assert running(Log("high", opened=friday)) == {"internal": at(9, 12), "customer": at(9, 16)}


def test_an_agreed_rhythm_overrides_contract_and_severity_until_it_is_taken_back() -> None:
    log = Log("critical", accounts=(contract("24x7", update_h=6),)).add(
        "rhythm_agreed", later(0.5), internal_hours=1, customer_hours=2
    )
    assert running(log) == {"internal": later(1), "customer": later(2)}
    due = log.one("customer")
    assert due is not None
    assert due.why.signal == "agreed_rhythm"
    assert running(log.add("rhythm_agreed", later(0.75))) == {"internal": later(2), "customer": later(6)}


def test_an_agreement_with_one_customer_is_not_one_with_all() -> None:
    other = LONDON.model_copy(update={"id": "other"})
    log = Log("high", accounts=(LONDON, other)).add("rhythm_agreed", MONDAY, account_id="acme", customer_hours=1)
    assert (log.when("customer", "acme"), log.when("customer", "other")) == (later(1), later(8))


def test_an_agreement_may_count_the_night() -> None:
    log = Log("high", opened=at(6, 17)).add("rhythm_agreed", at(6, 17), customer_hours=3, around_the_clock=True)
    assert log.when("customer") == at(6, 20)


def test_word_from_the_team_and_to_the_customer_begins_a_new_period() -> None:
    log = Log("critical").add("progress", later(1)).add("customer_told", later(2))
    assert running(log) == {"internal": later(3), "customer": later(6)}
    due = log.one("internal")
    assert due is not None
    assert (due.since, due.todo) == (later(1), "ask_team_for_progress")


def test_news_put_on_record_late_does_not_turn_a_clock_back() -> None:
    log = Log("critical").add("progress", later(3)).add("progress", later(1))
    assert log.when("internal") == later(5)


def test_words_to_one_customer_are_none_to_another() -> None:
    other = LONDON.model_copy(update={"id": "other"})
    log = Log("critical", accounts=(LONDON, other)).add("customer_told", later(1), account_id="acme")
    assert (log.when("customer", "acme"), log.when("customer", "other")) == (later(5), later(4))
    log.add("customer_told", later(2))
    assert (log.when("customer", "acme"), log.when("customer", "other")) == (later(6), later(6))


def test_a_customer_who_joins_is_told_within_the_rhythm_from_then_on() -> None:
    log = Log("critical").add("account_joined", later(3), account_ids=["late"])
    assert (log.when("customer", "acme"), log.when("customer", "late")) == (later(4), later(7))


def test_the_clock_of_an_unknown_customer_becomes_the_first_ones() -> None:
    log = Log("critical", accounts=())
    assert log.when("customer") == later(4)
    assert log.add("account_joined", later(3), account_ids=["acme"]).when("customer", "acme") == later(4)


def test_what_to_do_follows_from_where_it_stands() -> None:
    log = Log("high")
    todos: list[str | None] = []
    for what in ("severity_changed", "bounced", "acknowledged", "waiting_on_customer"):
        log.add(what, later(1), severity="high" if what == "severity_changed" else None)
        todos.append(due.todo if (due := log.one("internal")) else None)
    assert todos == ["ask_team_to_acknowledge", "send_what_team_lacks", "ask_team_for_progress", "ask_customer_again"]


def test_while_we_wait_on_the_customer_their_clock_stands_and_the_internal_one_slows() -> None:
    log = Log("critical").add("waiting_on_customer", later(1))
    assert running(log) == {"internal": at(3, 9)}
    due = log.one("internal")
    assert due is not None
    assert due.why.signal == "waiting_rhythm"
    # Their answer sets both going: they hear within a whole period, the team was last asked long ago.
    assert running(log.add("customer_answered", later(5))) == {"internal": later(5), "customer": later(9)}


def test_the_policy_says_how_the_internal_clock_goes_on_while_waiting() -> None:
    log = Log("critical", policy=Policy(waiting_rhythm="high")).add("waiting_on_customer", MONDAY)
    assert log.when("internal") == later(4)


def test_waiting_on_one_of_two_customers_leaves_the_others_clock_and_the_teams() -> None:
    other = LONDON.model_copy(update={"id": "other"})
    log = Log("critical", accounts=(LONDON, other)).add("waiting_on_customer", later(1), account_id="acme")
    assert log.when("customer", "acme") is None
    assert (log.when("customer", "other"), log.when("internal")) == (later(4), later(2))
    log.add("waiting_on_customer", later(1)).add("customer_answered", later(2), account_id="other")
    assert (log.when("customer", "acme"), log.when("customer", "other")) == (None, later(6))


def test_a_raise_shortens_the_running_period_but_is_never_due_before_itself() -> None:
    early = Log("medium").add("severity_changed", later(1), severity="critical")
    assert running(early) == {"internal": later(2), "customer": later(4)}
    late = Log("medium").add("severity_changed", later(7), severity="critical")
    assert running(late) == {"internal": later(7), "customer": later(7)}


def test_a_raise_does_not_excuse_what_was_overdue() -> None:
    log = Log("high").add("severity_changed", later(6), severity="critical")
    assert log.when("internal") == later(4)


def test_a_lowering_lengthens_the_running_period() -> None:
    log = Log("critical").add("severity_changed", later(1), severity="medium")
    assert running(log) == {"internal": at(3, 9), "customer": at(4, 9)}


def test_a_snooze_puts_both_clocks_off_and_says_why() -> None:
    log = Log("critical").add("snoozed", later(1), "vendor back on Tuesday", until=at(3, 12).isoformat())
    assert running(log) == {"internal": at(3, 12), "customer": at(3, 12)}
    due = log.one("internal")
    assert due is not None
    assert due.why.values == {"until": at(3, 12), "reason": "vendor back on Tuesday"}
    assert due.why.signal == "snoozed"


def test_a_snooze_into_the_night_ends_in_the_morning_and_a_short_one_changes_nothing() -> None:
    assert Log("high").add("snoozed", later(1), "x", until=at(4, 23).isoformat()).when("internal") == at(5, 9)
    assert Log("high").add("snoozed", later(1), "x", until=later(2).isoformat()).when("internal") == later(4)


def test_a_raise_ends_a_snooze_from_that_moment_on() -> None:
    log = Log("high").add("snoozed", later(1), "x", until=at(5, 9).isoformat())
    assert running(log.add("severity_changed", later(7), severity="critical")) == {
        "internal": later(7),
        "customer": later(7),
    }


def test_an_end_stops_the_clocks_and_reopening_starts_them_afresh() -> None:
    log = Log("critical").add("closed", later(1))
    assert log.dues() == ()
    assert running(log.add("reopened", later(9))) == {"internal": later(11), "customer": later(13)}


def test_after_de_escalating_each_customer_is_told_once_and_nothing_more_runs() -> None:
    other = LONDON.model_copy(update={"id": "other"})
    log = Log("critical", accounts=(LONDON, other)).add("de_escalated", later(1), "a setting")
    assert [(d.account_id, d.due_at, d.todo, d.why.signal) for d in log.dues()] == [
        (who, later(5), "tell_customer_of_end", "end_untold") for who in ("acme", "other")
    ]
    assert [d.account_id for d in log.add("customer_told", later(2), account_id="acme").dues()] == ["other"]
    assert log.add("customer_told", later(3)).dues() == ()
    assert {d.clock for d in log.add("reopened", later(9)).dues()} == {"internal", "customer"}


def test_a_solution_is_told_soon_and_then_its_confirmation_asked_for_until_each_customer_gave_it() -> None:
    other = LONDON.model_copy(update={"id": "other"})
    log = Log("critical", accounts=(LONDON, other)).add("resolved", later(1))
    due = log.one("confirmation", "acme")
    assert due is not None
    assert (due.due_at, due.todo, due.why.signal) == (later(5), "tell_customer_of_solution", "solution_untold")
    log.add("customer_told", later(2), account_id="acme")
    due = log.one("confirmation", "acme")
    assert due is not None
    assert (due.due_at, due.todo) == (at(4, 11), "ask_customer_to_confirm")
    log.add("customer_confirmed", later(3), account_id="acme")
    assert [d.account_id for d in log.dues()] == ["other"]
    assert log.add("customer_confirmed", later(3)).dues() == ()


def test_the_team_is_asked_by_its_own_calendar_when_it_has_one() -> None:
    shanghai = BusinessCalendar(timezone="Asia/Shanghai", holidays="CN")
    policy = Policy(calendars={"china": shanghai}, teams={"engineering": Team(calendar="china")})
    log = Log("high", policy=policy).add("target_changed", MONDAY, target="engineering")
    # 17:00 in Shanghai: one hour today, three tomorrow from 09:00 (01:00 UTC).
    assert running(log) == {"internal": at(3, 4), "customer": later(8)}


def test_contracts_and_promises_are_dues_of_the_same_shape_and_overdue_promises_come_first() -> None:
    ticket = Ticket(
        id="T-1",
        account_id="acme",
        created_at=MONDAY,
        sla=TicketSla(first_response_due=later(1), resolution_due=later(30)),
    )
    log = Log("high", tickets=(ticket,)).add("promise_made", MONDAY, id="p", text="by two", due=later(5).isoformat())
    found = log.dues(later(6))
    assert [d.clock for d in found] == ["promise", "first_response", "internal", "customer", "resolution"]
    assert list(found) == sorted(found, key=urgency)
    assert [d.overdue_by for d in found[:2]] == [timedelta(hours=1), timedelta(hours=5)]
    assert [d.subject for d in found[:2]] == ["p", "T-1"]
    log.add("promise_moved", later(6), id="p", due=later(9).isoformat()).add("resolved", later(7))
    assert running(log)["promise"] == later(9)
    assert "resolution" not in running(log)
    assert "promise" not in running(log.add("promise_kept", later(8), id="p"))


def test_an_answered_and_solved_ticket_is_not_due() -> None:
    ticket = Ticket(
        id="T-1", created_at=MONDAY, first_response_at=MONDAY, solved_at=MONDAY, sla=TicketSla(resolution_due=later(9))
    )
    assert "resolution" not in running(Log(tickets=(ticket,)))


def test_a_policys_own_rhythm_holds() -> None:
    ours: dict[Severity, Cadence] = {**Policy().cadence, "high": Cadence(internal_hours=1, customer_days=1)}
    policy = Policy(cadence=ours)
    assert running(Log("high", policy=policy)) == {"internal": later(1), "customer": later(24)}


def test_every_reason_carries_the_values_its_sentence_needs() -> None:
    log = Log("high").add("customer_told", later(1))
    assert all(set(d.why.values) == set(WHY[d.why.signal]) for d in log.dues())


def test_an_old_record_with_words_and_data_nobody_knows_still_reads() -> None:
    log = (
        Log("critical")
        .add("sung_about", later(1))
        .add("reminded", later(1), clock="sundial")
        .add("customer_told", later(1), text=[1])
    )
    assert running(log) == {"internal": later(2), "customer": later(4)}
    assert log.reminders(later(3))[0].due.clock == "internal"


def test_without_an_opening_nothing_is_due() -> None:
    log = Log()
    log.events = [Event(seq=1, escalation_id="ESC-1", at=MONDAY, who="me", what="progress")]
    assert log.dues() == ()
    assert log.reminders(later(100)) == ()


def test_no_team_is_asked_for_what_waits_for_answers_and_nobody_unknown_is_written_to() -> None:
    asked = {"decision": "need_info"}
    assert running(Log(None, accounts=()).add("assessed", MONDAY, **asked)) == {}
    assert running(Log("high").add("assessed", MONDAY, **asked)) == {"customer": at(4, 9)}
    answered = Log(None, accounts=()).add("assessed", MONDAY, **asked)
    answered.add("assessed", later(2), decision="escalate", severity="critical", target="engineering")
    assert running(answered)["internal"] == later(4)


def test_a_team_that_took_it_is_asked_although_something_must_be_found_out() -> None:
    log = Log("high").add("acknowledged", later(1)).add("assessed", later(2), decision="need_info")
    assert "internal" in running(log)


def test_what_support_handles_has_the_clocks_of_a_ticket_and_no_other() -> None:
    handled = {"decision": "handle"}
    assert running(Log("critical").add("progress", later(1)).add("assessed", later(1), **handled)) == {}
    under_contract = Log("critical", accounts=(contract("24x7", update_h=6),)).add("assessed", MONDAY, **handled)
    assert running(under_contract) == {"customer": later(6)}


def test_the_team_is_asked_from_when_it_got_it_and_got_it_again() -> None:
    log = Log("critical").add(
        "action_carried_out", later(5), kind="post_to_channel", proposal="p", hash="h", receipt="m"
    )
    assert log.when("internal") == later(7)
    log.add("acknowledged", later(6))
    log.add("action_carried_out", later(7), kind="post_to_channel", proposal="p", hash="h", receipt="m")
    assert log.when("internal") == later(8)  # another post is no word of the team
    log.add("bounced", later(8), "no logs", lacks=["error_evidence"])
    log.add("assessed", later(20), supplied=["error_evidence"])
    assert log.when("internal") == later(10)
    again = log.add("action_carried_out", later(24), kind="post_to_channel", proposal="q", hash="h", receipt="n")
    due = again.one("internal")
    assert due is not None
    assert (due.due_at, due.todo) == (later(26), "ask_team_to_acknowledge")


def test_a_letter_to_the_customer_is_nothing_that_the_team_got() -> None:
    log = Log("critical").add(
        "action_carried_out", later(1), kind="reply_to_customer", proposal="p", hash="h", receipt="m"
    )
    assert log.when("internal") == later(2)
