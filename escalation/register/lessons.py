"""Changes that an escalation leaves behind: its root cause, how it was solved, what was learned, what would prevent it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from escalation.register.event_data import EventData
from escalation.register.events import Event
from escalation.register.waiting import Changes

if TYPE_CHECKING:
    from escalation.register.state import EscalationState

_SOLVES = frozenset({"resolved", "de_escalated"})


def lessons(state: EscalationState, event: Event, said: EventData) -> Changes:
    """What any event says of them: a cause may be found before the fix, an improvement named after it."""
    if event.what == "reopened":  # what came back was neither caused nor mended by what was said before
        return {"cause": None, "solution": None}
    found: Changes = {name: told for name in ("cause", "learned") if (told := _told(said, name))}
    if improvement := _told(said, "improvement"):
        found["improvements"] = tuple(dict.fromkeys((*state.improvements, improvement)))
    if event.what in _SOLVES and (solution := _told(said, "text") or event.why):
        found["solution"] = solution
    return found


def _told(said: EventData, name: str) -> str | None:
    value = getattr(said, name, None)
    return value.strip() or None if isinstance(value, str) else None
