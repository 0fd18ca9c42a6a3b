"""Promises made in the threads before the escalation go on its record and its clocks with it, each once."""

from __future__ import annotations

from escalation.assessment import Assessment
from escalation.register_state import EscalationState
from tools.store.register import Register


def adopt(register: Register, escalation_id: str, found: Assessment) -> None:
    """Records what support still owes on the matched tickets, and as kept what a later reply has kept.

    A rhythm that was promised becomes the agreed one, unless another was agreed on record.
    """
    from escalation.promises.standing import Standing, kept_by, standing

    state = register.state(escalation_id)
    tickets = {match.ticket.id: match.ticket for match in found.matched}
    accounts = {account.id: account for account in found.affected}

    def owe(one: Standing) -> None:
        told = f"{one.ticket.id}, {one.said.at:%Y-%m-%d %H:%M} UTC"
        own = {"account_id": one.ticket.account_id}
        if one.promise.every_hours is not None:
            hours = {"customer_hours": one.promise.every_hours}
            register.append(
                state.id, "rhythm_agreed", who=one.said.author or "support", at=found.at, why=told, data=hours | own
            )
        else:
            said = {"text": one.promise.span, "due": one.promise.due, "kind": one.promise.kind}
            data = {"id": one.id, **said} | own
            register.append(
                state.id, "promise_made", who=one.said.author or "support", at=found.at, why=told, data=data
            )

    for one in standing(tickets.values(), accounts, found.at):
        if not _on_record(state, one.id, one.ticket.account_id, rhythm=one.promise.every_hours is not None):
            owe(one)
    for promise in state.promises:
        kept = (kept_by(ticket, promise.id, found.at) for ticket in tickets.values() if promise.kept_at is None)
        if reply := next(filter(None, kept), None):
            who = reply.author or "support"
            register.append(state.id, "promise_kept", who=who, at=found.at, data={"id": promise.id})


def _on_record(state: EscalationState, promise_id: str, account_id: str | None, *, rhythm: bool) -> bool:
    if rhythm:
        return not account_id or account_id in state.agreed
    return any(promise.id == promise_id for promise in state.promises)
