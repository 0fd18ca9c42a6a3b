"""Changes that hold or move the clocks: whose answer we wait for, what was agreed, put off, handed back or taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict

from escalation.reading.chasing import wants_answer
from escalation.records import Instant
from escalation.register import events as say
from escalation.register.actions import CarriedOut
from escalation.register.event_data import EventData
from escalation.register.events import Event
from escalation.terms import SEVERITIES, Severity, Target

if TYPE_CHECKING:
    from escalation.register.state import EscalationState

Changes = dict[str, Any]

ALL = ""
"""Stands for every affected customer where something is kept by account."""

AWAKE: Changes = {"snoozed_until": None, "snoozed_why": None}
"""What was put off because little was at stake is not put off when more is."""


def raised(before: Severity | None, now: Severity | None) -> bool:
    return before is not None and now is not None and SEVERITIES.index(now) < SEVERITIES.index(before)


def moved(state: EscalationState, now: Target | None) -> bool:
    """Whether another team is to have what is still open."""
    return state.is_open and state.target is not None and now is not None and now != state.target


def elsewhere(state: EscalationState, now: Target) -> Changes:
    """The new team has not heard of it, and whatever the old one said or lacked binds nobody; who had it is to be told."""
    had = state.target if state.sent else state.was_with
    return {"status": "open", "sent": False, "was_with": None if had == now else had, **TAKEN}


def snoozed(_state: EscalationState, event: Event, said: say.Snoozed) -> Changes:
    return {"snoozed_until": said.until, "snoozed_why": event.why}


def waiting(state: EscalationState, event: Event, said: say.WithCustomer) -> Changes:
    return {"waiting_since": state.waiting_since | {said.account_id or ALL: event.at}} if state.is_open else {}


class Asked(BaseModel):
    """One question of a customer, in the words that were put on record."""

    model_config = ConfigDict(frozen=True)

    at: Instant
    text: str


def answered(state: EscalationState, event: Event, said: say.WithCustomer) -> Changes:
    """What they write ends our waiting; what it asks is owed an answer."""
    asked: Changes = {}
    if wants_answer(said.text):
        whose = said.account_id or ALL
        asked = {"asked": state.asked | {whose: (*state.asked.get(whose, ()), Asked(at=event.at, text=said.text))}}
    return _waited_for(state, said) | asked


def answered_by_us(state: EscalationState, account_id: str | None) -> dict[str, tuple[Asked, ...]]:
    """What is still unanswered after a word to this customer, or to all of them. Who asked without a name is anybody."""
    kept = state.asked if account_id else {}
    return {whose: asked for whose, asked in kept.items() if whose not in (account_id, ALL)}


def _waited_for(state: EscalationState, said: say.WithCustomer) -> Changes:
    if said.account_id is None:
        return {"waiting_since": {}}
    waiting = dict(state.waiting_since)
    if (since := waiting.pop(ALL, None)) is not None:  # one of all has answered: the others have not
        waiting = dict.fromkeys(state.account_ids, since) | waiting
    return {"waiting_since": {account: since for account, since in waiting.items() if account != said.account_id}}


def confirmed(state: EscalationState, _event: Event, said: say.WithCustomer) -> Changes:
    return {"confirmed": tuple(dict.fromkeys((*state.confirmed, said.account_id or ALL)))}


def agreed(state: EscalationState, _event: Event, said: say.RhythmAgreed) -> Changes:
    if said.account_id is None:
        return {"agreed": {ALL: said}}
    return {"agreed": state.agreed | {said.account_id: said}}


def needed_by(state: EscalationState, _event: Event, said: say.NeededBy) -> Changes:
    return {"needed": state.needed | {said.account_id or ALL: said}}


def handed_back(state: EscalationState, event: Event, said: say.Bounced) -> Changes:
    back: Changes = {"status": "bounced", "bounced_why": event.why, "lacks": said.lacks, "supplied": None}
    return back | {"sent": True} if state.is_open else {"sent": True}


TAKEN: Changes = {"bounced_why": None, "lacks": (), "supplied": None}


def taken(state: EscalationState, _event: Event, _said: EventData) -> Changes:
    return {"status": "acknowledged", "sent": True, "was_with": None, **TAKEN} if state.is_open else {"sent": True}


def prepared_anew(state: EscalationState, said: say.Assessed) -> Changes:
    return {"supplied": said.supplied} if state.status == "bounced" else {}


TO_THE_TEAM = frozenset({"post_to_channel", "create_tracker_item", "link_tracker_item"})


def is_sent_now(before: EscalationState | None, event: Event) -> bool:
    """Whether the team gets it by this event, for the first time or again after it handed it back: from then on it is asked."""
    if event.what != "action_carried_out" or event.data.get("kind") not in TO_THE_TEAM or before is None:
        return False
    return not before.sent or (before.status == "bounced" and bool(before.supplied))


def sent(state: EscalationState, _event: Event, said: CarriedOut) -> Changes:
    """Sent to the team. With something of what it lacked, it is the team's move again."""
    if said.kind not in TO_THE_TEAM:
        return {}
    again: Changes = {"status": "open"} if state.status == "bounced" and state.supplied else {}
    told: Changes = {"was_with": None} if state.sent else {}  # the second post is to whoever had it before
    return {"sent": True} | again | told
