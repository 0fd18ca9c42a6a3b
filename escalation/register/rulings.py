"""The fold of what ties an escalation to the records, and of what was ruled by hand on single records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from escalation.register.events import Event, Links, Ruled
from escalation.register.waiting import Changes
from escalation.ruling import Ruling

if TYPE_CHECKING:
    from escalation.register.state import EscalationState

_RULED = ("account_ids", "ticket_ids", "item_ids")
_NAMES = (*_RULED, "concepts")


def linked(state: EscalationState, said: Links) -> Changes:
    """What an event ties to it, but for records that were ruled to be of another issue."""
    apart = {ruling.record_id for ruling in state.rulings if not ruling.same}
    return {
        name: tuple(i for i in dict.fromkeys((*getattr(state, name), *getattr(said, name))) if i not in apart)
        for name in _NAMES
    }


def without(links: Changes, gone: Links) -> Changes:
    """The links but for those that are `gone`."""
    lost = {*gone.ticket_ids, *gone.account_ids}
    return links | {name: tuple(i for i in links[name] if i not in lost) for name in _RULED} if lost else links


def ruled(state: EscalationState, event: Event, said: Ruled) -> Changes:
    """A later ruling on the same record takes the place of the one before."""
    ruling = Ruling(
        record_id=said.record_id, same=said.same, related=said.related, reason=event.why or "", who=event.who,
        source=said.source,
    )  # fmt: skip
    others = (each for each in state.rulings if each.record_id != said.record_id)
    gone = {*said.no_longer.ticket_ids, *said.no_longer.account_ids, *(() if said.same else (said.record_id,))}
    left = {name: tuple(i for i in getattr(state, name) if i not in gone) for name in _RULED}
    return {"rulings": (*others, ruling), **left}
