"""What rulings changed: facts and verdict before and after them, and which records are counted or cited for their sake."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from escalation.judgement.facts import facts_of
from escalation.judgement.handed_in import is_handed_in

if TYPE_CHECKING:
    from escalation.assessment import Assessment, Cited
    from escalation.evidence import Evidence
    from escalation.records import Ticket
    from escalation.register.events import Event
    from escalation.register.state import EscalationState
    from escalation.ruling import Ruling
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
    reasons: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Reasons that were not there before, each with its evidence."""
    contradicted: tuple[tuple[str, str], ...] = ()
    """Tickets that were ruled out now, each with an error that it shows as those do that count."""
    unfounded: tuple[str, ...] = ()
    """Tickets that count by their words and were ruled out now for a reason that says of whom they are and not of what."""
    told: tuple[str, ...] = ()
    """Parts of the assessment that rest on what was handed in."""
    evidence: tuple[str, ...] = ()
    """What was handed in since it was last judged; empty where nothing but rulings is new."""
    ended: tuple[tuple[str, str, str], ...] = ()
    """Field, what was chosen until now and what is recommended, of choices that were taken back."""


def changed(
    before: Weighed | None,
    after: Assessment,
    rulings: Iterable[Ruling],
    evidence: tuple[str, ...] = (),
    state: EscalationState | None = None,
) -> Changed | None:
    """`before`: as it was weighed without the rulings and without anybody's choice; of `after` what was recommended is told,
    whatever was chosen instead. `state`: as it stood on record, which answers alone may have moved. None: nothing to tell."""
    moved = tuple(_moved(state, after)) if state else ()
    if before is None:
        return Changed(moved) if moved else None
    was, now = facts_of(before.case), after.facts
    verdict = before.verdict
    recommended = {each.field: each.recommended for each in after.overrides}
    told: list[tuple[str, Value, Value]] = [
        ("decision", verdict.decision, recommended.get("decision", after.decision)),
        ("severity", verdict.severity, recommended.get("severity", after.severity)),
        ("target", verdict.target, recommended.get("target", after.target)),
        *((name, getattr(was, name), getattr(now, name)) for name in FACTS),
    ]
    differs = [each for each in told if each[1] != each[2]]
    named = {name for name, *_ in differs}
    held, counted, known = _records(before.cited), _records(after.cited), {each.record_id for each in rulings}
    out = {r.record_id for r in after.rulings if not (r.same or r.related)} & known
    return Changed(
        (*(each for each in moved if each[0] not in named), *differs),
        tuple(id_ for id_ in counted if id_ not in held and id_ not in known),
        tuple(id_ for id_ in held if id_ not in counted and id_ not in known),
        _new_reasons(before, after, evidence) if evidence else (),
        _contradicted(before, out),
        _unfounded(before, after, out),
        tuple(name for name, ids in _parts(after) if not set(evidence).isdisjoint(ids)),
        evidence,
    )


def _moved(state: EscalationState, after: Assessment) -> Iterable[tuple[str, Value, Value]]:
    """What the record says of where it goes and how grave it is, where that is no longer so and nobody chose it."""
    chosen = {each.field for each in (*state.overrides, *after.overrides)}
    for name in ("decision", "severity", "target"):
        if name not in chosen and getattr(state, name) != getattr(after, name):
            yield name, getattr(state, name), getattr(after, name)


def _contradicted(before: Weighed, out: set[str]) -> tuple[tuple[str, str], ...]:
    found = {each.ticket.id: each for each in before.case.matched}
    errors = {id_: each.profile.specific_errors for id_, each in found.items()}
    kept = {error for id_, shown in errors.items() if id_ not in out for error in shown}
    shared = {id_: shown & kept for id_, shown in errors.items() if id_ in out}
    return tuple((id_, _as_written(min(both), found[id_].ticket)) for id_, both in shared.items() if both)


def _unfounded(before: Weighed, after: Assessment, out: set[str]) -> tuple[str, ...]:
    """A ruling is on the fault. Whose customer it is says nothing of that, in whatever language."""
    counted = {each.ticket.id for each in before.case.matched} & out
    of_whom = (
        r.record_id for r in after.rulings if r.record_id in counted and set(_concepts(r.reason)) == {"customer"}
    )
    return tuple(of_whom)


def _concepts(reason: str) -> tuple[str, ...]:
    from escalation.judgement.understand import understand

    return understand(reason).concepts


def _as_written(error: str, ticket: Ticket) -> str:
    """Errors are held against one another in lower case."""
    found = re.search(re.escape(error), "\n".join(ticket.texts), re.IGNORECASE)
    return found[0] if found else error


def _parts(after: Assessment) -> Iterable[tuple[str, tuple[str, ...]]]:
    """The parts of an assessment, each with the evidence that it rests on."""
    yield "reproduction", after.reproduction.evidence if after.reproduction else ()
    yield "tried", tuple(id_ for step in after.tried for id_ in step.evidence)
    yield "expectation", after.communication.evidence
    for name, found in after.impact.dimensions.items():
        yield name, tuple(id_ for finding in found for id_ in finding.evidence)
    yield "what it costs them", tuple(id_ for each in after.felt for id_ in each.evidence)


def _new_reasons(
    before: Weighed, after: Assessment, evidence: tuple[str, ...]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What rests on the new evidence: reasons, and the time by which it is needed."""
    held = {reason.signal for reason in before.reasons}
    found = [(r.signal, r.evidence) for r in after.reasons if r.signal not in held or set(r.evidence) & set(evidence)]
    why = after.deadline_why
    sources = {each.id: each for each in after.evidence}
    if why and {*why.evidence, *(i for e in why.evidence if e in sources for i in sources[e].inputs)} & set(evidence):
        found.append(("deadline", why.evidence))
    return tuple(found)


def handed_in_since(log: Iterable[Event], evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """Ids of what was handed in after the escalation was judged last."""
    fresh = set[str]()
    for event in log:
        if event.what in {"opened", "assessed", "joined"}:
            fresh.clear()
        elif event.what == "evidence_added":
            fresh.update(each["id"] for each in event.data.get("evidence") or ())
    return tuple(each.id for each in evidence if each.id in fresh and is_handed_in(each))


def _records(cited: Cited) -> tuple[str, ...]:
    return (*cited.tickets, *cited.kb, *cited.tracker, *cited.chat)
