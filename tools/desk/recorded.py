"""What was put on an escalation's record by people is evidence too: progress, cause, outcome, what was said to customers."""

from __future__ import annotations

from collections.abc import Iterable

from escalation.assessment import Assessment
from escalation.evidence import Evidence
from escalation.register.events import Event

_SAID = ("text", "cause", "learned", "improvement")
_BY_PEOPLE = frozenset(
    {"progress", "customer_told", "promise_made", "resolved", "de_escalated", "closed", "customer_answered", "reopened"}
)


def with_record(found: Assessment, log: Iterable[Event]) -> Assessment:
    """`found` with the words of people's events as evidence, so that a text may repeat what the record holds.

    Their ids are of the record (R12 is event 12) and are cited by nobody.
    """
    told = [_evidence(event, words) for event in log if event.what in _BY_PEOPLE and (words := _words(event))]
    return found.model_copy(update={"evidence": (*found.evidence, *told)})


def _evidence(event: Event, words: str) -> Evidence:
    id_, record = f"R{event.seq}", event.escalation_id
    return Evidence(id=id_, source="host", record_id=record, quotation=words, fetched_at=event.at, at=event.at)


def _words(event: Event) -> str:
    parts = [event.why, *(event.data.get(name) for name in _SAID)]
    return "\n".join(part for part in parts if isinstance(part, str) and part)
