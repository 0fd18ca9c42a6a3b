"""What an ending takes (domain.md §8), step by step: done or visibly not done, worked out from the record alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, cast

from escalation.register.events import Event
from escalation.register.state import ALL, OVER, EscalationState, Promise, Status
from escalation.terms import Target

StepId = Literal[
    "team_told",
    "resolution_on_ticket",
    "customers_told",
    "cause_recorded",
    "learned_recorded",
    "satisfaction_confirmed",
    "improvement_named",
    "article_drafted",
    "promises_kept",
]
ENDING: tuple[StepId, ...] = (
    "team_told",
    "resolution_on_ticket",
    "customers_told",
    "cause_recorded",
    "learned_recorded",
    "promises_kept",
)
CLOSING: tuple[StepId, ...] = ("satisfaction_confirmed", "resolution_on_ticket", "improvement_named", "article_drafted")

STEPS: Mapping[Status, tuple[StepId, ...]] = {
    "de_escalated": ENDING,
    "resolved": tuple(dict.fromkeys((*ENDING, *CLOSING))),
    "closed": tuple(dict.fromkeys((*ENDING, *CLOSING))),
}
"""Of each ending; an open escalation has none."""

_ACTS: Mapping[StepId, frozenset[str]] = {
    "team_told": frozenset({"post_to_channel"}),
    "resolution_on_ticket": frozenset({"reply_to_customer"}),
    "article_drafted": frozenset({"draft_article", "publish_article"}),
}
"""Which action, carried out after the end, does a step."""


@dataclass(frozen=True)
class Step:
    """`by` is the event that did it; `accounts` are the customers it is still missing for, `promises` those still owed.
    `needless`: there is nothing to do."""

    id: StepId
    by: Event | None = None
    accounts: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = ()
    needless: bool = False

    @property
    def done(self) -> bool:
        return self.by is not None or self.needless


def steps(state: EscalationState, log: Iterable[Event]) -> tuple[Step, ...]:
    """The steps of the ending an escalation has come to, in their order; none while it is open."""
    return steps_of(state.status, state, log)


def steps_of(status: Status, state: EscalationState, log: Iterable[Event]) -> tuple[Step, ...]:
    """The steps that an ending with this status takes, as far as they are done."""
    whole = _since_reopened(sorted(log, key=lambda event: event.seq))
    ended = _since_the_end(whole)
    found = (
        _or_elsewhere(_CHECKS.get(id_, _marked)(id_, state, whole if id_ in _BEFORE_TOO else ended), state, ended)
        for id_ in STEPS.get(status, ())
    )
    idle = _OF_A_FAULT if state.target == "product" else frozenset[StepId]()
    return tuple(step for step in found if not step.needless and (step.id not in idle or step.done))


_OF_A_FAULT: frozenset[StepId] = frozenset({"cause_recorded", "article_drafted"})
"""A wish has no root cause, and what was decided about it is no known issue."""

_BEFORE_TOO: frozenset[StepId] = frozenset({"cause_recorded", "promises_kept"})
"""What may be done before the end: a cause is often known before its fix has shipped."""


def _since_reopened(log: Iterable[Event]) -> list[Event]:
    """Events after the last reopening; all when there was none. What came back was not caused by what was mended."""
    kept: list[Event] = []
    for event in log:
        kept = [] if event.what == "reopened" else [*kept, event]
    return kept


def _since_the_end(log: Iterable[Event]) -> list[Event]:
    """Events from the first ending on."""
    kept: list[Event] = []
    for event in log:
        if kept or event.what in OVER:
            kept.append(event)
    return kept


def _marked(id_: StepId, _state: EscalationState, ended: Sequence[Event]) -> Step:
    """Done by an action of ours, or said to be done."""
    return Step(id_, next((event for event in ended if _does(event, id_)), None))


_TEAMS: Mapping[Target, tuple[str, ...]] = {
    "l2": ("l2", "二线"),
    "engineering": ("engineering", "技术团队", "工程团队", "研发"),
    "product": ("product", "产品"),
    "security": ("security", "安全"),
    "leadership": ("leadership", "领导"),
}
"""How somebody who records an ending names the team that they are of."""


def _team_told(id_: StepId, state: EscalationState, ended: Sequence[Event]) -> Step:
    """A team that recorded the end itself knows of it."""
    marked = _marked(id_, state, ended)
    own = _TEAMS[state.target] if state.target else ()
    theirs = (e for e in ended if e.what in OVER and any(name in e.who.casefold() for name in own))
    return marked if marked.done else Step(id_, next(theirs, None))


def _or_elsewhere(step: Step, state: EscalationState, ended: Sequence[Event]) -> Step:
    """A step that somebody named as done elsewhere is done, as closing takes it; a promise is kept one by one."""
    if step.done or step.id == "promises_kept":
        return step
    marked = _marked(step.id, state, ended)
    return marked if marked.done else step


def _does(event: Event, id_: StepId) -> bool:
    said = event.data.get("done")
    if isinstance(said, list | tuple) and id_ in cast("Sequence[object]", said):
        return True
    return event.what == "action_carried_out" and event.data.get("kind") in _ACTS.get(id_, frozenset())


def _customers_told(id_: StepId, state: EscalationState, ended: Sequence[Event]) -> Step:
    return _of_everyone(id_, "customer_told", state, ended)


def _satisfied(id_: StepId, state: EscalationState, ended: Sequence[Event]) -> Step:
    return _of_everyone(id_, "customer_confirmed", state, ended)


def _of_everyone(id_: StepId, what: str, state: EscalationState, ended: Sequence[Event]) -> Step:
    """Done by the event after which no customer is left; one without an account is said of all."""
    left: set[str] = set(state.account_ids or (ALL,))
    for event in ended:
        if event.what == what:
            account = event.data.get("account_id")
            left = left - {account} if account else set[str]()
            if not left:
                return Step(id_, event)
    return Step(id_, accounts=tuple(account for account in state.account_ids if account in left))


def _promises_kept(id_: StepId, state: EscalationState, log: Sequence[Event]) -> Step:
    """Closing ends no promise: it was the customer who was promised."""
    owed = tuple(promise for promise in state.promises if promise.kept_at is None)
    last = next((event for event in reversed(log) if event.what == "promise_kept"), None)
    return Step(id_, None if owed else last, promises=owed, needless=not owed and last is None)


def _says(field: str) -> Callable[[StepId, EscalationState, Sequence[Event]], Step]:
    def check(id_: StepId, _state: EscalationState, ended: Sequence[Event]) -> Step:
        return Step(id_, next((event for event in ended if event.data.get(field)), None))

    return check


_CHECKS: Mapping[StepId, Callable[[StepId, EscalationState, Sequence[Event]], Step]] = {
    "team_told": _team_told,
    "customers_told": _customers_told,
    "satisfaction_confirmed": _satisfied,
    "cause_recorded": _says("cause"),
    "learned_recorded": _says("learned"),
    "improvement_named": _says("improvement"),
    "promises_kept": _promises_kept,
}
