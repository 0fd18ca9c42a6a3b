"""What of each record can be searched: its words, its names and the ids people quote."""

from __future__ import annotations

from collections.abc import Iterable

from escalation.records import Article, Message, Record, Ticket, TrackerItem
from tools.importing.rows import RowKind

_TITLE_WEIGHT = 2  # a title is what its writer thought the whole is about: its words count twice


def text_of(kind: RowKind, record: Record) -> str:
    """The text of a record that search indexes; empty for kinds that are not searched (workspace, account)."""
    match record:
        case Ticket():
            parts = _ticket(record)
        case Article():
            parts = [
                record.id,
                *[record.title] * _TITLE_WEIGHT,
                record.body,
                record.product_area,
                record.fixed_in,
                *record.tags,
            ]
        case Message():
            parts = [record.id, record.channel, record.author, record.text]
        case TrackerItem():
            parts = _item(record)
        case _:
            parts = []
    return _joined(parts)


def _ticket(ticket: Ticket) -> list[str | None]:
    requester = ticket.requester
    return [
        ticket.id,
        *[ticket.subject] * _TITLE_WEIGHT,
        ticket.description,
        ticket.product_area,
        *ticket.tags,
        *ticket.linked_tracker,
        *ticket.linked_kb,
        *((requester.name, requester.email) if requester else ()),
        *(comment.body for comment in ticket.comments),
    ]


def _item(item: TrackerItem) -> list[str | None]:
    return [
        item.id,
        *[item.title] * _TITLE_WEIGHT,
        item.body,
        item.component,
        *item.labels,
        *item.linked_tickets,
        item.fixed_in,
        *item.comment_bodies,
    ]


def _joined(parts: Iterable[str | None]) -> str:
    # One part per line: words of two fields must not touch, or their last and first character would make a word.
    return "\n".join(part for part in parts if part)
