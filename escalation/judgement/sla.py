"""SLA state per ticket, from the ticket's own due times or, without them, from the customer's contract."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from escalation.judgement.office_hours import add_office_hours
from escalation.policy import Policy
from escalation.records import Account, Ticket

SlaState = Literal["met", "late", "overdue", "waiting", "no_sla"]
"""met / late: answered before / after the due time; overdue / waiting: still open after / before it."""

LONGEST = 24 * 3660
"""Hours a contract may sensibly promise; more is a slip of a key and no promise."""

BROKEN: frozenset[SlaState] = frozenset({"late", "overdue"})


@dataclass(frozen=True)
class SlaStanding:
    """Both promises of one ticket: due instants (UTC, None = no promise) and their states."""

    ticket_id: str
    response_due: datetime | None
    response: SlaState
    resolution_due: datetime | None
    resolution: SlaState

    @property
    def breached(self) -> bool:
        return self.response in BROKEN or self.resolution in BROKEN


def standing(ticket: Ticket, account: Account | None, now: datetime, policy: Policy | None = None) -> SlaStanding:
    """The SLA standing of `ticket` at `now`; business hours are those of the policy's calendars.

    A ticket's own due times win; the contract fills no gap in them.
    """
    own = ticket.sla
    response_due = own.first_response_due if own else _due(ticket, account, _response_hours(account), policy)
    resolution_due = own.resolution_due if own else _due(ticket, account, _resolution_hours(ticket, account), policy)
    answered = ticket.first_response_at or _first_answer(ticket)
    solved = ticket.solved_at or (ticket.updated_at if ticket.solved else None)
    return SlaStanding(
        ticket.id,
        response_due,
        _state(response_due, answered, now),
        resolution_due,
        _state(resolution_due, solved, now),
    )


def standings(
    tickets: tuple[Ticket, ...], accounts: Mapping[str, Account], now: datetime, policy: Policy | None = None
) -> tuple[SlaStanding, ...]:
    return tuple(standing(t, accounts.get(t.account_id or ""), now, policy) for t in tickets)


def _state(due: datetime | None, done: datetime | None, now: datetime) -> SlaState:
    if due is None:
        return "no_sla"
    if done is not None and done <= now:
        return "met" if done <= due else "late"
    return "overdue" if now > due else "waiting"


def _first_answer(ticket: Ticket) -> datetime | None:
    answers = [c.at for c in ticket.comments if c.role == "agent" and c.public]
    return min(answers, default=None)


def _due(ticket: Ticket, account: Account | None, hours: float | None, policy: Policy | None) -> datetime | None:
    if hours is None or account is None or account.sla is None or not 0 <= hours <= LONGEST:
        return None
    if account.sla.counts == "business":
        return add_office_hours(ticket.created_at, hours, account, policy or Policy())
    return ticket.created_at + timedelta(hours=hours)


def _response_hours(account: Account | None) -> float | None:
    return account.sla.first_response_h if account and account.sla else None


def _resolution_hours(ticket: Ticket, account: Account | None) -> float | None:
    if account is None or account.sla is None or account.sla.resolution_h is None:
        return None
    hours = account.sla.resolution_h
    by_priority = {"urgent": hours.urgent, "high": hours.high, "normal": hours.normal, "low": hours.low}
    return by_priority.get((ticket.priority or "normal").lower())
