"""The handover: what a shift must know of each escalation when it takes over, the most urgent first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from escalation.clocks.due import Due, rank
from escalation.clocks.rhythm import waits_on_all
from escalation.following.patterns import missing
from escalation.register.events import Event
from escalation.register.state import ALL, EscalationState, Promise
from escalation.terms import SEVERITIES

WaitsOn = Literal["team_to_take", "team", "us_for_team", "customer", "confirmation", "until", "nobody"]

_NO_NEWS = frozenset(
    {"assessed", "evidence_added", "reminded", "action_proposed", "action_approved", "action_not_confirmed"}
)
"""Events that tell a shift nothing: preparations, and what the machine did."""


@dataclass(frozen=True)
class Shift:
    """From `since`, when the last one began, over `now`, when it is handed over, to `until`, when the next one ends."""

    since: datetime
    now: datetime
    until: datetime

    @classmethod
    def of(cls, now: datetime, hours: float) -> Shift:
        """Both shifts as long as that."""
        return cls(now - timedelta(hours=hours), now, now + timedelta(hours=hours))


@dataclass(frozen=True)
class Waiting:
    """On whom; `accounts` are the customers, none where it is said of all."""

    on: WaitsOn
    accounts: tuple[str, ...] = ()
    until: datetime | None = None


@dataclass(frozen=True)
class Block:
    """One escalation. `overdue` and `coming` are its dues before the handover and before the shift ends, `promises` the open
    ones that are not among them, `changed` what happened in the last shift.
    """

    state: EscalationState
    overdue: tuple[Due, ...]
    coming: tuple[Due, ...]
    promises: tuple[Promise, ...]
    changed: tuple[Event, ...]
    waiting: Waiting


def block(state: EscalationState, dues: Iterable[Due], log: Iterable[Event], shift: Shift) -> Block | None:
    """What the next shift must know of one escalation; None when it is over and nothing happened to it in the last one."""
    dues = sorted(dues, key=lambda due: (due.clock != "promise", due.due_at))
    overdue = tuple(due for due in dues if due.due_at < shift.now)
    coming = tuple(sorted((d for d in dues if shift.now <= d.due_at <= shift.until), key=lambda due: due.due_at))
    told = {due.subject for due in (*overdue, *coming) if due.clock == "promise"}
    changed = tuple(e for e in log if shift.since <= e.at <= shift.now and e.what not in _NO_NEWS)
    promises = tuple(each for each in state.promises if each.kept_at is None and each.id not in told)
    if not (state.is_open or overdue or coming or promises or changed):
        return None
    return Block(state, overdue, coming, promises, changed, waiting(state))


def waiting(state: EscalationState) -> Waiting:
    """Whose move it is."""
    if not state.is_open:
        silent = missing(state, state.confirmed) if state.status != "closed" else ()
        return Waiting("confirmation", silent) if silent else Waiting("nobody")
    if waits_on_all(state):
        return Waiting("customer", tuple(id_ for id_ in state.waiting_since if id_ != ALL))
    if state.snoozed_until is not None:
        return Waiting("until", until=state.snoozed_until)
    # Where one customer of several owes an answer, the others go on waiting for the team.
    asked = tuple(state.waiting_since)
    if state.status == "bounced":
        return Waiting("us_for_team", asked)
    return Waiting("team_to_take" if state.status == "open" else "team", asked)


def most_urgent_first(blocks: Iterable[Block]) -> list[Block]:
    """What is overdue, then what is due soonest, then where nothing runs, the oldest first. Of what is overdue that which hurts
    most: by severity, then how many contracts and promises are missed for how many customers, then the oldest."""
    return sorted(blocks, key=_urgency)


_Urgency = tuple[int, int, int, int, datetime]


def _urgency(one: Block) -> _Urgency:
    if one.overdue:
        severity = SEVERITIES.index(one.state.severity) if one.state.severity else len(SEVERITIES)
        worst = min(map(rank, one.overdue))
        missed = [due for due in one.overdue if rank(due) == worst]
        # A contract of several customers that is missed weighs more than one promise that is late.
        broken = {due.account_id for due in one.overdue if due.clock in ("promise", "first_response", "resolution")}
        return 0, severity, -len(broken), worst, _first(missed)
    if one.coming:
        return 1, 0, 0, 0, _first(one.coming)
    return (2 if one.state.is_open else 3), 0, 0, 0, one.state.opened_at


def _first(dues: Sequence[Due]) -> datetime:
    return min(due.due_at for due in dues)
