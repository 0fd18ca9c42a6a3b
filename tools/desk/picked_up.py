"""By when Security must have taken a matter: counted from when it was given it, and no longer once it has it."""

from __future__ import annotations

from datetime import datetime, timedelta

from escalation.assessment import Assessment, Finding
from escalation.policy import Policy
from escalation.register.state import EscalationState

TAKEN = frozenset({"acknowledged", "in_progress"})


def picked_up(found: Assessment, state: EscalationState, policy: Policy) -> Assessment:
    """The assessment by what the record says of that; the judgement alone only knows the moment at which it is asked."""
    given = state.given_at
    if not (found.target == state.target == "security") or given is None or found.severity is None:
        return found
    if found.deadline_why is None or (found.deadline_why.signal != "deadline_policy" and _a_duty(found)):
        return found
    if found.incident is not None and found.incident.taken_by is not None:
        return found
    if state.status in TAKEN:
        incident = found.incident.model_copy(update={"taken": True}) if found.incident else None
        return _until(found, *_theirs(found)).model_copy(update={"incident": incident})
    hours = policy.cadence[found.severity].internal.elapsed_hours
    at = given + timedelta(hours=hours)
    why = Finding(signal="deadline_policy", values={"hours": hours, "passed": at <= found.at})
    named = [(when, reason) for when, reason in (_theirs(found),) if when and reason]
    return _until(found, *min([(at, why), *named], key=lambda one: one[0]))


def _a_duty(found: Assessment) -> bool:
    """What an authority or a law asks for has a day of its own."""
    return found.incident is not None and found.incident.kind == "compliance"


def _theirs(found: Assessment) -> tuple[datetime | None, Finding | None]:
    """What a customer named, still ahead: told already, or put off by our own time."""
    if found.deadline_why and found.deadline_why.signal != "deadline_policy":
        return found.deadline, found.deadline_why
    wish = found.communication.expectation_deadline
    if wish is None or wish <= found.at:
        return None, None
    evidence = found.communication.evidence[-2:]
    return wish, Finding(signal="deadline_customer", values={"account": None}, evidence=evidence)


def _until(found: Assessment, at: datetime | None, why: Finding | None) -> Assessment:
    return found.model_copy(update={"deadline": at, "deadline_why": why})
