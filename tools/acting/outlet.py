"""What a connected system offers so that actions can go there; the embedded workspace is the first of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from escalation.actions.action import Action, ActionKind, Destination
from escalation.policy import Policy
from escalation.ports import Workspace
from escalation.register.state import EscalationState


@dataclass(frozen=True)
class Wanted:
    """Where somebody wants an action to go: `to` in their words, for which escalation, to be read by which account."""

    state: EscalationState
    workspace: Workspace
    policy: Policy
    to: str | None = None
    account_id: str | None = None


@dataclass(frozen=True)
class Receipt:
    """A record as it is read back: its id, and the text that stands in it."""

    id: str
    text: str


class Outlet(Protocol):
    """One kind of action in one system. Any method may raise an `EscalationError`; what it then did is found by `look`."""

    def resolve(self, wanted: Wanted) -> Destination:
        """The one place that is meant. Raises `InvalidInput` or `NotFound` naming what could be meant instead."""
        ...

    def look(self, key: str, action: Action) -> Receipt | None:
        """What was sent under `key` before; None when nothing was. A vendor's own idempotency key, or a marker."""
        ...

    def post(self, key: str, action: Action, who: str, at: datetime) -> None:
        """Sends. Only called after `look` found nothing; where the system can, a second post of a key changes nothing."""
        ...


Outlets = Mapping[ActionKind, Outlet]
