"""Whether a team has an escalation: nobody is told that it was passed on before anything was."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from escalation.register.events import Event
    from escalation.register.state import EscalationState

_TAKEN = frozenset({"acknowledged", "bounced", "progress"})
_SENT = frozenset({"post_to_channel", "create_tracker_item", "link_tracker_item"})


def handed(state: EscalationState, log: Iterable[Event]) -> bool:
    """Posted or filed by us, answered by the team, or worked on in an item that the tracker has for it."""
    if state.item_ids:
        return True
    return any(e.what in _TAKEN or (e.what == "action_carried_out" and e.data.get("kind") in _SENT) for e in log)
