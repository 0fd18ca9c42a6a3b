"""When a customer must hear again if a text goes out now: by what was promised or agreed, their contract, or the severity."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from escalation.clocks.rhythm import Ground, customer, next_update
from escalation.register.state import ALL

if TYPE_CHECKING:
    from datetime import datetime

    from escalation.assessment import Assessment
    from escalation.policy import Policy
    from escalation.register.state import EscalationState

_WORD = ("update_by", "call_by")
"""What is kept by writing or calling; a letter that names a later time would go back on it."""


class NextWord(NamedTuple):
    """`owed`: somebody promised or agreed it, or the contract says it; what only our own rhythm says may be named later."""

    at: datetime
    owed: bool = True


def next_word(policy: Policy, found: Assessment, state: EscalationState | None) -> datetime:
    """`state` is the escalation on record, which knows what was agreed; None for a matter that is on none."""
    return next_owed(policy, found, state).at


def next_owed(
    policy: Policy, found: Assessment, state: EscalationState | None, wanted_by: datetime | None = None
) -> NextWord:
    """The same, and whether the customer may count on it already: the earliest of what was promised, what the clock says, and
    the time by which they want it (`wanted_by`), for nobody is left without a word beyond that."""
    own = found.account
    wish = found.target == "product"
    if state is None:
        return NextWord(
            next_update(found.at, "medium" if wish else found.severity, own, policy, found.target), not wish
        )
    rhythm = customer(state, own.id if own else None, Ground(policy, {own.id: own} if own else {}))
    ours = wish and rhythm.why == "severity_rhythm"
    # How loudly a wish is asked for hastens no decision about it: nobody is to hear of it by tonight.
    clock = next_update(found.at, "medium", own, policy, found.target) if ours else rhythm.after(found.at)
    said = _promised(state, own.id if own else None, found.at)
    sooner = [at for at in (said, wanted_by) if at is not None and found.at < at < clock]
    if sooner:
        return NextWord(min(sooner))
    return NextWord(clock, owed=not ours)


def _promised(state: EscalationState, account_id: str | None, now: datetime) -> datetime | None:
    """The first time still to come by which this customer was promised word."""
    due = (promise.due for promise in state.promises if promise.kind in _WORD and promise.owed_to((account_id or ALL,)))
    return min((at for at in due if at is not None and at > now), default=None)
