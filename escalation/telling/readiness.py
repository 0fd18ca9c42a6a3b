"""Is the brief ready for its target? The "must include" checklist of domain.md §4, item by item."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from escalation.assessment import Communication, ReadinessItem, Reproduction
from escalation.judgement.answers import SENT_BACK
from escalation.judgement.case import Case
from escalation.judgement.errors_shown import errors_in, message_quoted, wrong_without_error
from escalation.judgement.facts import arr_at_risk
from escalation.matters import FeatureDemand, Incident, TimelineEntry, TriedStep
from escalation.register.state import EscalationState
from escalation.signals import READINESS
from escalation.telling.questions import FOR_MISSING
from escalation.terms import Target


@dataclass(frozen=True)
class Parts:
    """What has been put together for the brief, for the checklist to look at."""

    case: Case
    tried: tuple[TriedStep, ...]
    reproduction: Reproduction | None
    communication: Communication
    demand: FeatureDemand | None
    has_deadline: bool
    incident: Incident | None = None
    timeline: tuple[TimelineEntry, ...] = ()
    tracked: bool = False
    """An open bug of this very fault is on the tracker."""
    noted: bool = False
    """Colleagues noted on the records what they found out."""
    asked_of_leaders: bool = False
    """The records say what leaders are to decide, besides who answers."""


def _known(parts: Parts, *answers: str) -> bool:
    return any(parts.case.answers.get(a) for a in answers)


_CONSTANT = re.compile(r"(?<![\w-])[A-Z][A-Z0-9]+(?:_[A-Z0-9]+){2,}(?![\w-])")
"""A code of three parts in capitals ("RECUR_DUP_KEY") is what a program calls its error: no message is asked for beside it."""


CHECKS: dict[str, Callable[[Parts], bool]] = {
    "ticket_summary": lambda p: bool(p.case.tickets),
    # Leaders read in the timeline what we did.
    "steps_tried": lambda p: bool(p.tried) or p.noted or any(entry.who in {"support", "note"} for entry in p.timeline),
    "customer_context": lambda p: bool(p.case.affected or p.case.context.named),
    # Nobody lists steps for what we brought about ourselves, or for what is confirmed: when it shows is told then.
    "reproduction_steps": lambda p: bool(
        p.reproduction
        and (
            p.reproduction.steps or (p.reproduction.shown and (p.tracked or any(s.ours for s in p.reproduction.shown)))
        )
    ),
    "environment": lambda p: bool(p.reproduction and p.reproduction.environment),
    "error_evidence": lambda p: bool(
        p.case.issue.error_strings
        or any(s.profile.errors for s in p.case.matched)
        or any(map(errors_in, p.case.pieces))
        or any(_CONSTANT.search(f"{t.subject}\n{t.description}") for t in p.case.tickets)
        or _known(p, "error_text")
        or message_quoted(p.case.tickets)
        # Rows that are missing raise no error: what came instead of the expected is the evidence.
        or (p.reproduction and p.reproduction.expected and p.reproduction.actual)
        or (p.reproduction and p.reproduction.actual and wrong_without_error(p.case.tickets))
    ),
    "business_impact": lambda p: p.case.customer_count > 0 and arr_at_risk(p.case) is not None,
    "customer_timeline": lambda p: bool(p.case.tickets),
    "use_case": lambda p: bool(p.demand and (p.demand.use_case or p.demand.wished_workflow)),
    "request_frequency": lambda p: bool(p.demand and p.demand.requests),
    "competitive_pressure": lambda p: bool(p.demand and p.demand.competitors) or _known(p, "competitors"),
    "observed": lambda p: True,
    "who_is_affected": lambda p: bool(p.case.affected or p.case.context.named),
    "containment": lambda p: (
        _known(p, "containment")
        or (p.incident is not None and (bool(p.incident.contained) or p.incident.kind == "compliance"))
    ),
    "urgency": lambda p: True,
    "business_context": lambda p: bool(p.case.affected or p.case.context.named),
    "revenue_at_risk": lambda p: arr_at_risk(p.case) is not None,
    "decision_needed": lambda p: (
        _known(p, "decision_needed") or p.asked_of_leaders or bool(p.communication.expectation)
    ),
    "deadline": lambda p: p.has_deadline or _known(p, "deadline"),
}


def readiness_of(target: Target, parts: Parts) -> tuple[ReadinessItem, ...]:
    return tuple(ReadinessItem(item=item, present=CHECKS[item](parts)) for item in READINESS[target])


def handed_back(
    readiness: tuple[ReadinessItem, ...], state: EscalationState, answered: AbstractSet[str] = frozenset()
) -> tuple[ReadinessItem, ...]:
    """The list of a team that handed the escalation back: what it said is lacking is missing, whatever the records hold, but
    for what was `answered` since: an item of the list by its question's id, anything else by the team's own words."""
    if state.bounced_why is None:
        return readiness
    there, items = {item.item for item in readiness if item.present}, {item.item for item in readiness}

    def settled(lack: str) -> bool:
        asked = FOR_MISSING.get(lack, (lack, ()))[0]
        return f"{SENT_BACK}{lack}" in answered or (lack in there and not {lack, asked}.isdisjoint(answered))

    lacks = {lack: settled(lack) for lack in state.lacks or (state.bounced_why,)}
    kept = (item for item in readiness if item.item not in lacks or (lacks[item.item] and item.item in items))
    said = (ReadinessItem(item=lack, present=done) for lack, done in lacks.items() if not (done and lack in items))
    return (*said, *kept)
