"""The fold of what ties an escalation to the records, and of what was ruled by hand on single tickets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from escalation.assessment import Ruling
from escalation.register.events import Event, Links, Ruled
from escalation.register.waiting import Changes

if TYPE_CHECKING:
    from escalation.register.state import EscalationState

_NAMES = ("account_ids", "ticket_ids", "item_ids", "concepts")


def linked(state: EscalationState, said: Links) -> Changes:
    """What an event ties to it, but for tickets that were ruled to be another issue."""
    apart = {ruling.ticket_id for ruling in state.rulings if not ruling.same}
    return {
        name: tuple(i for i in dict.fromkeys((*getattr(state, name), *getattr(said, name))) if i not in apart)
        for name in _NAMES
    }


def ruled(state: EscalationState, event: Event, said: Ruled) -> Changes:
    """A later ruling on the same ticket takes the place of the one before."""
    ruling = Ruling(ticket_id=said.ticket_id, same=said.same, reason=event.why or "", who=event.who)
    others = (each for each in state.rulings if each.ticket_id != said.ticket_id)
    gone = {*said.no_longer.ticket_ids, *said.no_longer.account_ids, *(() if said.same else (said.ticket_id,))}
    left = {name: tuple(i for i in getattr(state, name) if i not in gone) for name in ("account_ids", "ticket_ids")}
    return {"rulings": (*others, ruling), **left}
