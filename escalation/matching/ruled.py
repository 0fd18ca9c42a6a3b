"""Tickets that somebody read and ruled on: they are this very issue or another one, whatever their words say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from escalation.assessment import Finding, Issue, Lookalike, Ruling
from escalation.context import Context
from escalation.records import Ticket


def together(before: Iterable[Ruling], new: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """One ruling a ticket, the last one, in the order of the tickets' ids: who ruled in which order changes nothing."""
    held = {ruling.ticket_id: ruling for ruling in (*before, *new)}
    return tuple(held[id_] for id_ in sorted(held))


def in_effect(context: Context) -> tuple[Ruling, ...]:
    """The rulings on tickets that are (still) there."""
    if not context.rulings:
        return ()
    known = {t.id for t in context.tickets}
    return tuple(ruling for ruling in together((), context.rulings) if ruling.ticket_id in known)


def ruled_in(context: Context) -> frozenset[str]:
    """Tickets ruled to be the issue, and those they were merged into."""
    return frozenset(id_ for id_, ruling in _of_each(context).items() if ruling.same)


def ruled_out(context: Context) -> frozenset[str]:
    """Tickets ruled to be another issue, and those merged into them."""
    return frozenset(id_ for id_, ruling in _of_each(context).items() if not ruling.same)


def before_it_was_parted(context: Context) -> Context:
    """The same without what was ruled to be another issue."""
    return replace(context, rulings=tuple(ruling for ruling in context.rulings if ruling.same))


def as_if_named(issue: Issue, context: Context) -> Issue:
    """The issue as if it named the tickets that were ruled to be it: neither age nor status nor words part it from them."""
    found = ruled_in(context)
    return issue.model_copy(update={"ticket_ids": (*issue.ticket_ids, *sorted(found))}) if found else issue


def set_apart(context: Context) -> tuple[Lookalike, ...]:
    """What was ruled to be another issue, each with the reason."""
    return tuple(
        Lookalike(record_id=id_, source="tickets", why=Finding(signal="ruled_apart", values={"reason": ruling.reason}))
        for id_, ruling in sorted(_of_each(context).items())
        if not ruling.same
    )


def _of_each(context: Context) -> Mapping[str, Ruling]:
    """The ruling on each ticket: its own; else "the same" of what was merged into it, "another" of what it was merged into."""
    if not context.rulings:
        return {}
    tickets = {t.id: t for t in context.tickets}
    held = {ruling.ticket_id: ruling for ruling in in_effect(context)}
    found = dict(held)
    for id_, ruling in held.items():
        if ruling.same:
            for head in _heads(tickets[id_], tickets):
                found.setdefault(head, ruling)
    for ticket in sorted(context.tickets, key=lambda t: t.id):
        above = next((held[head] for head in _heads(ticket, tickets) if head in held), None)
        if above is not None and not above.same:
            found.setdefault(ticket.id, above)
    return found


def _heads(ticket: Ticket, tickets: Mapping[str, Ticket]) -> list[str]:
    """What it was merged into, the nearest first; tickets merged in a circle come once."""
    heads: dict[str, None] = {}
    at = ticket.merged_into
    while at is not None and at in tickets and at != ticket.id and at not in heads:
        heads[at] = None
        at = tickets[at].merged_into
    return list(heads)
