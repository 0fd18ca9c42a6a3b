"""What the customers who may be meant have open: the matter is often there in other words, and two namesakes differ by it."""

from __future__ import annotations

from escalation.judgement.case import Case
from escalation.matters import OpenTicket
from escalation.records import Ticket

EACH, MOST = 2, 4


def open_tickets_of(case: Case) -> tuple[OpenTicket, ...]:
    """The newest of each such customer; none where tickets of the customer named show the matter."""
    named = [a.id for a in case.context.named]
    unsure = [m.account.id for m in case.context.candidates]
    names = {a.id: a.name for a in (*case.context.named, *(m.account for m in case.context.candidates))}
    if not unsure and (not named or any(t.account_id in named for t in case.tickets)):
        return ()
    found: list[OpenTicket] = []
    for account in dict.fromkeys([*unsure, *named]):
        theirs = [
            t for t in case.context.tickets if t.account_id == account and not t.solved and t.created_at <= case.now
        ]
        newest = sorted(theirs, key=lambda t: t.created_at, reverse=True)[:EACH]
        found += [_told(t, names[account], case) for t in newest]
    return tuple(found[:MOST])


def _told(ticket: Ticket, who: str, case: Case) -> OpenTicket:
    last = max(ticket.replies(case.now), key=lambda c: c.at, default=None)
    evidence = [case.ledger.ticket(ticket)]
    if last is not None:
        evidence.append(
            case.ledger.add("tickets", ticket.id, last.body, at=last.at, account_id=ticket.account_id, internal=False)
        )
    return OpenTicket(ticket=ticket, who=who, answered_at=ticket.answered(case.now), evidence=tuple(evidence))
