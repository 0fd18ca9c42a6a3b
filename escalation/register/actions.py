"""What the record says of actions: proposed, not confirmed, approved, carried out, stopped; and where one went since."""

from __future__ import annotations

from typing import Any

from escalation.actions.action import Action
from escalation.records import Instant
from escalation.register.event_data import EventData


class Proposed(EventData):
    """The exact action, its hash, and until when it may be carried out. `approved_by` cleared the promises in it."""

    action: Action
    hash: str
    expires_at: Instant
    approved_by: str | None = None
    promises: tuple[dict[str, Any], ...] = ()


class OfProposal(EventData):
    """Names the proposal that an event is about, by id and hash."""

    proposal: str
    hash: str


class Approved(OfProposal):
    """Somebody said yes to exactly this; `how`: "form" (asked by the host) or "told" (the caller names who agreed)."""

    confirmed_by: str
    how: str


class CarriedOut(OfProposal):
    """Sent and read back. `receipt` is the id of the record that it became, `item_ids` tracker items now linked."""

    kind: str
    receipt: str
    item_ids: tuple[str, ...] = ()


class Stopped(OfProposal):
    """Approved, and then not sent: what it was approved for is no longer so. The reason is the event's `why`."""


class Renumbered(OfProposal):
    """The record that an action became goes by another id since: an import took the one that it had (`was`)."""

    kind: str
    was: str
    now: str
