"""The plan: from counted incidents to a rung, its steps with dates, and what was refused."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from escalation.clocks.calendar import AROUND_THE_CLOCK
from escalation.clocks.choose import office_of
from escalation.policy import Policy
from escalation.policy_recovery import Approval
from escalation.records import Account
from escalation.recovery.incidents import Counted
from escalation.recovery.ladder import LADDER, TOP, Owner, Rung, Step
from escalation.recovery.wishes import Refusal, refused

AT_ONCE = timedelta(hours=1)
"""What "at once" is held to."""


@dataclass(frozen=True)
class Dated:
    """A step and when it is owed."""

    act: str
    owner: Owner
    due: datetime
    approval: Approval | None = None


@dataclass(frozen=True)
class Plan:
    """`rung` is 0 where nothing happened in the window. `calm_days` since the last incident was over, None while one is open.
    `next_word` is when the customer hears from us after what they are sent now.
    """

    rung: int
    rules: Rung
    steps: tuple[Dated, ...]
    calm_days: int | None
    refusals: tuple[Refusal, ...]
    next_word: datetime


def plan(counted: Counted, policy: Policy, now: datetime, wish: str = "", account: Account | None = None) -> Plan:
    """The rung follows from the count; only after the policy's calm days does it become a joint review, then mutual value.

    Days are the customer's working days. "At once" runs through the night while an incident is going on or the contract says
    24x7.
    """
    calm = _calm(counted, now)
    # Days without an incident are no calm while a fault or an escalation of theirs is open.
    rung = _rung(len(counted.incidents), None if counted.still_open else calm, policy)
    rules = LADDER.get(rung, Rung(()))
    office = office_of(account, policy)
    always = (bool(counted.incidents) and calm is None) or bool(
        account and account.sla and account.sla.counts == "24x7"
    )
    soon = (AROUND_THE_CLOCK if always else office).add(now, AT_ONCE)
    steps = tuple(
        Dated(each.act, each.owner, office.add_days(now, each.days) if each.days else soon, each.approval)
        for each in (_allowed(step, policy) for step in rules.steps)
    )
    return Plan(rung, rules, steps, calm, refused(wish, policy.gifts), office.add_days(now, 1))


def _allowed(step: Step, policy: Policy) -> Step:
    """The step as the company's policy has it: without a gift policy thanks are in words, without compensation it is work."""
    if step.approval == "gift" and not policy.gifts.any:
        return replace(step, act="thank_in_words", approval=None)
    if step.approval == "compensation" and not policy.compensation.allowed:
        return replace(step, act="offer_work", approval=None)
    return step


def _calm(counted: Counted, now: datetime) -> int | None:
    """Whole days without an incident; none are counted while one may still be going on."""
    ends = [each.ended_at for each in counted.incidents]
    known = [end for end in ends if end is not None]
    return (now - max(known)).days if known and len(known) == len(ends) else None


def _rung(incidents: int, calm: int | None, policy: Policy) -> int:
    if incidents == 0:
        return 0
    if calm is not None and calm >= policy.recovery_trust_days:
        return 10
    if calm is not None and calm >= policy.recovery_stable_days:
        return 9
    return min(incidents, TOP)
