"""What a complaint about us as a whole rests on: what that customer went through, not every question it ever asked."""

from __future__ import annotations

from escalation.matching.signs import Seen, sort_of
from escalation.records import Ticket
from escalation.text.concepts import concepts

GRAVE = frozenset({"urgent", "high", "critical", "p1", "p2"})


def is_burden(s: Seen) -> bool:
    """An answer that was late, a promise that it speaks of, a fault that is open, was urgent or is on the tracker."""
    ticket, sort = s.ticket, sort_of(s.ticket)
    if _late(ticket) or "promise" in concepts(f"{ticket.subject}\n{ticket.description}"):
        return True
    if sort in {"wish", "question"}:
        return False
    grave = bool(s.items) or (ticket.priority or "").lower() in GRAVE or sort == "complaint"
    return not ticket.solved or grave


def _late(ticket: Ticket) -> bool:
    due = ticket.sla
    if due is None:
        return False
    pairs = ((due.first_response_due, ticket.first_response_at), (due.resolution_due, ticket.solved_at))
    return any(when is not None and done is not None and done > when for when, done in pairs)
