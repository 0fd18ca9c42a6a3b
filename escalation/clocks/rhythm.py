"""Which rhythm holds for a clock at a moment: agreed, contract's, or severity's (domain.md §5), and by which calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from escalation.clocks.calendar import AROUND_THE_CLOCK, Calendar
from escalation.clocks.choose import office_of, office_of_team
from escalation.clocks.step import LONGEST, Step
from escalation.policy import Cadence, Policy
from escalation.records import Account, Ticket
from escalation.register.events import RhythmAgreed
from escalation.register.state import ALL, EscalationState
from escalation.terms import Severity, Target


@dataclass(frozen=True)
class Ground:
    """What clocks stand on besides the record: the policy, and accounts and tickets by id."""

    policy: Policy
    accounts: Mapping[str, Account] = field(default_factory=dict[str, Account])
    tickets: Mapping[str, Ticket] = field(default_factory=dict[str, Ticket])


@dataclass(frozen=True)
class Rhythm:
    """One period and the calendar it is counted by; `why` is a key of `due.WHY`. `paused`: the clock stands still.
    `by_contract`: at night and on holidays too, though the policy counts office hours and nobody agreed on more."""

    step: Step
    calendar: Calendar
    why: str
    severity: Severity
    paused: bool = False
    by_contract: bool = False

    def after(self, start: datetime) -> datetime:
        return self.step.after(start, self.calendar)


def internal(state: EscalationState, ground: Ground) -> Rhythm:
    """How often the team is asked. While we wait on every customer the policy's `waiting_rhythm` is enough."""
    severity = state.severity or "medium"
    waiting = waits_on_all(state)
    cadence = ground.policy.cadence[ground.policy.waiting_rhythm if waiting else severity]
    agreed = None if waiting else _shortest(state.agreed)
    everyone = [_as_bound(state, id_, ground) for id_ in state.account_ids] or [None]
    if _all_hours(cadence, agreed, everyone):
        calendar: Calendar = AROUND_THE_CLOCK
    else:
        calendar = office_of_team(state.target, everyone[0], ground.policy)
    if agreed is not None and agreed.internal_hours is not None:
        return Rhythm(Step(agreed.internal_hours), calendar, "agreed_rhythm", severity)
    why, at_night = "waiting_rhythm" if waiting else "severity_rhythm", _by_contract(cadence, agreed, calendar)
    return Rhythm(cadence.internal, calendar, why, severity, by_contract=at_night)


def customer(state: EscalationState, account_id: str | None, ground: Ground) -> Rhythm:
    """How often a customer hears from us: the agreed rhythm, else the contract's, else the severity's."""
    severity = state.severity or "medium"
    account = _as_bound(state, account_id, ground)
    cadence = ground.policy.cadence[severity]
    agreed = state.agreed.get(account_id or ALL) or state.agreed.get(ALL)
    step, why = cadence.customer, "severity_rhythm"
    if (contract := _contract_hours(account)) is not None:
        step, why = Step(contract), "sla_rhythm"
    if agreed is not None and agreed.customer_hours is not None:
        step, why = Step(agreed.customer_hours), "agreed_rhythm"
    paused = ALL in state.waiting_since or account_id in state.waiting_since
    calendar = _customers_calendar(cadence, agreed, account, ground)
    if (
        why == "sla_rhythm"
        and calendar is AROUND_THE_CLOCK
        and account
        and account.sla
        and account.sla.counts == "business"
    ):
        why = "sla_rhythm_all_hours"  # the least that is owed: what is critical does not wait for the office to open
    return Rhythm(step, calendar, why, severity, paused, _by_contract(cadence, agreed, calendar))


def contracts(state: EscalationState, account_id: str | None, ground: Ground) -> Rhythm | None:
    """How often the contract wants a customer to hear of a ticket that support goes on with; None without such a contract."""
    account = _as_bound(state, account_id, ground)
    hours = _contract_hours(account)
    if hours is None:
        return None
    # Nothing burns any more, so that only a 24x7 contract keeps this clock running at night.
    calendar = _customers_calendar(ground.policy.cadence["medium"], None, account, ground)
    return Rhythm(Step(hours), calendar, "sla_rhythm", state.severity or "medium")


def next_update(
    at: datetime,
    severity: Severity | None,
    account: Account | None,
    policy: Policy,
    target: Target | None = None,
    promised: float | None = None,
) -> datetime:
    """When a customer who hears from us at `at` must hear again, as nothing is on record: by the rhythm of so many hours that
    was `promised` in their thread, else the contract's or the severity's."""
    account = _bound(account, target)
    cadence = policy.cadence[severity or "medium"]
    hours = _contract_hours(account) if promised is None else promised
    calendar = _customers_calendar(cadence, None, account, Ground(policy))
    return (cadence.customer if hours is None else Step(hours)).after(at, calendar)


def confirmation(state: EscalationState, account_id: str | None, ground: Ground, *, told: bool) -> Rhythm:
    """After the solution: told at the customer's rhythm, then asked every `confirmation_days` whether it holds."""
    untold = customer(state, account_id, ground)
    if not told:
        return Rhythm(
            untold.step,
            untold.calendar,
            "solution_untold" if state.status == "resolved" else "end_untold",
            untold.severity,
        )
    # Nothing burns any more, and the days are working days: whatever the contract, nobody is asked on a Sunday if it holds.
    calendar = office_of(_as_bound(state, account_id, ground), ground.policy)
    return Rhythm(Step(days=ground.policy.confirmation_days), calendar, "solution_unconfirmed", untold.severity)


def _as_bound(state: EscalationState, account_id: str | None, ground: Ground) -> Account | None:
    return _bound(ground.accounts.get(account_id or ""), state.target)


def _bound(account: Account | None, target: Target | None) -> Account | None:
    """The customer as their contract binds us here: it says how often they hear of what does not work, and not of a wish that
    product decides on. Nobody is to be written to every four hours of the night about that."""
    return account.model_copy(update={"sla": None}) if account and target == "product" else account


def waits_on_all(state: EscalationState) -> bool:
    waiting = state.waiting_since
    return ALL in waiting or (bool(state.account_ids) and all(id_ in waiting for id_ in state.account_ids))


def _customers_calendar(
    cadence: Cadence, agreed: RhythmAgreed | None, account: Account | None, ground: Ground
) -> Calendar:
    return AROUND_THE_CLOCK if _all_hours(cadence, agreed, [account]) else office_of(account, ground.policy)


def _all_hours(cadence: Cadence, agreed: RhythmAgreed | None, accounts: list[Account | None]) -> bool:
    always = agreed is not None and agreed.around_the_clock
    contract = any(account and account.sla and account.sla.counts == "24x7" for account in accounts)
    return always or contract or not cadence.business_hours


def _by_contract(cadence: Cadence, agreed: RhythmAgreed | None, calendar: Calendar) -> bool:
    always = agreed is not None and agreed.around_the_clock
    return calendar is AROUND_THE_CLOCK and cadence.business_hours and not always


def _contract_hours(account: Account | None) -> float | None:
    hours = account.sla.update_h if account and account.sla else None
    # A contract beyond all sense is a slip of a key and no promise.
    return hours if hours is not None and 0 < hours <= LONGEST else None


def _shortest(agreed: Mapping[str, RhythmAgreed]) -> RhythmAgreed | None:
    """Of several customers' agreements the one that asks the team most often."""
    about_us = [one for one in agreed.values() if one.internal_hours is not None]
    return min(about_us, key=lambda one: one.internal_hours or 0, default=None)
