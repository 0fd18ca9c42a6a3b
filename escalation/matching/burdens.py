"""What a complaint about us as a whole rests on: what that customer went through, not every question it ever asked."""

from __future__ import annotations

from escalation.matching.signs import Seen, sort_of
from escalation.records import Ticket
from escalation.text.concepts import concepts

GRAVE = frozenset({"urgent", "high", "critical", "p1", "p2"})


def is_burden(s: Seen) -> bool:
    """A promise that it speaks of; else no everyday question, but what was answered late, is open, was urgent or is tracked."""
    ticket, sort = s.ticket, sort_of(s.ticket)
    if "promise" in concepts(f"{ticket.subject}\n{ticket.description}"):
        return True
    urgent = (ticket.priority or "").lower() in GRAVE
    if sort in {"wish", "question"}:
        return urgent and _late(ticket)
    return _late(ticket) or not ticket.solved or bool(s.items) or urgent or sort == "complaint"


def _late(ticket: Ticket) -> bool:
    due = ticket.sla
    if due is None:
        return False
    pairs = ((due.first_response_due, ticket.first_response_at), (due.resolution_due, ticket.solved_at))
    return any(when is not None and done is not None and done > when for when, done in pairs)
