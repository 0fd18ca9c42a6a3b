"""The fold of decision, severity and target: as assessed, as a person chose, and in agreement with one another.

What support handles, or what waits for answers, has no severity and no team (as `brief --json` says it): they are of escalating.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from escalation.assessment import Override
from escalation.register.events import Event, Judged, Overridden
from escalation.register.waiting import Changes

if TYPE_CHECKING:
    from escalation.register.state import EscalationState

_OF_ESCALATING = ("severity", "target")


def judged(state: EscalationState, said: Judged) -> Changes:
    """A person's choice of severity or target stands until a person changes it; the decision was assessed with theirs."""
    chosen = {override.field for override in state.overrides}
    held = {name for name in _OF_ESCALATING if name in chosen and getattr(state, name) is not None}
    told = {name: getattr(said, name) for name in ("decision", *_OF_ESCALATING) if name not in held}
    return _agreeing(state, {name: value for name, value in told.items() if value is not None})


def overridden(state: EscalationState, event: Event, said: Overridden) -> Changes:
    """A choice that is only repeated is on record already."""
    override = Override(field=said.field, recommended=said.recommended, chosen=said.chosen, reason=event.why or "")
    others = (each for each in state.overrides if each != override)
    return _agreeing(state, {"overrides": (*others, override), said.field: said.chosen})


def _agreeing(state: EscalationState, changes: dict[str, Any]) -> Changes:
    escalates = changes.get("decision", state.decision) in (None, "escalate")
    return changes if escalates else changes | dict.fromkeys(_OF_ESCALATING)
