"""The plan: from counted incidents to a rung, its steps with dates, and what was refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from escalation.policy import Policy
from escalation.recovery.incidents import Counted
from escalation.recovery.ladder import LADDER, TOP, Approval, Owner, Rung
from escalation.recovery.wishes import Refusal, refused


@dataclass(frozen=True)
class Dated:
    """A step and when it is owed."""

    act: str
    owner: Owner
    due: datetime
    approval: Approval | None = None


@dataclass(frozen=True)
class Plan:
    """`rung` is 0 where nothing happened in the window. `calm_days` since the last incident was over, None while one is open."""

    rung: int
    rules: Rung
    steps: tuple[Dated, ...]
    calm_days: int | None
    refusals: tuple[Refusal, ...]


def plan(counted: Counted, policy: Policy, now: datetime, wish: str = "") -> Plan:
    """The rung follows from the count; only after the policy's calm days does it become a joint review, then mutual value."""
    calm = _calm(counted, now)
    rung = _rung(len(counted.incidents), calm, policy)
    rules = LADDER.get(rung, Rung(()))
    steps = tuple(Dated(each.act, each.owner, now + timedelta(hours=each.hours), each.approval) for each in rules.steps)
    return Plan(rung, rules, steps, calm, refused(wish))


def _calm(counted: Counted, now: datetime) -> int | None:
    """Whole days without an incident; none are counted while one may still be going on."""
    if not counted.incidents:
        return None
    ends = [each.ended_at or (each.at if each.sort == "escalation" else None) for each in counted.incidents]
    known = [end for end in ends if end is not None]
    return (now - max(known)).days if len(known) == len(ends) else None


def _rung(incidents: int, calm: int | None, policy: Policy) -> int:
    if incidents == 0:
        return 0
    if calm is not None and calm >= policy.recovery_trust_days:
        return 10
    if calm is not None and calm >= policy.recovery_stable_days:
        return 9
    return min(incidents, TOP)
