"""What mending takes and what is going to happen meanwhile, as colleagues noted it: the ask then asks for that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from escalation.judgement.case import Case
from escalation.judgement.heard import without_orders
from escalation.matching.occurrence import CLOSED_ITEM
from escalation.matters import TimelineEntry
from escalation.reading.threads.entries import sentences
from escalation.reading.threads.needed import ahead, beyond, needs
from escalation.records import Message, TrackerComment, TrackerItem
from escalation.telling.narrative import focus
from escalation.terms import SourceName

MOST = 2


@dataclass(frozen=True)
class _Note:
    """Words of our own people; `account` is whose ticket they stand on."""

    source: SourceName
    record: str
    words: str
    at: datetime
    account: str | None = None


def needs_of(case: Case, items: tuple[TrackerItem, ...]) -> tuple[TimelineEntry, ...]:
    """The latest sentences of open tracker items and internal notes that say what mending takes, newest first."""
    found = [(note.at, s, note) for note in _notes(case, items) for s in sentences(note.words) if needs(s)]
    found.sort(key=lambda one: one[0], reverse=True)
    return tuple(_entry(case, note, sentence, at) for at, sentence, note in found[:MOST])


def beyond_of(case: Case) -> tuple[TimelineEntry, ...]:
    """What internal notes on the tickets say that support cannot reach or tell, newest first."""
    found = [(note.at, s, note) for note in _notes(case, ()) for s in sentences(note.words) if beyond(s)]
    found.sort(key=lambda one: one[0], reverse=True)
    return tuple(_entry(case, note, sentence, at) for at, sentence, note in found[:MOST])


def ahead_of(case: Case, items: tuple[TrackerItem, ...], messages: tuple[Message, ...] = ()) -> TimelineEntry | None:
    """What happens next of itself after `case.now`, as a note or a colleague's message says; `at` is when. None when nobody
    wrote of anything."""
    talk = (_Note("chat", m.id, without_orders(m.text).strip(), m.at) for m in messages if m.at <= case.now)
    found = [
        (due, sentence, note)
        for note in (*_notes(case, items), *talk)
        for sentence in sentences(note.words)
        if (due := ahead(sentence, note.at)) is not None and due > case.now
    ]
    if not found:
        return None
    due, sentence, note = min(found, key=lambda one: one[0])
    return _entry(case, note, sentence, due)


def _entry(case: Case, note: _Note, sentence: str, at: datetime) -> TimelineEntry:
    evidence = case.ledger.add(note.source, note.record, note.words, at=note.at, account_id=note.account)
    return TimelineEntry(at=at, what=sentence, evidence=(evidence,))


def _notes(case: Case, items: tuple[TrackerItem, ...]) -> Iterator[_Note]:
    for item in items:
        if item.status.lower() in CLOSED_ITEM:
            continue
        began = item.created_at or case.now
        told = [(item.body, began), *(_told(comment, item.updated_at or began) for comment in item.comments)]
        yield from (
            _Note("tracker", item.id, without_orders(words).strip(), at) for words, at in told if at <= case.now
        )
    for ticket in focus(case):
        for comment in ticket.comments:
            if comment.role == "internal" and comment.at <= case.now:
                yield _Note("tickets", ticket.id, without_orders(comment.body).strip(), comment.at, ticket.account_id)


def _told(comment: str | TrackerComment, otherwise: datetime) -> tuple[str, datetime]:
    return (comment, otherwise) if isinstance(comment, str) else (comment.body, comment.at or otherwise)
