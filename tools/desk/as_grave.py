"""A report that joins is of the matter it joins: its brief is no less severe than what both clocks run by, nor graver."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from escalation.assessment import Assessment, Finding, Reason, Value
from escalation.register.events import Event
from escalation.register.state import EscalationState
from escalation.terms import SEVERITIES
from prompts.statements import say
from tools.desk.adopting import Adopted


def as_grave(found: Assessment, state: EscalationState) -> Assessment:
    """`found` with the severity on record where that is the graver, and a reason that says what this report alone would be.

    What a person chose now for this report stays.
    """
    held, alone = state.severity, found.severity
    if held is None or alone is None or any(each.field == "severity" for each in found.overrides):
        return found
    if SEVERITIES.index(held) >= SEVERITIES.index(alone):
        return found
    values: dict[str, Value] = {"escalation": state.id, "held": held, "alone": alone}
    reason = Reason(criterion="impact", stance="for", signal="severity_on_record", values=values)
    return found.model_copy(update={"severity": held, "reasons": (*found.reasons, reason)})


def raised(found: Assessment, state: EscalationState, log: Iterable[Event], who: str) -> Iterator[Adopted]:
    """The change of severity that goes on record where what joins makes the matter graver than it stands there.

    None where a person chose the severity, now or before: what differs from that is told, and theirs to change.
    """
    held, now = state.severity, found.severity
    if held is None or now is None or SEVERITIES.index(now) >= SEVERITIES.index(held):
        return
    if any(each.field == "severity" for each in (*state.overrides, *found.overrides)) or _chosen(log):
        return
    why = Finding(signal="report_graver", values={"words": found.issue.summary})
    data = {"severity": now, "by_report": True}
    yield Adopted("severity_changed", who, data, say(why, state.language or found.issue.language))


def _chosen(log: Iterable[Event]) -> bool:
    """Whether the last that was said of the severity on record was a person's choice."""
    chosen = False
    for event in log:
        if event.what == "overridden" and event.data.get("field") == "severity":
            chosen = event.data.get("chosen") != event.data.get("recommended")
        elif event.what == "severity_changed":
            chosen = not event.data.get("by_report")
    return chosen
