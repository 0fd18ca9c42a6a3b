"""Tickets that the customer's own report names as written before of the same: "I wrote on the 10th already (M-5034)"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from escalation.matching.denial import SENTENCE, denies
from escalation.matching.scene import Scene
from escalation.matching.signs import Seen
from escalation.reading.symptoms import ticket_like_ids
from escalation.reading.threads.entries import entries
from escalation.records import Ticket
from escalation.remembered import OfRecord

TIE = "written_before"


@OfRecord
def named_before(ticket: Ticket) -> frozenset[str]:
    """What looks like the number of a ticket in the customer's own words, where the sentence does not call it another matter."""
    own = (e.text for e in entries(ticket) if e.role == "customer" and any(map(str.isdigit, e.text)))
    told = (sentence for text in own for sentence in SENTENCE.findall(text) if not denies(sentence))
    return frozenset(id_ for sentence in told for id_ in ticket_like_ids(sentence))


def written_before(scene: Scene, body: Iterable[Seen]) -> list[Seen]:
    """The candidates, oldest first, that a report in `body` of the same customer names as written before it."""
    reports = list(body)
    held = {s.ticket.id for s in reports}
    found = {
        s.ticket.id: s
        for s in scene.seen
        if s.ticket.id not in held and not s.merged and any(names_before(b.ticket, s.ticket) for b in reports)
    }
    return sorted(found.values(), key=lambda s: (s.ticket.created_at, s.ticket.id))


def names_before(report: Ticket, other: Ticket) -> bool:
    """Whether `report` names `other`, of the same customer and written before it."""
    if report.account_id is None or report.account_id != other.account_id or other.created_at >= report.created_at:
        return False
    return not named_before(report).isdisjoint({other.id, other.id.upper()})


def ids_named(tickets: Iterable[Ticket]) -> Iterator[str]:
    """What these reports name so, to be looked up."""
    for ticket in tickets:
        yield from sorted(named_before(ticket))
