"""Tickets ruled on by hand: with a reason, never away from Security, and on record with what counts no more by it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from escalation.assessment import Assessment, Reason, Ruling
from escalation.errors import InvalidInput
from escalation.judgement.override import concerns_security, reasoned
from escalation.matching.ruled import together
from escalation.ports import Workspace
from escalation.register.events import Event
from escalation.register.state import EscalationState
from tools.store.register import Together


def checked(workspace: Workspace, rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """One ruling a ticket, in the order of the ids. Raises `InvalidInput` without a reason and for tickets that nobody knows."""
    asked = together((), (each.model_copy(update={"reason": reasoned(each.reason)}) for each in rulings))
    known = {ticket.id for ticket in workspace.tickets([each.ticket_id for each in asked])} if asked else set[str]()
    if unknown := [each.ticket_id for each in asked if each.ticket_id not in known]:
        raise InvalidInput(
            f"No ticket has the id {', '.join(each[:40] for each in unknown[:6])}.",
            "Take the ids of tickets as fetch_tickets gives them.",
        )
    return asked


def hold_security(without: Iterable[Reason]) -> None:
    """To be asked where a matter is no security concern (any more): raises `InvalidInput` when it was one `without` the
    new rulings."""
    if concerns_security(without):
        raise InvalidInput(
            "This is a security concern by a ticket that would not count any more, and it stays with the security team.",
            "Leave that ticket counted; if it turns out harmless, de-escalate it on record after Security has looked.",
        )


def fresh(rulings: Iterable[Ruling], state: EscalationState | None) -> tuple[Ruling, ...]:
    """Those that are not on record word for word."""
    held = {(each.ticket_id, each.same, each.reason) for each in state.rulings} if state else set[object]()
    return tuple(each for each in rulings if (each.ticket_id, each.same, each.reason) not in held)


def record(on: Together, rulings: Iterable[Ruling], found: Assessment, who: str, gone: Mapping[str, Any]) -> None:
    """Puts rulings on record; `gone` goes with the first that takes a ticket out."""
    untold = True
    for each in rulings:
        data: dict[str, Any] = {"ticket_id": each.ticket_id, "same": each.same}
        if untold and gone and not each.same:
            data["no_longer"], untold = gone, False
        on.append("ruled", who=each.who or who, at=found.at, why=each.reason, data=data)


def fallen(
    workspace: Workspace,
    state: EscalationState,
    found: Assessment,
    rulings: Iterable[Ruling],
    log: Sequence[Event],
) -> dict[str, list[str]]:
    """Tickets that count no more now that the issue is `found` so: those ruled out, and what fell away with them. And their
    customers, but for those who are there for something else."""
    out = {each.ticket_id for each in rulings if not each.same}
    if not out:
        return {}
    gone = (out | (counted_by(log) - set(found.cited.tickets))) & set(state.ticket_ids)
    left = {*state.ticket_ids, *found.cited.tickets} - gone
    by_hand = (id_ for event in log if event.what == "account_joined" for id_ in event.data.get("account_ids") or ())
    stay = {*found.cited.accounts, *by_hand, *(ticket.account_id for ticket in workspace.tickets(left))}
    lost = {ticket.account_id for ticket in workspace.tickets(gone) if ticket.account_id} - stay
    return {"ticket_ids": sorted(gone), "account_ids": sorted(lost)}


def counted_by(log: Iterable[Event]) -> frozenset[str]:
    """The tickets that the issue itself led to when it was judged last, and no later report or person brought."""
    judged, brought = frozenset[str](), set[str]()
    for event in log:
        tickets = event.data.get("ticket_ids") or ()
        if event.what in {"opened", "assessed"}:
            judged = frozenset(tickets)
        elif event.what in {"joined", "account_joined"}:
            brought.update(tickets)
    return judged - brought
