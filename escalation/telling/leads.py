"""What colleagues already found out, so that the receiving team does not start from nothing."""

from __future__ import annotations

from datetime import datetime

from escalation.judgement.case import Case
from escalation.judgement.heard import without_orders
from escalation.matching.occurrence import CLOSED_ITEM
from escalation.matters import TimelineEntry
from escalation.records import TrackerComment, TrackerItem
from escalation.telling.narrative import focus

LEADS = 4


def leads_of(case: Case, items: tuple[TrackerItem, ...]) -> tuple[TimelineEntry, ...]:
    """Of open tracker items their description and latest note, then the latest internal note of each told thread."""
    found: list[TimelineEntry] = []
    for item in items:
        if item.status.lower() not in CLOSED_ITEM:
            found += _of_item(case, item)
    for ticket in focus(case):
        notes = [c for c in ticket.comments if c.role == "internal" and c.at <= case.now]
        if notes:
            note = max(notes, key=lambda c: c.at)
            words = without_orders(note.body).strip()
            if words:
                evidence = case.ledger.add("tickets", ticket.id, words, at=note.at, account_id=ticket.account_id)
                found.append(TimelineEntry(at=note.at, what=words, evidence=(evidence,)))
    return tuple(found[:LEADS])


def _of_item(case: Case, item: TrackerItem) -> list[TimelineEntry]:
    latest = item.comments[-1] if item.comments else None
    note, at = (latest.body, latest.at) if isinstance(latest, TrackerComment) else (latest or "", None)
    told: list[tuple[str, datetime]] = [
        (item.body, item.created_at or case.now),
        (note, at or item.updated_at or case.now),
    ]
    entries: list[TimelineEntry] = []
    for words, when in told:
        words = without_orders(words).strip()  # noqa: PLW2901
        if words:
            evidence = case.ledger.add("tracker", item.id, words, url=item.url, at=when)
            entries.append(TimelineEntry(at=when, what=words, evidence=(evidence,)))
    return entries
