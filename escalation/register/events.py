"""The register's words: what can happen to an escalation, and what each kind of event says (invariant 7)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

from escalation.evidence import Evidence
from escalation.records import Instant
from escalation.register import actions as act
from escalation.register.event_data import EventData
from escalation.ruling import Ruled as Ruleable
from escalation.ruling import named_as_now
from escalation.terms import Clock, Decision, Language, Severity, Target

What = Literal[
    "opened",
    "assessed",
    "joined",
    "merged",
    "evidence_added",
    "brief_written",
    "overridden",
    "acknowledged",
    "bounced",
    "progress",
    "severity_changed",
    "target_changed",
    "customer_told",
    "promise_made",
    "promise_kept",
    "promise_moved",
    "account_joined",
    "action_proposed",
    "action_carried_out",
    "action_approved",
    "action_not_confirmed",
    "action_stopped",
    "action_renumbered",
    "snoozed",
    "de_escalated",
    "resolved",
    "closed",
    "reopened",
    "waiting_on_customer",
    "customer_answered",
    "customer_confirmed",
    "rhythm_agreed",
    "reminded",
    "ruled",
    "needed_by",
]
"""Everything that can be put on the record. New work adds words here; none is ever taken away."""

WHATS: tuple[What, ...] = get_args(What)


class Event(BaseModel):
    """One line of the record: who did what, when, why. `seq` is the order of all events of a store."""

    model_config = ConfigDict(frozen=True)

    seq: int
    escalation_id: str
    at: Instant
    who: str
    what: str
    """One of `WHATS`; or a word of a newer version, which the fold passes over."""
    why: str | None = None
    data: dict[str, Any] = Field(default_factory=dict[str, Any])


class Links(EventData):
    """What ties an escalation to the records: ids, and concepts of the issue's words."""

    account_ids: tuple[str, ...] = ()
    ticket_ids: tuple[str, ...] = ()
    item_ids: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()


class Judged(Links):
    """An assessment's outcome, as recommended or chosen at that moment; None = not decided."""

    decision: Decision | None = None
    severity: Severity | None = None
    target: Target | None = None


class Assessed(Judged):
    """Judged again; `supplied`: of what the team lacked when it handed the escalation back, what was found since."""

    supplied: tuple[str, ...] = ()


class Opened(Judged):
    """The first event of every escalation: the issue as typed."""

    issue: str
    language: Language | None = None


class Joined(Links):
    """Another report of the same issue; `new` are customers that it was the first to bring, `merged` the escalation of its own
    that it had; `no_longer`: what turned out to be another matter."""

    issue: str = ""
    no_longer: Links = Links()
    new: tuple[str, ...] = ()
    merged: str | None = None


class Merged(EventData):
    """One issue, one escalation: it goes on under another one."""

    into: str


class EvidenceAdded(EventData):
    evidence: tuple[Evidence, ...]


class BriefWritten(EventData):
    """The brief as rendered (`text`, markdown) and, when known, the sections it was rendered from."""

    text: str
    language: Language | None = None
    sections: dict[str, Any] | None = None


class Overridden(EventData):
    """A departure from the recommendation; the reason is the event's `why`."""

    field: Literal["decision", "severity", "target"]
    recommended: str | None = None
    chosen: str


class Ruled(EventData):
    """Somebody read a record and found that it belongs to this very issue, or does not (`escalation.ruling.Ruling`); the reason
    is the event's `why`.

    `no_longer` are tickets and customers that count no more by it.
    """

    record_id: str
    same: bool
    source: Ruleable = "tickets"
    related: bool = False
    no_longer: Links = Links()

    _before = model_validator(mode="before")(named_as_now)


class SeverityChanged(EventData):
    severity: Severity


class TargetChanged(EventData):
    target: Target


class Told(EventData):
    """A customer heard from us, or the team reported: the words, and whom they concern."""

    text: str = ""
    account_id: str | None = None
    cause: str | None = None
    done: tuple[str, ...] = ()
    """Steps of an ending that are done (`following.steps`)."""


class PromiseMade(EventData):
    """`id` is given by whoever records it and is what `promise_kept` names; `due` is None when no time was promised."""

    id: str
    text: str
    account_id: str | None = None
    due: Instant | None = None
    said_at: Instant | None = None
    """When the customer read it, where that was before it came on record."""
    kind: str | None = None
    """What is promised (`promises.found.PromiseKind`), when it was read from a text."""
    owner: str | None = None
    """The team or role that the text names; "writer" and "provider" are whoever made it."""


class PromiseKept(EventData):
    """`at` is when it was done, where that was before it came on record. `account_id`: only for this customer of several."""

    id: str
    at: Instant | None = None
    account_id: str | None = None


class PromiseMoved(EventData):
    """A promise with a new time, agreed with the customer."""

    id: str
    due: Instant


class NeededBy(EventData):
    """By when a customer needs it, as they or the reporter said it (`text`); a later one takes the place of the one before."""

    due: Instant
    account_id: str | None = None
    text: str = ""


class Bounced(EventData):
    """The team handed it back: the reason is the event's `why`; `lacks` are items of its readiness list."""

    lacks: tuple[str, ...] = ()


class WithCustomer(EventData):
    """We wait for a customer's answer, have it, or they confirm the solution; without an account it is said of all."""

    account_id: str | None = None
    text: str = ""


class RhythmAgreed(EventData):
    """A rhythm agreed with a customer (all of them without an account), in hours; it takes the place of the one before.

    None = no agreement for that clock: contract or policy count again. `around_the_clock`: nights and holidays too.
    """

    internal_hours: float | None = Field(default=None, gt=0, le=24 * 366)
    customer_hours: float | None = Field(default=None, gt=0, le=24 * 366)
    around_the_clock: bool = False
    account_id: str | None = None


class Reminded(EventData):
    """Somebody was reminded of a due time that had passed: which clock, of whom or what, and the time it was about."""

    clock: Clock
    due_at: Instant
    account_id: str | None = None
    subject: str | None = None
    """The ticket or promise it is about, for clocks that run for one."""


class Snoozed(EventData):
    until: Instant


class Learned(EventData):
    """An ending: how it was resolved, what was learned, what would keep it from happening again, which steps are done."""

    text: str = ""
    cause: str | None = None
    learned: str | None = None
    improvement: str | None = None
    done: tuple[str, ...] = ()


SAYS: Mapping[What, type[EventData]] = {
    "opened": Opened,
    "assessed": Assessed,
    "joined": Joined,
    "merged": Merged,
    "evidence_added": EvidenceAdded,
    "brief_written": BriefWritten,
    "overridden": Overridden,
    "ruled": Ruled,
    "bounced": Bounced,
    "severity_changed": SeverityChanged,
    "target_changed": TargetChanged,
    "progress": Told,
    "customer_told": Told,
    "promise_made": PromiseMade,
    "promise_kept": PromiseKept,
    "promise_moved": PromiseMoved,
    "account_joined": Links,
    "snoozed": Snoozed,
    "de_escalated": Learned,
    "resolved": Learned,
    "closed": Learned,
    "waiting_on_customer": WithCustomer,
    "customer_answered": WithCustomer,
    "customer_confirmed": WithCustomer,
    "rhythm_agreed": RhythmAgreed,
    "reminded": Reminded,
    "needed_by": NeededBy,
    "action_proposed": act.Proposed,
    "action_approved": act.Approved,
    "action_not_confirmed": act.OfProposal,
    "action_carried_out": act.CarriedOut,
    "action_stopped": act.Stopped,
    "action_renumbered": act.Renumbered,
}
"""What the data of each event must hold; words missing here carry free data."""
