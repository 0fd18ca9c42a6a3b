"""What people chose instead of the recommendation: it holds until it is changed, or ends as what is recommended is named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from escalation.judgement.override import FIELDS, Choice
from escalation.matching.ruled import together
from tools.desk.changes import Changed
from tools.desk.request import Request, from_data
from tools.desk.said import said_at

if TYPE_CHECKING:
    from escalation.assessment import Assessment, Override
    from escalation.register.events import Event
    from escalation.register.state import EscalationState
    from escalation.terms import Severity
    from tools.store.register import Together

Ended = tuple[tuple[str, str, str], ...]
"""Field, what was chosen until now and what is recommended, of choices that are taken back."""

_JUDGED = frozenset({"opened", "assessed"})


def last_request(state: EscalationState, log: Iterable[Event]) -> Request:
    """The request that is judged when somebody comes back, with what was ruled and chosen on record since."""
    events = tuple(log)
    last, recommended = Request(issue=state.issue, language=state.language), None
    for event in events:
        # A later report of somebody else joined; what is judged stays the issue that it joined.
        if "request" in event.data and event.what != "joined":
            last = from_data(event.data["request"])
        if event.what in _JUDGED:
            recommended = event.data.get("severity") or recommended
        elif event.what == "overridden" and event.data.get("field") == "severity":
            recommended = event.data.get("recommended")
        elif event.what == "severity_changed" and (severity := cast("Severity", event.data.get("severity"))):
            again = Choice(severity=severity, reason=event.why or event.what).after(last.choice)
            last = replace(last, choice=without(again, ("severity",)) if severity == recommended else again)
    return replace(last, rulings=together(last.rulings, state.rulings), said=said_at(events))


def settled(found: Assessment, asked: Choice) -> tuple[str, ...]:
    """Fields for which what was asked for now is what is recommended anyway: of them nothing is chosen."""
    overruled = {each.field for each in found.overrides}
    return tuple(n for n in FIELDS if getattr(asked, n) is not None and n not in overruled)


def without(choice: Choice, names: Iterable[str]) -> Choice:
    gone = set(names)
    cleared: dict[str, Any] = dict.fromkeys(gone)
    return replace(choice, **cleared, reasons={n: why for n, why in choice.reasons.items() if n not in gone})


def kept(request: Request, asked: Choice, found: Assessment) -> Request:
    """The request as it goes on record."""
    return replace(request, choice=without(request.choice, settled(found, asked)))


def ended(state: EscalationState, asked: Choice, found: Assessment) -> Ended:
    """Where what is recommended is what was asked for."""
    values = ((n, getattr(state, n), getattr(found, n)) for n in settled(found, asked))
    chosen = {each.field for each in state.overrides}
    return tuple((n, str(was or now), now) for n, was, now in values if n in chosen or was not in (None, now))


def new_to(state: EscalationState, found: Assessment) -> tuple[Override, ...]:
    """Of what another report of it departs from, that of which nothing is chosen there."""
    held = {each.field for each in state.overrides}
    return tuple(each for each in found.overrides if each.field not in held)


def record_ended(record: Together, of: Ended, request: Request, found: Assessment) -> None:
    who = request.reporter or "reporter"
    for name, _, now in of:
        data = {"field": name, "recommended": now, "chosen": now}
        record.append("overridden", who=who, at=found.at, why=request.choice.reason, data=data)


def with_ended(changed: Changed | None, of: Ended) -> Changed | None:
    return replace(changed or Changed(), ended=of) if of else changed
