"""The fold of what actions do to an escalation's tracker items: linked, and kept in sight when an import takes their id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from escalation.register.actions import CarriedOut, Renumbered
from escalation.register.events import Event
from escalation.register.waiting import Changes

if TYPE_CHECKING:
    from escalation.register.state import EscalationState


def acted(state: EscalationState, _event: Event, said: CarriedOut) -> Changes:
    return {"item_ids": tuple(dict.fromkeys((*state.item_ids, *said.item_ids)))}


def renumbered(state: EscalationState, _event: Event, said: Renumbered) -> Changes:
    if said.kind != "create_tracker_item":
        return {}
    return {"item_ids": tuple(dict.fromkeys(said.now if id == said.was else id for id in state.item_ids))}
