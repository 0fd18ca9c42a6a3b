"""The fold of decision, severity and target: as assessed, as a person chose, and in agreement with one another.

What support handles, or what waits for answers, has no severity and no team (as `brief --json` says it): they are of escalating.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from escalation.assessment import Override
from escalation.register.events import Event, Judged, Overridden, SeverityChanged, TargetChanged
from escalation.register.waiting import Changes

if TYPE_CHECKING:
    from escalation.register.state import EscalationState

_OF_ESCALATING = ("severity", "target")


def judged(state: EscalationState, said: Judged) -> Changes:
    """A person's choice of severity or target stands until a person changes it; the decision was assessed with theirs."""
    standing = tuple(o for o in state.overrides if o.field != "decision" or said.decision in (None, o.chosen))
    chosen = {override.field for override in standing}
    held = {name for name in _OF_ESCALATING if name in chosen and getattr(state, name) is not None}
    told = {name: getattr(said, name) for name in ("decision", *_OF_ESCALATING) if name not in held}
    known = {name: value for name, value in told.items() if value is not None}
    return _agreeing(state, known | {"overrides": standing})


def overridden(state: EscalationState, event: Event, said: Overridden) -> Changes:
    """Of each field the last choice holds; to choose what is recommended ends it."""
    override = Override(field=said.field, recommended=said.recommended, chosen=said.chosen, reason=event.why or "")
    others = tuple(each for each in state.overrides if each.field != said.field)
    holds = others if said.chosen == said.recommended else (*others, override)
    return _agreeing(state, {"overrides": holds, said.field: said.chosen})


def changed(state: EscalationState, _event: Event, said: SeverityChanged | TargetChanged) -> Changes:
    """A change on record takes the place of what was chosen before it."""
    names = type(said).model_fields
    others = tuple(each for each in state.overrides if each.field not in names)
    return {"overrides": others, **{name: getattr(said, name) for name in names}}


def _agreeing(state: EscalationState, changes: dict[str, Any]) -> Changes:
    if changes.get("decision", state.decision) in (None, "escalate"):
        return changes
    holds = tuple(each for each in changes["overrides"] if each.field not in _OF_ESCALATING)
    return changes | dict.fromkeys(_OF_ESCALATING) | {"overrides": holds}
