"""A step that was taken, and that what helped by it helps no longer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from escalation.reading.quote import Quote
from escalation.reading.threads import answered
from escalation.reading.threads.entries import entries, sentences
from escalation.reading.threads.withdrawn import says_it_helps, way_is_gone
from escalation.records import Ticket


@dataclass(frozen=True)
class TriedFound:
    """`step` and `result` are the source's own words; `result` is None when none was written."""

    step: str
    result: str | None
    quote: Quote


def gone(ticket: Ticket, found: Iterable[TriedFound]) -> Iterator[TriedFound]:
    """What helped, once more with the customer's later words that it helps no longer."""
    for step in found:
        at = step.quote.at
        if at is None or not step.result or not (answered.settled(step.result) or says_it_helps(step.result)):
            continue
        later = (e for e in entries(ticket) if e.role == "customer" and e.at > at)
        told = ((e, s) for e in later for s in sentences(e.text) if way_is_gone(s))
        if first := next(told, None):
            yield TriedFound(step.step, first[1].strip(" .。!！;；"), first[0].quote(first[1]))
