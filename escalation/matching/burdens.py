"""What a complaint about us as a whole rests on: what that customer went through, not every question it ever asked."""

from __future__ import annotations

from escalation.records import Ticket
from escalation.text.concepts import concepts

TROUBLES = frozenset({"incident", "bug", "problem", "outage", "complaint"})


def is_burden(ticket: Ticket) -> bool:
    """Still open, a fault, a late answer or a promise that it speaks of."""
    troubled = (ticket.type or "").lower() in TROUBLES or _late(ticket)
    return not ticket.solved or troubled or "promise" in concepts(f"{ticket.subject}\n{ticket.description}")


def _late(ticket: Ticket) -> bool:
    due = ticket.sla
    if due is None:
        return False
    pairs = ((due.first_response_due, ticket.first_response_at), (due.resolution_due, ticket.solved_at))
    return any(when is not None and done is not None and done > when for when, done in pairs)
