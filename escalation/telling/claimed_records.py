"""What the typed line says of records and they do not bear out: a number that no ticket has, a ticket of another customer, a
customer whose tickets are not counted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from escalation.assessment import Finding
from escalation.judgement.case import Case
from escalation.matching.alike import things
from escalation.matching.profile import ticket_profile
from escalation.matching.ruled import ruled_out
from escalation.records import Account, Ticket


def unknown_tickets(case: Case) -> list[str]:
    """Numbers in the line that are shaped as this helpdesk's tickets are and that no record has: mistyped, or of another system.
    One that was given as a ticket's number, when asked for it, has any shape.

    Where no ticket could be read at all nothing is said, for then it is not known how they are shaped.
    """
    told = case.context
    known = {
        record.id.upper() for group in (told.tickets, told.items, told.articles, told.messages) for record in group
    }
    shapes = {_shape(ticket.id) for ticket in told.tickets}
    meant = case.issue.answered_tickets if shapes else ()
    return [i for i in case.issue.ticket_ids if i.upper() not in known and (_shape(i) in shapes or i in meant)]


def _shape(id_: str) -> tuple[str, int]:
    """What stands before the number; of a bare number how long it is, for "#17" is no ticket where they have five digits."""
    prefix = id_.rstrip("0123456789").upper()
    return prefix, 0 if prefix else len(id_)


def tickets_of_others(case: Case) -> Iterator[Finding]:
    """Tickets whose numbers were typed and that are of a customer who was not."""
    typed = frozenset(case.issue.ticket_ids)
    for ticket in case.context.tickets:
        owner = case.context.accounts.get(ticket.account_id or "")
        if ticket.id in typed and owner and case.named_ids and owner.id not in case.named_ids:
            named = ", ".join(a.name for a in case.context.named)
            values = {"ticket": ticket.id, "account": owner.name, "named": named}
            yield Finding(signal="named_ticket_of_another", values=dict(values), evidence=(case.ledger.ticket(ticket),))


def not_shown(case: Case, account: Account) -> Finding:
    """That none of its records is counted; with the open one that may be the same after all, where one is of the same subject:
    in the same area, linked to the same item or article, or told in the same words."""
    counted = [(t, ticket_profile(t)) for t in case.tickets]
    areas = {t.product_area for t in case.tickets if t.product_area}
    items = {i for t in case.tickets for i in case.links.items(t.id)}
    articles = {i for t in case.tickets for i in t.linked_kb}
    concepts = frozenset(c for _, profile in counted for c in things(profile))
    apart = ruled_out(case.context)
    found: list[tuple[int, datetime, Ticket]] = []
    for ticket in case.context.tickets:
        if ticket.account_id != account.id or ticket.solved or ticket.created_at > case.now or ticket.id in apart:
            continue
        theirs = ticket_profile(ticket)
        tied = not items.isdisjoint(case.links.items(ticket.id)) or not articles.isdisjoint(ticket.linked_kb)
        alike = len(concepts & things(theirs))
        if tied or alike or ticket.product_area in areas:
            weight = 2 * tied + alike + (ticket.product_area in areas)
            found.append((weight, ticket.created_at, ticket))
    if not found:
        return Finding(signal="named_account_not_in_records", values={"account": account.name})
    ticket = max(found, key=lambda one: one[:2])[2]
    values = {"account": account.name, "ticket": ticket.id, "title": ticket.subject.strip() or None}
    return Finding(signal="named_account_uncounted", values=dict(values), evidence=(case.ledger.ticket(ticket),))
