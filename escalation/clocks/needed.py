"""The time by which a customer needs it is due while the escalation is open, whatever else runs or stands still."""

from __future__ import annotations

from collections.abc import Iterator

from escalation.assessment import Finding
from escalation.clocks.due import Due
from escalation.register.state import EscalationState


def needed_dues(state: EscalationState) -> Iterator[Due]:
    """What support handles, or what waits for answers, is asked of no team by a time."""
    if not state.is_open or state.decision not in (None, "escalate"):
        return
    for said in state.needed.values():
        yield Due(
            escalation_id=state.id,
            clock="deadline",
            since=state.opened_at,
            due_at=said.due,
            account_id=said.account_id,
            why=Finding(signal="needed_by", values={"text": said.text or None}),
            todo="meet_deadline",
        )
