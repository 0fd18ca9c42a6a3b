"""Tickets that an escalation on record counts, beside those that a report of the same matter was found to be about."""

from __future__ import annotations

from dataclasses import replace

from escalation.context import Context
from escalation.matching.belonging import Matching, Scored, anchors_of
from escalation.matching.links import Links
from escalation.matching.profile import ticket_profile
from escalation.records import Ticket


def with_counted(matching: Matching, context: Context, links: Links) -> Matching:
    """The matching with `context.counted` among what belongs, as sure as what somebody ruled in, tied by what is on record."""
    known = {s.ticket.id: s for s in matching.belonging}
    items = frozenset(i for id_ in known for i in links.items(id_))
    held = {t.id: _held(t, links, items) for t in context.tickets if t.id in context.counted}
    belonging = [replace(held[id_], ties=s.ties) if id_ in held else s for id_, s in known.items()]
    belonging += [s for id_, s in held.items() if id_ not in known]
    belonging.sort(key=lambda s: (-s.score, s.ticket.id))
    return replace(
        matching,
        belonging=tuple(belonging),
        lookalikes=tuple(look for look in matching.lookalikes if look.record_id not in held),
        anchors=anchors_of((s.ticket, s.profile, links.items(s.ticket.id)) for s in belonging),
        similar=tuple(s for s in matching.similar if s.ticket.id not in held),
    )


def _held(ticket: Ticket, links: Links, items: frozenset[str]) -> Scored:
    tied = ("tracker_link",) if not items.isdisjoint(links.items(ticket.id)) else ()
    return Scored(ticket, ticket_profile(ticket), 1.0, tied)
