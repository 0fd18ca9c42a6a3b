"""What was handed in from other tools or told by a person: quotations that are read as the words of a ticket are.

They count no customer and no ticket of their own; what they say of leaving, leaders, days, blocked work, errors or a confirmed
defect counts, each with its own evidence id.
"""

from __future__ import annotations

from collections.abc import Iterable

from escalation.evidence import Evidence
from escalation.records import Comment, Ticket


def is_handed_in(evidence: Evidence) -> bool:
    """Brought by `add_evidence`: what the reporter typed or answered is read elsewhere, and is on record as "reporter"."""
    return evidence.about == "text" and (
        evidence.source == "host" or (evidence.source == "reporter" and evidence.record_id != "reporter")
    )


def handed_in(evidence: Iterable[Evidence], owner: str | None) -> tuple[Ticket, ...]:
    """A thread for each piece, under its evidence id; `owner` is the customer it is about where the piece names none.

    A customer's words, and what a person tells of the customer, are the customer's; a record of a colleague's tool is a note.
    """
    return tuple(_thread(each, owner) for each in evidence if is_handed_in(each))


def _thread(piece: Evidence, owner: str | None) -> Ticket:
    at = piece.at or piece.fetched_at
    theirs = piece.account_id is not None or piece.source == "reporter"
    note = Comment(id=f"{piece.id}#1", role="internal", at=at, public=False, body=piece.quotation)
    return Ticket(
        id=piece.id,
        account_id=piece.account_id or owner,
        subject="",
        description=piece.quotation if theirs else "",
        created_at=at,
        comments=() if theirs else (note,),
    )
