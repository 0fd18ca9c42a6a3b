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

    Their ids are of the record (R12 is event 12).
    """
    told = [evidence_of(event, words) for event in log if event.what in _BY_PEOPLE and (words := _words(event))]
    known = {each.id: each for each in (*found.evidence, *told)}
    return found.model_copy(update={"evidence": tuple(known.values())})


def evidence_of(event: Event, words: str, account_id: str | None = None) -> Evidence:
    id_, record = f"R{event.seq}", event.escalation_id
    return Evidence(
        id=id_, source="host", record_id=record, quotation=words, fetched_at=event.at, at=event.at,
        account_id=account_id,
    )  # fmt: skip


def _words(event: Event) -> str:
    parts = [event.why, *(event.data.get(name) for name in _SAID)]
    return "\n".join(part for part in parts if isinstance(part, str) and part)
