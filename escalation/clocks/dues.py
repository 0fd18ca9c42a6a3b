"""What is due for one escalation: both clocks, contracts, promises, and what a customer needs by a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from escalation.assessment import Finding, Value
from escalation.clocks.asked import asked_due, asked_of
from escalation.clocks.behind import Behind, behind
from escalation.clocks.calendar import AROUND_THE_CLOCK
from escalation.clocks.contract import contract_dues
from escalation.clocks.due import WHY, Due, ToDo, urgency
from escalation.clocks.needed import needed_dues
from escalation.clocks.promised import promise_dues, promises_word
from escalation.clocks.replay import Played, Whose, play
from escalation.clocks.rhythm import Ground, waits_on_all
from escalation.clocks.run import Run
from escalation.records import Ticket
from escalation.register.events import Event
from escalation.register.state import EscalationState


def dues(log: Iterable[Event], ground: Ground, now: datetime) -> tuple[Due, ...]:
    """All that is due after this record (one escalation's events), the most urgent first (`urgency`).

    Due times follow from record, policy and contracts alone; `now` (aware UTC) only says what has passed.
    """
    played = play(log, ground)
    return dues_of(played, ground, now) if played else ()


def dues_of(played: Played, ground: Ground, now: datetime, *, known_at: datetime | None = None) -> tuple[Due, ...]:
    """The same from a record that was played through.

    `known_at` is when the tickets were looked at, where that is another moment than `now`: what was answered or solved
    until then is no longer due.
    """
    late = _behind(played.state, ground, known_at or now)
    running = (
        _due(played.state, whose, _begun_before(whose, run, late), ground)
        for whose, run in played.runs.items()
        if not run.rhythm.paused and _owed(played.state, whose, ground)
    )
    found = (
        *running,
        *contract_dues(played.state, ground, known_at or now),
        *promise_dues(played.state),
        *needed_dues(played.state),
    )
    passed = (due.model_copy(update={"overdue_by": max(now - due.due_at, timedelta(0))}) for due in found)
    return tuple(sorted(passed, key=urgency))


def _behind(state: EscalationState, ground: Ground, at: datetime) -> dict[str | None, Behind]:
    """By customer the word that was overdue on their tickets before this record began to count."""
    own = [ground.tickets[id_] for id_ in state.ticket_ids if id_ in ground.tickets]
    wish = state.target == "product"
    late = sorted(behind(own, ground.accounts, ground.policy, at, by_contract=not wish), key=lambda one: one.due)
    return {one.ticket.account_id: one for one in reversed(late)}


def _begun_before(whose: Whose, run: Run, late: Mapping[str | None, Behind]) -> Run:
    """The clock of a customer who has had no word under this record, from our last word on their ticket: opening an
    escalation makes nobody's wait begin anew."""
    owed = late.get(whose[1]) if whose[0] == "customer" and run.met == 0 and not run.rhythm.paused else None
    return replace(run, since=owed.last, due=owed.due) if owed and owed.due < run.due else run


SAME_WORD = timedelta(minutes=10)
"""A letter promises word by the time of the clock, and is sent some minutes after it was written."""


def once_each(found: Iterable[Due], state: EscalationState) -> tuple[Due, ...]:
    """For a reader: without the clock of a customer who was promised word by then anyway. One letter meets both."""
    found = tuple(found)
    promised = [due for due in found if promises_word(state, due.subject)]
    return tuple(due for due in found if due.clock != "customer" or not any(_meets_both(one, due) for one in promised))


def _meets_both(promise: Due, clock: Due) -> bool:
    whose = promise.account_id in (None, clock.account_id)
    return whose and timedelta(0) <= clock.due_at - promise.due_at <= SAME_WORD


def _owed(state: EscalationState, whose: Whose, ground: Ground) -> bool:
    """After a de-escalation a contract's updates are owed while the customer has a ticket of it that is not solved; of a wish
    they are owed to nobody whose asking was answered and closed."""
    if whose[0] == "customer" and state.is_open and state.target == "product":
        asked = _tickets_of(state, whose[1], ground)
        return not asked or any(not each.solved for each in asked)
    if state.status != "de_escalated" or whose[0] != "customer":
        return True
    return any(not each.solved for each in _tickets_of(state, whose[1], ground))


def _tickets_of(state: EscalationState, account_id: str | None, ground: Ground) -> list[Ticket]:
    own = (ground.tickets.get(id_) for id_ in state.ticket_ids)
    return [each for each in own if each and each.account_id == account_id]


def _due(state: EscalationState, whose: Whose, run: Run, ground: Ground) -> Due:
    clock, account_id = whose
    due_at = run.put_off(state.snoozed_until)
    if clock == "customer" and (asked := asked_of(state, account_id)):
        return asked_due(state, account_id, asked, run, due_at, ground)
    return Due(
        escalation_id=state.id,
        clock=clock,
        since=run.since,
        due_at=due_at,
        account_id=account_id,
        why=_why(state, run) if due_at == run.due else _snoozed(state),
        todo=_todo(state, whose, run),
    )


def _why(state: EscalationState, run: Run) -> Finding:
    step, rhythm = run.rhythm.step, run.rhythm
    values: dict[str, Value] = {
        "severity": rhythm.severity,
        "hours": step.hours,
        "days": step.days,
        "around_the_clock": rhythm.calendar is AROUND_THE_CLOCK,
        "by_contract": rhythm.by_contract,
    }
    return Finding(signal=rhythm.why, values={name: values[name] for name in WHY[rhythm.why]})


def _snoozed(state: EscalationState) -> Finding:
    return Finding(signal="snoozed", values={"until": state.snoozed_until, "reason": state.snoozed_why})


def _todo(state: EscalationState, whose: Whose, run: Run) -> ToDo:
    if whose[0] == "confirmation":
        if state.status == "de_escalated":
            return "tell_customer_of_end"
        return "ask_customer_to_confirm" if run.met else "tell_customer_of_solution"
    if whose[0] == "customer":
        return "update_customer"
    if waits_on_all(state):
        return "ask_customer_again"
    if state.status == "bounced":
        return "send_what_team_lacks"
    return "ask_team_to_acknowledge" if state.status == "open" else "ask_team_for_progress"
