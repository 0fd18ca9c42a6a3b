"""The contract's due times of the affected tickets: first response and resolution, until the ticket has them.

The contract's third, `update_h`, is the rhythm of the customer clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from escalation.assessment import Finding
from escalation.clocks.due import Due
from escalation.clocks.rhythm import Ground
from escalation.judgement.sla import SlaState, standing
from escalation.records import Ticket
from escalation.register.state import EscalationState

OPEN: frozenset[SlaState] = frozenset({"waiting", "overdue"})


def contract_dues(state: EscalationState, ground: Ground, now: datetime) -> Iterator[Due]:
    """Dues of the tickets that are unanswered or unsolved at `now`, while the escalation is open, and after a
    de-escalation too: support goes on with them under the same contract."""
    runs = state.is_open or state.status == "de_escalated"
    tickets = [ground.tickets[id_] for id_ in state.ticket_ids if id_ in ground.tickets] if runs else []
    for ticket in tickets:
        account = ground.accounts.get(ticket.account_id or "")
        sla = standing(ticket, account, now, ground.policy)
        if sla.response in OPEN and sla.response_due:
            yield _due(state, ticket, sla.response_due, first=True)
        if sla.resolution in OPEN and sla.resolution_due:
            yield _due(state, ticket, sla.resolution_due, first=False)


def _due(state: EscalationState, ticket: Ticket, due_at: datetime, *, first: bool) -> Due:
    return Due(
        escalation_id=state.id,
        clock="first_response" if first else "resolution",
        since=ticket.created_at,
        due_at=due_at,
        account_id=ticket.account_id,
        subject=ticket.id,
        why=Finding(signal="sla_first_response" if first else "sla_resolution", values={"ticket": ticket.id}),
        todo="answer_ticket" if first else "solve_ticket",
    )
