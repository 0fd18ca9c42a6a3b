"""Is a ticket over and done with, so that a like question is a new one? No letter answers it, no brief tells its talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from escalation.reading.chasing import wants_answer

if TYPE_CHECKING:
    from escalation.assessment import Assessment
    from escalation.records import Ticket


def is_past(ticket: Ticket, found: Assessment) -> bool:
    """Solved, not named by whoever typed the issue, and its customer has asked nothing on it since."""
    if not ticket.solved or ticket.id in found.issue.ticket_ids:
        return False
    closed = ticket.solved_at or ticket.answered(found.at)
    later = (c for c in ticket.comments if c.role == "customer" and closed is not None and closed < c.at <= found.at)
    return not any(wants_answer(each.body) for each in later)
