"""Open promises with a time are due at it, whatever else runs or stands still."""

from __future__ import annotations

from collections.abc import Iterator

from escalation.assessment import Finding
from escalation.clocks.due import Due
from escalation.register.state import EscalationState


def promises_word(state: EscalationState, promise_id: str | None) -> bool:
    """Whether a customer was promised to hear from us by a time: what the customer clock is there for, too."""
    return promise_id is not None and any(
        each.id == promise_id and each.kind == "update_by" and each.kept_at is None for each in state.promises
    )


def promise_dues(state: EscalationState) -> Iterator[Due]:
    """Promises stay due after the end of an escalation: it was the customer who was promised."""
    for promise in state.promises:
        if promise.kept_at is None and promise.due is not None:
            yield Due(
                escalation_id=state.id,
                clock="promise",
                since=promise.made_at,
                due_at=promise.due,
                account_id=promise.account_id,
                subject=promise.id,
                why=Finding(signal="promised", values={"text": promise.text}),
                todo="keep_promise",
            )
