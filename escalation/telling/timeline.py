"""What happened when, as a reader goes through it: the tickets that a matter rests on, then what was said on its own thread."""

from __future__ import annotations

from typing import Literal

from escalation.judgement.case import Case
from escalation.judgement.contract import said
from escalation.matters import TimelineEntry
from escalation.reading.threads.entries import Entry, entries
from escalation.records import Ticket
from escalation.telling.narrative import answered_late, cite, story, told_to_us

TIMELINE = 10


def timeline_of(case: Case) -> tuple[TimelineEntry, ...]:
    """What the matter rests on, ticket by ticket, then what was said on the matter's own thread; the newest ten."""
    own = told_to_us(case) if case.issue.kind == "relationship" else ()
    entries_ = [_event(case, t) for t in story(case)]
    for ticket in own:
        for number, entry in enumerate(e for e in entries(ticket) if e.at <= case.now):
            if number and (words := entry.text.strip()):
                entries_.append(
                    TimelineEntry(
                        at=entry.at, what=words, ticket=ticket.id, evidence=(cite(case, entry.quote(words)),),
                        who=_who(entry),
                    )
                )  # fmt: skip
    return tuple(sorted(entries_, key=lambda e: e.at)[-TIMELINE:])


def _who(entry: Entry) -> Literal["customer", "support", "note"]:
    if entry.role == "customer":
        return "customer"
    return "support" if entry.public else "note"


def _event(case: Case, ticket: Ticket) -> TimelineEntry:
    late = answered_late(ticket)
    evidence = [case.ledger.ticket(ticket)]
    if late is not None and ticket.first_response_at:
        opened, answered = said(ticket.created_at), said(ticket.first_response_at)
        statement = f"{ticket.id}: created {opened}, first answered {answered}; {late:g} hours"
        evidence.append(case.ledger.computed("answered_late", statement, (evidence[0],)))
    return TimelineEntry(
        at=ticket.created_at, what=ticket.subject, ticket=ticket.id, answered_after=late, evidence=tuple(evidence)
    )
