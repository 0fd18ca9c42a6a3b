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
        return {"causes": (), "solution": None}
    found: Changes = {"learned": learned} if (learned := _told(said, "learned")) else {}
    if cause := _told(said, "cause"):
        found["causes"] = with_cause(state.causes, cause)
    if improvement := _told(said, "improvement"):
        found["improvements"] = tuple(dict.fromkeys((*state.improvements, improvement)))
    if event.what in _SOLVES and (solution := _told(said, "text") or event.why):
        found["solution"] = solution
    return found


def with_cause(before: tuple[str, ...], told: str) -> tuple[str, ...]:
    """The confirmed cause after it was told once more: in a language that has it, it is another one, and what was said before
    holds no longer; in a new language it is the same one, for those who read that."""
    from escalation.language import language_of  # it brings the dictionaries of Chinese, which a start does not need

    if told in before:
        return before
    return (told,) if language_of(told) in map(language_of, before) else (*before, told)


def _told(said: EventData, name: str) -> str | None:
    value = getattr(said, name, None)
    return value.strip() or None if isinstance(value, str) else None
