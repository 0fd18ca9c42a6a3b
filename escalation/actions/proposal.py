"""A proposal: an action on record that may be carried out until it expires."""

from __future__ import annotations

from datetime import datetime

from pydantic import ValidationError

from escalation.actions.action import content_hash
from escalation.register.actions import Proposed
from escalation.register.events import Event

_PREFIX = "ACT-"


class Proposal(Proposed):
    """`id` follows from the event's place on the record; `proposed_at` is its instant."""

    id: str
    proposed_at: datetime

    @property
    def key(self) -> str:
        """The idempotency key: whoever carries this out, however often, sends under this one."""
        return f"{self.id}-{self.hash}"

    @property
    def intact(self) -> bool:
        """Whether the text and the destination are still those that were hashed."""
        return content_hash(self.action) == self.hash


def proposal_of(event: Event) -> Proposal | None:
    """The proposal that an event holds; None for any other event, and for one that this version cannot read."""
    if event.what != "action_proposed":
        return None
    try:
        said = Proposed.model_validate(event.data)
    except ValidationError:
        return None
    return Proposal(id=f"{_PREFIX}{event.seq}", proposed_at=event.at, **dict(said))


def sequence_of(proposal_id: str) -> int | None:
    """The place on the record that an id names; None when it is no proposal's id."""
    number = proposal_id.strip().upper().removeprefix(_PREFIX)
    return int(number) if number.isascii() and number.isdigit() and len(number) < 16 else None
