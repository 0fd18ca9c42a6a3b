"""What the customer themselves asked for, as the person at the desk told it: their own time may stand in a letter to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from escalation.evidence import Evidence

if TYPE_CHECKING:
    from escalation.assessment import Assessment
    from escalation.records import Account
    from escalation.register.events import Event

_THEIR_WISH = ("customer_expectation", "deadline")
"""Questions whose answer tells what a customer wants, and by when."""


def demanded(found: Assessment, reader: Account | None, log: Iterable[Event]) -> tuple[Evidence, ...]:
    """The answers on record that are `reader`'s own demand. `found` is the assessment as the issue was prepared: a demand is
    of the customer it names, or of the only one; of several it may be anybody's, and is repeated to nobody."""
    whose = found.account or (found.affected[0] if len(found.affected) == 1 else None)
    if reader is None or whose is None or whose.id != reader.id:
        return ()
    return tuple(
        Evidence(
            id=f"R{event.seq}", source="host", record_id=event.escalation_id, quotation=answer, fetched_at=found.at,
            at=event.at, account_id=reader.id,
        )
        for event, answer in _answers(log)
    )  # fmt: skip


def wanted_by(found: Assessment, reader: Account | None) -> datetime | None:
    """The time by which this customer wants it, as the assessment of their matter has it, though something else may bind the
    team before; None where it is somebody else's."""
    if reader is None:
        return None
    talk = found.communication
    if talk.expected_by == reader.name or (talk.expected_by is None and _names(found, reader)):
        return talk.expectation_deadline
    theirs = (f for f in found.others if f.signal == "expected_by" and f.values.get("account") == reader.name)
    times = (each.values.get("at") for each in theirs)
    return next((at for at in times if isinstance(at, datetime)), None)


def without_others_wish(found: Assessment, reader: Account | None) -> Assessment:
    """`found` for a letter to `reader`: the time by which another customer wants it is not theirs to read."""
    if not _is_wish(found) or _names(found, reader):
        return found
    at = found.deadline.isoformat()[:16] if found.deadline else "-"
    kept = tuple(e for e in found.evidence if e.source != "computed" or at.replace("T", " ") not in e.quotation)
    return found.model_copy(
        update={
            "deadline": None,
            "deadline_why": None,
            "evidence": kept,
            "communication": found.communication.model_copy(update={"expectation_deadline": None}),
        }
    )


def _is_wish(found: Assessment) -> bool:
    """Whether a customer set the deadline."""
    return found.deadline_why is not None and found.deadline_why.signal == "deadline_customer"


def _names(found: Assessment, reader: Account | None) -> bool:
    return found.account is not None and reader is not None and found.account.id == reader.id


def _answers(log: Iterable[Event]) -> Iterator[tuple[Event, str]]:
    """The last answer to each of the questions; what came in with another report is that report's."""
    last: dict[str, tuple[Event, str]] = {}
    for event in log:
        request = event.data.get("request")
        if not isinstance(request, dict) or event.what == "joined":
            continue
        given = cast("dict[str, Any]", request).get("answers")
        for question, answer in (cast("dict[str, Any]", given) if isinstance(given, dict) else {}).items():
            if question in _THEIR_WISH and isinstance(answer, str) and answer.strip():
                last[question] = (event, answer.strip())
    yield from last.values()
