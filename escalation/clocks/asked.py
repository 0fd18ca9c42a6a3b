"""A customer who asks is owed an answer: by the hour they named; who has to ask again was owed it since the first time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from escalation.assessment import Finding
from escalation.clocks.due import Due
from escalation.clocks.rhythm import Ground
from escalation.clocks.run import Run
from escalation.reading.times.deadlines import deadline
from escalation.register.state import ALL, EscalationState
from escalation.register.waiting import Asked


def asked_of(state: EscalationState, account_id: str | None) -> tuple[Asked, ...]:
    """What this customer asked since our last word, the earliest first. Who asked without a name may be any of them."""
    asked = (*state.asked.get(account_id or ALL, ()), *(state.asked.get(ALL, ()) if account_id else ()))
    return tuple(sorted(asked, key=lambda each: each.at))


def asked_due(
    state: EscalationState, account_id: str | None, asked: Sequence[Asked], run: Run, due_at: datetime, ground: Ground
) -> Due:
    """The customer's clock while they wait for an answer to what `asked_of` gives. `due_at` is when it runs out by itself.

    No pause holds it.
    """
    account = ground.accounts.get(account_id or "")
    zone = account.timezone if account else None
    named = (due for each in asked if (due := deadline(each.text, each.at, zone)) is not None and due > each.at)
    first, last = asked[0], asked[-1]
    again = [first.at] if len(asked) > 1 else []
    return Due(
        escalation_id=state.id,
        clock="customer",
        since=first.at,
        due_at=min((due_at, *named, *again)),
        account_id=account_id,
        why=Finding(signal="asked", values={"times": len(asked), "text": last.text}),
        todo="answer_question",
    )
