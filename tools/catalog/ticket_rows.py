"""Tickets as rows and threads of a result."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tools import instants
from tools.catalog.fitting import matched, passage
from tools.results.tickets import TicketRow, TicketThread
from tools.serving.quoting import bare, listed, orders_in, plain, quoted

if TYPE_CHECKING:
    from escalation.matching.shared import Shared
    from escalation.records import Ticket

OPEN = ("new", "open", "pending", "hold", "on-hold", "on_hold", "waiting", "in_progress", "escalated")
SOLVED = ("solved", "closed", "resolved", "done")
_THREAD = 12_000
_SUBJECT, _EXCERPT = 100, 120
_SAID = 4_000
"""Characters of what the customer wrote in which an excerpt is looked for."""


def row(ticket: Ticket, *, account: str | None = None, found: Sequence[Shared] = (), excerpt: bool = True) -> TicketRow:
    """`account` is what to call its customer, `found` what it shares with the question."""
    return TicketRow(
        id=bare(ticket.id),
        subject=plain(ticket.subject, _SUBJECT) or "(no subject)",
        account=account,
        status=plain(ticket.status) or "",
        opened=ticket.created_at.date().isoformat(),
        product_area=plain(ticket.product_area),
        merged_into=bare(ticket.merged_into) if ticket.merged_into else None,
        matched=matched(found),
        excerpt=_excerpt(ticket, found) if excerpt else None,
    )


def line(ticket: Ticket, *, account: str | None = None, found: Sequence[Shared] = ()) -> str:
    """ "T-7 Card limit (Harbour Foods, solved, 2026-11-05): card ~ Karte"."""
    known = row(ticket, account=account, excerpt=False)
    merged = f"merged into {known.merged_into}" if known.merged_into else None
    about = ", ".join(filter(None, (account, known.status, known.opened, merged)))
    why = matched(found)
    return f"{known.id} {known.subject} ({about})" + (f": {why}" if why else "")


def _excerpt(ticket: Ticket, found: Sequence[Shared]) -> str | None:
    """What the customer wrote where it fits best; nothing where that is the subject once more."""
    shown = passage(_said(ticket), found, _EXCERPT)
    return None if shown and shown.casefold().strip(". ") == ticket.subject.casefold().strip(". ") else shown


def _said(ticket: Ticket) -> str:
    return "\n".join([ticket.description, *(c.body for c in ticket.comments if c.role == "customer")])[:_SAID]


def flagged(tickets: Iterable[Ticket], *, excerpts: bool = True) -> tuple[str, ...]:
    """Warnings about orders in what rows show, and in the texts from which their excerpts are."""
    found: dict[str, None] = {}
    for each in tickets:
        texts = (_said(each),) if excerpts else ()
        found |= dict.fromkeys((*_orders(each), *orders_in(texts, f"ticket {bare(each.id)}")))
    return tuple(found)


def thread(ticket: Ticket) -> tuple[TicketThread, tuple[str, ...]]:
    """The whole ticket with its thread fenced, and the warnings about orders found in it."""
    quote = quoted(_told(ticket), f"ticket {bare(ticket.id)}", _THREAD)
    whole = TicketThread(
        id=bare(ticket.id),
        subject=plain(ticket.subject) or "(no subject)",
        account=bare(ticket.account_id) if ticket.account_id else None,
        status=plain(ticket.status) or "",
        priority=plain(ticket.priority),
        product_area=plain(ticket.product_area),
        created=instants.said(ticket.created_at) or "",
        updated=instants.said(ticket.updated_at),
        solved=instants.said(ticket.solved_at),
        merged_into=bare(ticket.merged_into) if ticket.merged_into else None,
        requester=plain(ticket.requester.name or ticket.requester.email) if ticket.requester else None,
        sla=_sla(ticket),
        affected_users=ticket.affected_users,
        linked=listed((*ticket.linked_tracker, *ticket.linked_kb)),
        thread=quote.text,
    )
    return whole, tuple(dict.fromkeys((*quote.warnings, *_orders(ticket))))


def _orders(ticket: Ticket) -> tuple[str, ...]:
    requester = ticket.requester
    fields = (ticket.subject, ticket.status, ticket.priority, ticket.product_area)
    return orders_in((*fields, requester.name if requester else None), f"ticket {bare(ticket.id)}")


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
