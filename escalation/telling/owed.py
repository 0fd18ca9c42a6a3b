"""The rhythm in which a customer was to hear from us, and by how much we are behind it: by contract, or as we promised."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from escalation.clocks.behind import Behind, behind
from escalation.judgement.case import Case
from escalation.judgement.contract import said
from escalation.matters import OwedUpdate
from escalation.telling.narrative import told_to_us

IN_DAYS = 72
"""Hours from which a delay is told in days."""


def owed_of(case: Case) -> tuple[OwedUpdate, ...]:
    """Of each customer whose matter is open and who has heard from us before: the word that is overdue longest, the
    named customer's first, then the worst."""
    worst: dict[str | None, OwedUpdate] = {}
    for one in _owed(case):
        known = worst.get(one.account_id)
        if known is None or one.late_hours > known.late_hours:
            worst[one.account_id] = one
    return tuple(sorted(worst.values(), key=lambda one: (one.account_id not in case.named_ids, -one.late_hours)))


def _owed(case: Case) -> Iterator[OwedUpdate]:
    contract = case.issue.kind != "feature"  # a wish for the product is no trouble of which word was agreed
    for one in behind(told_to_us(case), case.context.accounts, case.policy, case.now, by_contract=contract):
        yield _late(case, one)


def _late(case: Case, one: Behind) -> OwedUpdate:
    late = (case.now - one.due) // timedelta(hours=1)
    days = f", over {late // 24} days" if late >= IN_DAYS else ""
    agreed = f"{one.ticket.id}: our last word {said(one.last)}, one every {one.every:g} hours, due {said(one.due)}"
    statement = f"{agreed}; over {late} hours late{days}"
    return OwedUpdate(
        every_hours=one.every,
        late_hours=late,
        since=one.last,
        due=one.due,
        promised=one.promised,
        account_id=one.ticket.account_id,
        evidence=(case.ledger.computed("update_owed", statement, (one.ticket.id,)),),
    )
