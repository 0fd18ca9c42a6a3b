"""The rhythm in which a customer was to hear from us, and by how much we are behind it: by contract, or as we promised."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from escalation.judgement.case import Case
from escalation.judgement.contract import said
from escalation.judgement.office_hours import add_office_hours
from escalation.judgement.sla import LONGEST
from escalation.matters import OwedUpdate
from escalation.promises.standing import standing
from escalation.records import Account, Ticket
from escalation.telling.narrative import told_to_us

IN_DAYS = 72
"""Hours from which a delay is told in days."""
_THEIR_TURN = ("pending", "customer", "hold", "等待客户")
"""In the status of a ticket that waits for the customer."""


def owed_of(case: Case) -> tuple[OwedUpdate, ...]:
    """Of each customer whose matter is open and who has heard from us before: the word that is overdue longest."""
    worst: dict[str | None, OwedUpdate] = {}
    for one in _owed(case):
        known = worst.get(one.account_id)
        if known is None or one.late_hours > known.late_hours:
            worst[one.account_id] = one
    return tuple(worst.values())


def _owed(case: Case) -> Iterator[OwedUpdate]:
    open_ones = [t for t in told_to_us(case) if not t.solved and not any(w in t.status.lower() for w in _THEIR_TURN)]
    promised = {
        s.ticket.id: s.promise.every_hours
        for s in standing(open_ones, case.context.accounts, case.now)
        if s.promise.kind == "update_every" and s.promise.every_hours
    }
    for ticket in open_ones:
        account = case.context.accounts.get(ticket.account_id or "")
        every = promised.get(ticket.id) or _agreed(case, account)
        last = max((c.at for c in ticket.replies(case.now)), default=None)
        if every is None or last is None:
            continue
        due = _next(case, account, last, every)
        if case.now - due >= timedelta(hours=1):
            yield _late(case, ticket, last, due, every, promised=ticket.id in promised)


def _agreed(case: Case, account: Account | None) -> float | None:
    """Hours of the contract; a wish for the product is no trouble of which word was agreed."""
    hours = account.sla.update_h if account and account.sla and case.issue.kind != "feature" else None
    return hours if hours is not None and 0 < hours <= LONGEST else None


def _next(case: Case, account: Account | None, last: datetime, every: float) -> datetime:
    if account is not None and account.sla is not None and account.sla.counts == "24x7":
        return last + timedelta(hours=every)
    return add_office_hours(last, every, account, case.policy)


def _late(case: Case, ticket: Ticket, last: datetime, due: datetime, every: float, *, promised: bool) -> OwedUpdate:
    late = (case.now - due) // timedelta(hours=1)
    days = f", over {late // 24} days" if late >= IN_DAYS else ""
    agreed = f"{ticket.id}: our last word {said(last)}, one every {every:g} hours, due {said(due)}"
    statement = f"{agreed}; over {late} hours late{days}"
    return OwedUpdate(
        every_hours=every,
        late_hours=late,
        promised=promised,
        account_id=ticket.account_id,
        evidence=(case.ledger.computed("update_owed", statement, (ticket.id,)),),
    )
