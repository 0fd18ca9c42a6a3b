"""Where an escalation stands: the fold of its events, in the order they were recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from typing import Any, Literal, cast

from pydantic import BaseModel, ConfigDict

from escalation.assessment import Override
from escalation.evidence import Evidence
from escalation.records import Instant
from escalation.register import events as say
from escalation.register import items, rulings, verdict
from escalation.register import waiting as wait
from escalation.register.actions import CarriedOut
from escalation.register.event_data import EventData
from escalation.register.events import SAYS, Event, What
from escalation.register.lessons import lessons
from escalation.register.promise import Promise
from escalation.register.waiting import ALL, Asked, Changes
from escalation.ruling import Ruling
from escalation.terms import Decision, Language, Severity, Target

__all__ = ["ALL", "OVER", "EscalationState", "Promise", "Status", "after", "fold"]

Status = Literal["open", "acknowledged", "bounced", "in_progress", "de_escalated", "resolved", "closed", "merged"]
OVER: frozenset[Status] = frozenset({"de_escalated", "resolved", "closed", "merged"})
"""Statuses that are an end, and the events that bring it; only `reopened` undoes one."""


class EscalationState(BaseModel):
    """One escalation now. Everything here follows from its events alone; instants are UTC."""

    model_config = ConfigDict(frozen=True)

    id: str
    opened_at: Instant
    opened_by: str
    issue: str
    language: Language | None = None
    status: Status = "open"
    account_ids: tuple[str, ...] = ()
    ticket_ids: tuple[str, ...] = ()
    item_ids: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    reports: int = 1
    """How many times this issue was brought in: once when opened, once for each that joined."""
    decision: Decision | None = None
    severity: Severity | None = None
    target: Target | None = None
    given_at: Instant | None = None
    """Since when it is for this team."""
    overrides: tuple[Override, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    brief: str | None = None
    brief_language: Language | None = None
    brief_sections: dict[str, Any] | None = None
    brief_at: Instant | None = None
    promises: tuple[Promise, ...] = ()
    last_progress_at: Instant | None = None
    last_customer_update_at: Instant | None = None
    snoozed_until: Instant | None = None
    snoozed_why: str | None = None
    bounced_why: str | None = None
    """What the team said when it handed the escalation back; None again once it took it."""
    lacks: tuple[str, ...] = ()
    supplied: tuple[str, ...] | None = None
    """Of what the team lacks, what was found since; None until the escalation was prepared anew."""
    sent: bool = False
    """Whether the team heard of it: by a post or an item of ours, or as it answered."""
    was_with: Target | None = None
    """The team that had it before and is still to be told that another has it."""
    waiting_since: dict[str, Instant] = {}
    """Since when we wait on a customer, by account; ALL = on all of them."""
    asked: dict[str, tuple[Asked, ...]] = {}
    """What customers asked of us since our last word to them, by account; ALL = it is not said who."""
    agreed: dict[str, say.RhythmAgreed] = {}
    """Agreed rhythms by account; ALL = with all of them."""
    needed: dict[str, say.NeededBy] = {}
    """By when a customer needs it, by account; ALL = it was said of nobody in particular."""
    confirmed: tuple[str, ...] = ()
    """Accounts that confirmed the solution; ALL = all of them."""
    told: tuple[str, ...] = ()
    """Accounts that heard from us since it ended; ALL = all of them."""
    merged_into: str | None = None
    ended_at: Instant | None = None
    causes: tuple[str, ...] = ()
    """The confirmed cause in the words of each language that it was recorded in, as first told first."""
    solution: str | None = None
    learned: str | None = None
    improvements: tuple[str, ...] = ()
    """What would keep it from happening again, each as it was put."""
    last_event: Event

    @property
    def cause(self) -> str | None:
        """The confirmed cause as it was first told."""
        return self.causes[0] if self.causes else None

    @property
    def lacking(self) -> tuple[str, ...]:
        """What the team asked for when it handed the escalation back, and nobody has found since."""
        asked = self.lacks or ((self.bounced_why,) if self.bounced_why else ())
        return tuple(lack for lack in asked if lack not in (self.supplied or ()))

    @property
    def is_open(self) -> bool:
        return self.status not in OVER


def fold(events: Iterable[Event]) -> EscalationState | None:
    """The state after these events of one escalation; None when there are none or none opened it.

    Events this version does not know, or cannot read, change nothing but `last_event`.
    """
    return reduce(after, sorted(events, key=lambda event: event.seq), cast("EscalationState | None", None))


def after(state: EscalationState | None, event: Event) -> EscalationState | None:
    """The state after one more event; None until one opened the escalation."""
    said = _said(event)
    if state is None:
        return _opened(event, said) if isinstance(said, say.Opened) else None
    change = _CHANGES.get(cast("What", event.what))
    changes = change(state, event, said) if change and said is not None else {}
    if said is not None:
        changes |= lessons(state, event, said)
    if wait.raised(state.severity, changes.get("severity")):
        changes |= wait.AWAKE
    if (target := changes.get("target")) and target != state.target:
        changes |= {"given_at": event.at, **(wait.elsewhere(state, target) if wait.moved(state, target) else {})}
    return state.model_copy(update={**changes, "last_event": event})


def _said(event: Event) -> EventData | None:
    model = SAYS.get(cast("What", event.what), EventData)
    try:
        return model.model_validate(event.data)
    except ValueError:
        return None


def _opened(event: Event, said: say.Opened) -> EscalationState:
    return EscalationState(
        id=event.escalation_id,
        opened_at=event.at,
        opened_by=event.who,
        issue=said.issue,
        language=said.language,
        account_ids=said.account_ids,
        ticket_ids=said.ticket_ids,
        item_ids=said.item_ids,
        concepts=said.concepts,
        decision=said.decision,
        severity=said.severity,
        target=said.target,
        given_at=event.at if said.target else None,
        last_event=event,
    )


def _assessed(state: EscalationState, _event: Event, said: say.Assessed) -> Changes:
    return rulings.linked(state, said) | verdict.judged(state, said) | wait.prepared_anew(state, said)


def _joined(state: EscalationState, _event: Event, said: say.Joined) -> Changes:
    return rulings.without(rulings.linked(state, said), said.no_longer) | {"reports": state.reports + 1}


def _account_joined(state: EscalationState, _event: Event, said: say.Links) -> Changes:
    return rulings.linked(state, said)


def _evidence(state: EscalationState, _event: Event, said: say.EvidenceAdded) -> Changes:
    known = {evidence.id: evidence for evidence in state.evidence}
    return {"evidence": tuple((known | {evidence.id: evidence for evidence in said.evidence}).values())}


def _brief(_state: EscalationState, event: Event, said: say.BriefWritten) -> Changes:
    return {
        "brief": said.text,
        "brief_language": said.language,
        "brief_sections": said.sections,
        "brief_at": event.at,
    }


def _progress(state: EscalationState, event: Event, _said: EventData) -> Changes:
    taken: Changes = {"status": "in_progress", "was_with": None} if state.is_open else {}
    return {"last_progress_at": event.at, "sent": True} | taken


def _customer_told(state: EscalationState, event: Event, said: say.Told) -> Changes:
    """Whoever hears from us has what "you will hear from us by …" promised them."""
    heard = (
        promise.kept(event.at, said.account_id, state.account_ids)
        if _word_owed(promise) and (said.account_id is None or promise.account_id in (None, said.account_id))
        else promise
        for promise in state.promises
    )
    told = () if state.is_open else tuple(dict.fromkeys((*state.told, said.account_id or ALL)))
    return {
        "last_customer_update_at": event.at,
        "promises": tuple(heard),
        "told": told,
        "asked": wait.answered_by_us(state, said.account_id),
    }


def _word_owed(promise: Promise) -> bool:
    return promise.kind == "update_by" and promise.kept_at is None


def _promised(state: EscalationState, event: Event, said: say.PromiseMade) -> Changes:
    promise = Promise(
        id=said.id,
        text=said.text,
        made_at=said.said_at or event.at,
        account_id=said.account_id,
        due=said.due,
        kind=said.kind,
        owner=event.who if said.owner in (None, "writer", "provider") else said.owner,
    )
    return {"promises": (*(other for other in state.promises if other.id != said.id), promise)}


def _kept(state: EscalationState, event: Event, said: say.PromiseKept) -> Changes:
    at, whom, all_of = said.at or event.at, said.account_id, state.account_ids
    kept = (promise.kept(at, whom, all_of) if promise.id == said.id else promise for promise in state.promises)
    return {"promises": tuple(kept)}


def _moved(state: EscalationState, event: Event, said: say.PromiseMoved) -> Changes:
    moved = (each.moved(said.due, event.at) if each.id == said.id else each for each in state.promises)
    return {"promises": tuple(moved)}


def _becomes(status: Status) -> Callable[[EscalationState, Event, EventData], Changes]:
    """An end, or `reopened`, which undoes one: nothing of the time before is waited for any more."""
    over = status in OVER

    def change(state: EscalationState, event: Event, said: EventData) -> Changes:
        ended: Changes = {
            "status": status,
            "ended_at": event.at if over else None,
            "merged_into": getattr(said, "into", None),
            "told": () if state.is_open or not over else state.told,
            "waiting_since": {},
            **wait.AWAKE,
            **wait.TAKEN,
        }
        return ended if over else ended | {"confirmed": ()}

    return change


def _acted(state: EscalationState, event: Event, said: CarriedOut) -> Changes:
    return items.acted(state, event, said) | wait.sent(state, event, said)


_CHANGES: Mapping[What, Callable[[EscalationState, Event, Any], Changes]] = {
    "assessed": _assessed,
    "joined": _joined,
    "evidence_added": _evidence,
    "brief_written": _brief,
    "overridden": verdict.overridden,
    "acknowledged": wait.taken,
    "bounced": wait.handed_back,
    "progress": _progress,
    "ruled": rulings.ruled,
    "severity_changed": verdict.changed,
    "target_changed": verdict.changed,
    "customer_told": _customer_told,
    "promise_made": _promised,
    "promise_kept": _kept,
    "promise_moved": _moved,
    "account_joined": _account_joined,
    "action_carried_out": _acted,
    "action_renumbered": items.renumbered,
    "snoozed": wait.snoozed,
    "de_escalated": _becomes("de_escalated"),
    "resolved": _becomes("resolved"),
    "closed": _becomes("closed"),
    "merged": _becomes("merged"),
    "reopened": _becomes("open"),
    "waiting_on_customer": wait.waiting,
    "customer_answered": wait.answered,
    "customer_confirmed": wait.confirmed,
    "rhythm_agreed": wait.agreed,
    "needed_by": wait.needed_by,
}
