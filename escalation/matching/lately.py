"""What time tells of a ticket: opened on a day that the line names, still with us, over a moment ago, or left unanswered."""

from __future__ import annotations

from datetime import date, datetime

from escalation.records import Ticket

DAY = 86_400.0

WAITS = frozenset({"waiting", "sla", "sla_breach", "handover", "not_done", "follow_up"})
"""Concepts of a customer that waits."""


def is_neglected(ticket: Ticket, now: datetime) -> bool:
    """Open, and an answer or the solution is past its due time or came after it."""
    if ticket.solved or ticket.sla is None:
        return False
    due, answer = ticket.sla.first_response_due, ticket.sla.resolution_due
    return (due is not None and (ticket.first_response_at or now) > due) or (answer is not None and now > answer)


def just_over(ticket: Ticket, now: datetime) -> float:
    """1 when it was solved a moment ago, 0 from a week on: what is over since yesterday is still what is asked about."""
    if not ticket.solved:
        return 0.0
    done = ticket.solved_at or ticket.updated_at or ticket.created_at
    return max(0.0, 1 - max(0.0, (now - done).total_seconds()) / (7 * DAY))


def lately_told(ticket: Ticket, days: frozenset[date]) -> float:
    """Whether the ticket was opened on a day of the last week that the line names, or on the next ("since yesterday")."""
    at = ticket.created_at.date()
    gaps = [(at - day).days for day in days]
    return 1.0 if 0 in gaps else 0.5 if 1 in gaps else 0.0


def before_told(ticket: Ticket, days: frozenset[date]) -> float:
    """Whether it was opened before the first of those days: what began on Tuesday was not reported on Friday."""
    if not days:
        return 0.0
    return min(1.0, max(0, (min(days) - ticket.created_at.date()).days - 1) / 2)


def told_day(at: datetime) -> str:
    """How a text's words name a day of the year."""
    return f"@{at.month}-{at.day}"


def standing(ticket: Ticket) -> float:
    """1 while it lies with us, 0.5 while it waits for the customer, 0 once solved."""
    if ticket.solved:
        return 0.0
    return 0.5 if ticket.status.lower() in {"pending", "waiting", "on_hold", "hold"} else 1.0
