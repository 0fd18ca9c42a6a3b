"""When a customer must hear again if a text goes out now: by what was agreed with them, their contract, or the severity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from escalation.clocks.rhythm import Ground, customer, next_update

if TYPE_CHECKING:
    from datetime import datetime

    from escalation.assessment import Assessment
    from escalation.policy import Policy
    from escalation.register.state import EscalationState


def next_word(policy: Policy, found: Assessment, state: EscalationState | None) -> datetime:
    """`state` is the escalation on record, which knows what was agreed; None for a matter that is on none."""
    own = found.account
    if state is None:
        return next_update(found.at, found.severity, own, policy, found.target)
    return customer(state, own.id if own else None, Ground(policy, {own.id: own} if own else {})).after(found.at)
