"""What the customers who may be meant have open: the matter is often there in other words, and two namesakes differ by it. Where
nobody is named, what may be the same of anybody's."""

from __future__ import annotations

from escalation.judgement.case import Case
from escalation.judgement.may_be_same import may_be_same
from escalation.matters import OpenTicket
from escalation.records import Ticket

EACH, MOST = 2, 4


def open_tickets_of(case: Case) -> tuple[OpenTicket, ...]:
    """The newest of each such customer, those first that may be the same; none where tickets of the customer named show it."""
    alike = {t.id: t for t in may_be_same(case)}
    named = [a.id for a in case.context.named]
    unsure = [m.account.id for m in case.context.candidates]
    names = {a.id: a.name for a in (*case.context.named, *(m.account for m in case.context.candidates))}
    if not unsure and not named:
        return tuple(_told(t, _whose(t, case), case, alike=True) for t in alike.values())
    if not unsure and any(t.account_id in named for t in case.tickets):
        return ()
    found: list[OpenTicket] = []
    for account in dict.fromkeys([*unsure, *named]):
        theirs = [
            t for t in case.context.tickets if t.account_id == account and not t.solved and t.created_at <= case.now
        ]
        newest = sorted(theirs, key=lambda t: (t.id in alike, t.created_at), reverse=True)[:EACH]
        found += [_told(t, names[account], case, alike=t.id in alike) for t in newest]
    return tuple(found[:MOST])


def _whose(ticket: Ticket, case: Case) -> str:
    account = case.context.accounts.get(ticket.account_id or "")
    return account.name if account else ticket.account_id or ""


def _told(ticket: Ticket, who: str, case: Case, *, alike: bool) -> OpenTicket:
    last = max(ticket.replies(case.now), key=lambda c: c.at, default=None)
    evidence = [case.ledger.ticket(ticket)]
    if last is not None:
        evidence.append(
            case.ledger.add("tickets", ticket.id, last.body, at=last.at, account_id=ticket.account_id, internal=False)
        )
    return OpenTicket(
        ticket=ticket, who=who, answered_at=ticket.answered(case.now), alike=alike, evidence=tuple(evidence)
    )
