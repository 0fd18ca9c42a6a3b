"""Tickets as rows and threads of a result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tools import instants
from tools.quoting import plain, quoted
from tools.results.tickets import TicketRow, TicketThread

if TYPE_CHECKING:
    from escalation.records import Ticket

OPEN = ("new", "open", "pending", "hold", "on-hold", "on_hold", "waiting", "in_progress", "escalated")
SOLVED = ("solved", "closed", "resolved", "done")
_THREAD = 12_000


def row(ticket: Ticket) -> TicketRow:
    return TicketRow(**_common(ticket))


def thread(ticket: Ticket) -> tuple[TicketThread, tuple[str, ...]]:
    """The whole ticket with its thread fenced, and the warnings about orders found in it."""
    quote = quoted(_told(ticket), f"ticket {ticket.id}", _THREAD)
    whole = TicketThread(
        **_common(ticket),
        requester=plain(ticket.requester.name or ticket.requester.email) if ticket.requester else None,
        sla=_sla(ticket),
        affected_users=ticket.affected_users,
        linked=(*ticket.linked_tracker, *ticket.linked_kb),
        thread=quote.text,
    )
    return whole, quote.warnings


def _common(ticket: Ticket) -> dict[str, Any]:
    return {
        "id": ticket.id,
        "subject": plain(ticket.subject) or "(no subject)",
        "account": ticket.account_id,
        "status": ticket.status,
        "priority": ticket.priority,
        "product_area": ticket.product_area,
        "created": instants.said(ticket.created_at),
        "updated": instants.said(ticket.updated_at),
        "solved": instants.said(ticket.solved_at),
        "merged_into": ticket.merged_into,
    }


def _sla(ticket: Ticket) -> str | None:
    if ticket.sla is None:
        return None
    first, resolution = ticket.sla.first_response_due, ticket.sla.resolution_due
    parts = (
        f"first response due {instants.said(first)}" if first else "",
        f"given {instants.said(ticket.first_response_at)}" if first and ticket.first_response_at else "",
        f"resolution due {instants.said(resolution)}" if resolution else "",
    )
    return ", ".join(part for part in parts if part) or None


def _told(ticket: Ticket) -> str:
    parts = [ticket.description] if ticket.description else []
    for comment in sorted(ticket.comments, key=lambda each: each.at):
        audience = "" if comment.public else ", not public"
        who = f"{comment.role}{f' {comment.author}' if comment.author else ''}{audience}"
        parts.append(f"[{instants.said(comment.at)} {who}]\n{comment.body}")
    return "\n\n".join(parts)
