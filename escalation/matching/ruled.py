"""Records that somebody read and ruled on: they belong to this very issue or to another one, whatever their words say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from escalation.assessment import Finding, Issue, Lookalike
from escalation.context import Context
from escalation.records import Ticket
from escalation.ruling import Ruled, Ruling


def together(before: Iterable[Ruling], new: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """One ruling a record, the last one, in the order of the records' ids: who ruled in which order changes nothing."""
    held = {ruling.record_id: ruling for ruling in (*before, *new)}
    return tuple(held[id_] for id_ in sorted(held))


def in_effect(context: Context) -> tuple[Ruling, ...]:
    """The rulings on records that are (still) there; what of the items and messages does not belong may be gone already."""
    if not context.rulings:
        return ()
    known: Mapping[Ruled, set[str]] = {
        "tickets": {t.id for t in context.tickets},
        "kb": {a.id for a in context.articles},
        "tracker": {i.id for i in context.items},
        "chat": {m.id for m in context.messages},
    }
    rulings = together((), context.rulings)
    return tuple(r for r in rulings if r.record_id in known[r.source] or _left_out(r))


def _left_out(ruling: Ruling) -> bool:
    return ruling.source in {"tracker", "chat"} and not ruling.same


def ruled(context: Context, source: Ruled, *, same: bool) -> dict[str, Ruling]:
    """The rulings one way on records of one source, by id; for tickets without those that are merged with them."""
    if not context.rulings:
        return {}
    return {r.record_id: r for r in in_effect(context) if r.source == source and r.same == same}


def ruled_in(context: Context) -> frozenset[str]:
    """Tickets ruled to be the issue, and those they were merged into."""
    return frozenset(id_ for id_, ruling in _of_each(context).items() if ruling.same)


def held_in(context: Context) -> frozenset[str]:
    """Tickets that belong before anything is matched: ruled to be the issue, or counted by the escalation that is joined."""
    found = ruled_in(context)
    return found | (context.counted - ruled_out(context)) if context.counted else found


def ruled_out(context: Context) -> frozenset[str]:
    """Tickets ruled to be another issue, and those merged into them."""
    return frozenset(id_ for id_, ruling in _of_each(context).items() if not ruling.same)


def related(context: Context) -> dict[str, Ruling]:
    """Tickets ruled to be related to the issue and none of it, by id."""
    return {id_: ruling for id_, ruling in ruled(context, "tickets", same=False).items() if ruling.related}


def before_it_was_parted(context: Context) -> Context:
    """The same without what was ruled to be another issue."""
    kept = (ruling for ruling in context.rulings if ruling.same or ruling.source != "tickets")
    return replace(context, rulings=tuple(kept))


def without_parted(context: Context) -> Context:
    """The same without the tracker items and messages that were ruled not to belong: they tie nothing together."""
    items, messages = ruled(context, "tracker", same=False), ruled(context, "chat", same=False)
    if not items and not messages:
        return context
    return replace(
        context,
        items=tuple(i for i in context.items if i.id not in items),
        messages=tuple(m for m in context.messages if m.id not in messages),
    )


def as_if_named(issue: Issue, context: Context) -> Issue:
    """The issue as if it named the tickets that belong by what is known of them: neither age nor status nor words part it from
    them."""
    found = held_in(context)
    return issue.model_copy(update={"ticket_ids": (*issue.ticket_ids, *sorted(found))}) if found else issue


def set_apart(context: Context) -> tuple[Lookalike, ...]:
    """What was ruled to be another issue, or no solution, each with the reason; what is related is told elsewhere."""
    told = related(context)
    tickets = ((id_, r) for id_, r in sorted(_of_each(context).items()) if not r.same and id_ not in told)
    others: tuple[Ruled, ...] = ("kb", "tracker", "chat")
    rest = (each for source in others for each in ruled(context, source, same=False).items())
    return tuple(_parted(id_, ruling) for id_, ruling in (*tickets, *rest))


def _parted(id_: str, ruling: Ruling) -> Lookalike:
    if id_ != ruling.record_id:
        why = Finding(signal="merged_into_apart", values={"into": ruling.record_id})
    else:
        signal = "ruled_no_solution" if ruling.source == "kb" else "ruled_apart"
        why = Finding(signal=signal, values={"reason": ruling.reason})
    return Lookalike(record_id=id_, source=ruling.source, why=why)


def _of_each(context: Context) -> Mapping[str, Ruling]:
    """The ruling on each ticket: its own; else "the same" of what was merged into it, "another" of what it was merged into."""
    if not context.rulings:
        return {}
    tickets = {t.id: t for t in context.tickets}
    held = {ruling.record_id: ruling for ruling in in_effect(context) if ruling.source == "tickets"}
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
