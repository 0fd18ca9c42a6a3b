"""A report that joins is of the matter it joins: its brief is no less severe than what both clocks run by."""

from __future__ import annotations

from escalation.assessment import Assessment, Reason, Value
from escalation.register.state import EscalationState
from escalation.terms import SEVERITIES


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
