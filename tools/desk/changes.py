"""What rulings changed: facts and verdict before and after them, and which records are counted or cited for their sake."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from escalation.judgement.facts import facts_of

if TYPE_CHECKING:
    from escalation.assessment import Assessment, Cited
    from escalation.weighing import Weighed

Value = str | float | bool | datetime | None

FACTS = (
    "affected_customers",
    "arr_at_risk_usd",
    "first_reported_at",
    "sla_breached",
    "kb_workaround_exists",
    "pattern_3plus_customers",
)


@dataclass(frozen=True)
class Changed:
    """`values`: name, before, after, of what differs. `added` and `gone`: records that count or are cited now, or no more, and
    were not ruled on themselves."""

    values: tuple[tuple[str, Value, Value], ...] = ()
    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def changed(before: Weighed, after: Assessment, ruled: Iterable[str]) -> Changed:
    """`before`: as it was weighed without the rulings and without anybody's choice; of `after` what was recommended is told,
    whatever was chosen instead."""
    was, now = facts_of(before.case), after.facts
    verdict = before.verdict
    recommended = {each.field: each.recommended for each in after.overrides}
    told: list[tuple[str, Value, Value]] = [
        ("decision", verdict.decision, recommended.get("decision", after.decision)),
        ("severity", verdict.severity, recommended.get("severity", after.severity)),
        ("target", verdict.target, recommended.get("target", after.target)),
        *((name, getattr(was, name), getattr(now, name)) for name in FACTS),
    ]
    held, counted, known = _records(before.cited), _records(after.cited), set(ruled)
    return Changed(
        tuple(each for each in told if each[1] != each[2]),
        tuple(id_ for id_ in counted if id_ not in held and id_ not in known),
        tuple(id_ for id_ in held if id_ not in counted and id_ not in known),
    )


def _records(cited: Cited) -> tuple[str, ...]:
    return (*cited.tickets, *cited.kb, *cited.tracker, *cited.chat)
