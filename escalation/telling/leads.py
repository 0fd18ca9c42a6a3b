"""What colleagues already found out, so that the receiving team does not start from nothing."""

from __future__ import annotations

from datetime import datetime

from escalation.judgement.case import Case
from escalation.judgement.heard import without_orders
from escalation.matching.occurrence import CLOSED_ITEM
from escalation.matters import TimelineEntry
from escalation.reading.line import length_of
from escalation.reading.threads.entries import entries
from escalation.reading.threads.withdrawn import says_it_helps, taken_back
from escalation.records import Comment, Ticket, TrackerComment, TrackerItem
from escalation.telling.narrative import focus

LEADS = 4
TELLS = 2
"""Words from which a note tells anything: "Idea" and "font" are how somebody files, not what they found out."""


def leads_of(case: Case, items: tuple[TrackerItem, ...], *, of_tickets: bool = True) -> tuple[TimelineEntry, ...]:
    """Of open tracker items their description and latest note, of closed ones a note written since the first report; then, with
    `of_tickets`, the latest internal note of each told thread that tells anything."""
    found: list[TimelineEntry] = []
    for item in items:
        found += _of_item(case, item)
    for ticket in focus(case) if of_tickets else ():
        notes = [c for c in ticket.comments if c.role == "internal" and c.at <= case.now]
        told = [(words, note.at) for note in notes if (words := _telling(note.body)) and not _overtaken(note, ticket)]
        if told:
            words, at = max(told, key=lambda each: each[1])
            evidence = case.ledger.add("tickets", ticket.id, words, at=at, account_id=ticket.account_id)
            found.append(TimelineEntry(at=at, what=words, evidence=(evidence,)))
    return tuple(found[:LEADS])


def _overtaken(note: Comment, ticket: Ticket) -> bool:
    """Whether a note says that something helps, and the customer wrote later that it does not."""
    return says_it_helps(note.body) and taken_back(ticket.id, note.at, entries(ticket)) is not None


def _of_item(case: Case, item: TrackerItem) -> list[TimelineEntry]:
    told = [(item.body, item.created_at or case.now)] if item.status.lower() not in CLOSED_ITEM else []
    since = min((t.created_at for t in case.reports), default=case.now) if not told else None
    notes = [_dated(comment, item.updated_at or case.now) for comment in item.comments]
    known = [note for note in notes if note[1] <= case.now and (since is None or note[1] >= since)]
    told += [note for note in known if _telling(note[0])][-1:]
    entries: list[TimelineEntry] = []
    for text, at in told:
        if words := _telling(text):
            evidence = case.ledger.add("tracker", item.id, words, url=item.url, at=at)
            entries.append(TimelineEntry(at=at, what=words, evidence=(evidence,)))
    return entries


def _telling(text: str) -> str | None:
    words = without_orders(text).strip()
    return words if length_of(words) >= TELLS else None


def _dated(comment: str | TrackerComment, otherwise: datetime) -> tuple[str, datetime]:
    return (comment, otherwise) if isinstance(comment, str) else (comment.body, comment.at or otherwise)
