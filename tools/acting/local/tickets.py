"""Replying to a customer: one public comment on a ticket of that customer, and of nobody else."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from escalation.actions.action import Action, Destination
from escalation.errors import InvalidInput, NotFound
from escalation.records import Ticket
from tools.acting.local import records
from tools.acting.local.records import SYSTEM, LocalOutlet
from tools.acting.outlet import Receipt, Wanted

_AUTHOR = "support"
"""Who agreed is on our record; the customer was not introduced to them."""


class Replies(LocalOutlet):
    """The ticket named, else the newest ticket of that customer in the escalation."""

    def resolve(self, wanted: Wanted) -> Destination:
        account = next(iter(wanted.workspace.accounts([wanted.account_id])), None) if wanted.account_id else None
        if account is None:
            raise InvalidInput("It is not said which customer is meant.", "Give `account`.")
        ticket = self._ticket(wanted, account.id)
        if ticket.account_id != account.id:
            raise InvalidInput(
                f"Ticket {ticket.id} is not one of {account.name} ({account.id}).",
                "Give a ticket of the customer who is meant; nothing was proposed.",
            )
        return Destination(
            system=SYSTEM, id=ticket.id, name=f"ticket {ticket.id}", account_id=account.id, account=account.name
        )

    @staticmethod
    def _ticket(wanted: Wanted, account_id: str) -> Ticket:
        if wanted.to:
            found = wanted.workspace.tickets([wanted.to.strip()])
            if not found:
                raise NotFound(f"There is no ticket {wanted.to[:80]!r}.", "Take an id that a result named.")
            return found[0]
        own = [each for each in wanted.workspace.tickets(wanted.state.ticket_ids) if each.account_id == account_id]
        if not own:
            raise InvalidInput(
                "This escalation holds no ticket of that customer.", "Name the ticket to reply on in `to`."
            )
        return max(own, key=lambda each: (not each.solved, each.created_at))

    def found(self, connection: Connection, key: str, action: Action) -> Receipt | None:
        ticket = records.stored(connection, "ticket", action.destination.id)
        comments = ticket.comments if isinstance(ticket, Ticket) else ()
        return next((Receipt(each.id, each.body) for each in comments if each.id == key), None)

    def put(
        self, connection: Connection, key: str, action: Action, who: str, at: datetime, id: str | None = None
    ) -> None:
        data = records.changed(connection, "ticket", action.destination.id)
        comment = {
            "id": key,
            "author": _AUTHOR,
            "role": "agent",
            "at": at.isoformat(),
            "public": True,
            "body": action.text,
        }
        data["comments"] = [*data.get("comments", ()), {**comment, records.MARK: key}]
        data["updated_at"] = records.later(data.get("updated_at"), at)
        data["first_response_at"] = data.get("first_response_at") or at.isoformat()
        records.save(connection, "ticket", data)
