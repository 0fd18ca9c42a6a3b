"""The record played through: which clocks run after it, and for whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import cast

from escalation.clocks import rhythm
from escalation.clocks.promised import promises_word
from escalation.clocks.rhythm import Ground, Rhythm
from escalation.clocks.run import Run
from escalation.register import waiting as wait
from escalation.register.events import Event, Reminded, Told, What
from escalation.register.state import ALL, EscalationState, after
from escalation.terms import Clock

Whose = tuple[Clock, str | None]
Runs = dict[Whose, Run]

ASKED: frozenset[What] = frozenset({"acknowledged", "bounced", "progress", "target_changed"})
"""What meets the internal clock: word from the team, or a new team asked."""

_SILENT: frozenset[What] = frozenset({"evidence_added", "brief_written", "action_proposed"})
"""Long events that move no clock."""


@dataclass(frozen=True)
class Played:
    state: EscalationState
    runs: Runs


def play(log: Iterable[Event], ground: Ground) -> Played | None:
    """State and running clocks after these events of one escalation; None until one opened it."""
    played: Played | None = None
    for event in sorted(log, key=lambda event: event.seq):
        if event.what not in _SILENT:
            played = _next(played, event, ground)
    return played


def _next(played: Played | None, event: Event, ground: Ground) -> Played | None:
    state = after(played.state if played else None, event)
    if state is None:
        return None
    before = played.runs if played else {}
    # Before any customer was known, one clock ran for whoever it would be.
    runs = {whose: before.get(whose) or before.get((whose[0], None)) for whose in _running(state, ground)}
    if played and played.state.snoozed_until != state.snoozed_until:
        asleep = played.state.snoozed_until
        runs = {whose: run and run.awake(asleep, event.at) for whose, run in runs.items()}
    if played and wait.moved(played.state, state.target):
        # A team that was never asked is late with nothing.
        runs |= {whose: None for whose in runs if whose[0] == "internal"}
    sent = wait.is_sent_now(played.state if played else None, event)
    kept = {whose: _kept(whose, run, event, state, ground, sent=sent) for whose, run in runs.items()}
    return Played(state, kept)


def _running(state: EscalationState, ground: Ground) -> list[Whose]:
    """Which clocks run where the escalation stands; each customer has one of their own."""
    if state.is_open and state.decision == "handle":  # support goes on with it as with any ticket, under the contract
        return [("customer", c) for c in state.account_ids if rhythm.contracts(state, c, ground)]
    if (
        state.status == "open" and state.decision == "need_info"
    ):  # no team has it, and a customer nobody knows waits for nothing
        return [("customer", c) for c in state.account_ids]
    customers: list[str | None] = [*state.account_ids] or [None]
    if state.status == "resolved":
        open_ones = [] if ALL in state.confirmed else [c for c in customers if c not in state.confirmed]
        return [("confirmation", customer) for customer in open_ones]
    if state.status == "de_escalated":  # told once; then support goes on with it as with any ticket, under the contract
        untold = {c for c in customers if ALL not in state.told and c not in state.told}
        heard = [c for c in customers if c not in untold and ALL not in state.confirmed and c not in state.confirmed]
        owed = [("customer", c) for c in heard if rhythm.contracts(state, c, ground)]
        return [*(("confirmation", c) for c in customers if c in untold), *cast("list[Whose]", owed)]
    return [("internal", None), *(("customer", c) for c in customers)] if state.is_open else []


def _kept(whose: Whose, run: Run | None, event: Event, state: EscalationState, ground: Ground, *, sent: bool) -> Run:
    if run is None:
        return Run.begun(event.at, _rhythm(whose, state, ground, met=0))
    if _meets(event, whose) or (sent and whose[0] == "internal"):  # nobody asks the team about what it has not got
        return run.met_at(event.at, _rhythm(whose, state, ground, met=run.met + 1))
    if (told := _reminder(event, whose, state)) is not None:
        at = max(event.at, told.due_at)
        run = replace(run, reminded=max(at, run.reminded or at))
    return run.under(_rhythm(whose, state, ground, met=run.met), event.at)


def _rhythm(whose: Whose, state: EscalationState, ground: Ground, *, met: int) -> Rhythm:
    clock, account_id = whose
    if clock == "internal":
        return rhythm.internal(state, ground)
    if (
        state.status == "de_escalated"
        and (theirs := rhythm.contracts(state, account_id, ground))
        and clock == "customer"
    ):
        return theirs
    if clock == "confirmation":
        return rhythm.confirmation(state, account_id, ground, told=met > 0)
    return rhythm.customer(state, account_id, ground)


def _meets(event: Event, whose: Whose) -> bool:
    clock, account_id = whose
    if clock == "internal":
        return cast("What", event.what) in ASKED
    # Words to one customer are no words to another; without an account all were told.
    return event.what == "customer_told" and _of(event) in (None, account_id)


def _of(event: Event) -> str | None:
    try:
        return Told.model_validate(event.data).account_id
    except ValueError:
        return "unreadable"


def _reminder(event: Event, whose: Whose, state: EscalationState) -> Reminded | None:
    """A reminder of this clock; or of a promise of word to the same customer, which asks for the same letter."""
    if event.what != "reminded":
        return None
    try:
        said = Reminded.model_validate(event.data)
    except ValueError:
        return None
    if said.clock == "promise" and whose[0] == "customer" and promises_word(state, said.subject):
        return said if said.account_id in (None, whose[1]) else None
    return said if (said.clock, said.account_id) == whose else None
