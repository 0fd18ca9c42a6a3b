"""How far we are behind with our word on open tickets, before or beside any record: by contract, or in the rhythm we promised.

What a brief calls overdue and what is listed as due are both read here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from escalation.judgement.office_hours import add_office_hours
from escalation.judgement.sla import LONGEST
from escalation.policy import Policy
from escalation.promises.standing import standing
from escalation.records import Account, Ticket

LATE = timedelta(hours=1)
"""What is later than this is told."""
_THEIR_TURN = ("pending", "customer", "hold", "等待客户")
"""In the status of a ticket that waits for the customer."""


@dataclass(frozen=True)
class Behind:
    """On `ticket` we wrote last at `last`, were to write again by `due`, `every` so many hours, and have not."""

    ticket: Ticket
    last: datetime
    due: datetime
    every: float
    promised: bool


def behind(
    tickets: Iterable[Ticket],
    accounts: Mapping[str, Account],
    policy: Policy,
    now: datetime,
    *,
    by_contract: bool = True,
) -> Iterator[Behind]:
    """Of each ticket that is open and not the customer's turn, on which they have heard from us; `now` is aware UTC.

    Without `by_contract` only a rhythm that we promised counts: of a wish no word was agreed.
    """
    open_ones = [t for t in tickets if not t.solved and not any(w in t.status.lower() for w in _THEIR_TURN)]
    promised = {
        s.ticket.id: s.promise.every_hours
        for s in standing(open_ones, accounts, now)
        if s.promise.kind == "update_every" and s.promise.every_hours
    }
    for ticket in open_ones:
        account = accounts.get(ticket.account_id or "")
        every = promised.get(ticket.id) or (_agreed(account) if by_contract else None)
        last = max((c.at for c in ticket.replies(now)), default=None)
        if every is None or last is None:
            continue
        due = _next(account, policy, last, every)
        if now - due >= LATE:
            yield Behind(ticket, last, due, every, promised=ticket.id in promised)


def _agreed(account: Account | None) -> float | None:
    hours = account.sla.update_h if account and account.sla else None
    return hours if hours is not None and 0 < hours <= LONGEST else None


def _next(account: Account | None, policy: Policy, last: datetime, every: float) -> datetime:
    if account is not None and account.sla is not None and account.sla.counts == "24x7":
        return last + timedelta(hours=every)
    return add_office_hours(last, every, account, policy)
