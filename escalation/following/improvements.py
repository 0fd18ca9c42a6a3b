"""Process improvements named when escalations ended, collected: what came up, how often, and in which of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from escalation.register.state import EscalationState
from escalation.text.folding import fold


@dataclass(frozen=True)
class Improvement:
    """`words` as they were put first; `escalations` oldest first, those that named it."""

    words: str
    escalations: tuple[EscalationState, ...]


def improvements(states: Iterable[EscalationState]) -> list[Improvement]:
    """Those named most often first, then the latest named. The same words count as the same whatever their case, width or end
    stop."""
    found: dict[str, list[EscalationState]] = {}
    words: dict[str, str] = {}
    for state in sorted(states, key=lambda state: (state.opened_at, state.id)):
        for named in state.improvements:
            key = _key(named)
            words.setdefault(key, named)
            if state not in (group := found.setdefault(key, [])):
                group.append(state)
    several = (Improvement(words[key], tuple(group)) for key, group in found.items())
    return sorted(several, key=lambda each: (-len(each.escalations), -each.escalations[-1].opened_at.timestamp()))


def _key(words: str) -> str:
    return fold(" ".join(words.split())).rstrip(" .。!！;；")
