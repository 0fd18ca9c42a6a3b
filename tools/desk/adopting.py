"""Promises made in the threads before the escalation, and what a customer needs by a time, go on its record and its clocks, each
once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from escalation.assessment import Assessment, Value
from escalation.promises.standing import Standing, kept_by, standing
from escalation.register.events import What
from escalation.register.state import ALL, EscalationState

SUPPORT = "support"
"""Who said it, where the thread names nobody."""


@dataclass(frozen=True)
class Adopted:
    """An event for the record: what a colleague said in a thread, by whom, and on which ticket."""

    what: What
    who: str
    data: dict[str, Any]
    why: str | None = None


def adopted(found: Assessment, state: EscalationState | None = None) -> Iterator[Adopted]:
    """What support still owes on the matched tickets and `state` does not hold yet, and what a later reply has kept.

    A rhythm that was promised becomes the agreed one, unless another was agreed on record; the first word by it is
    counted from when it was promised, since the clock that runs here began later.
    """
    tickets = [match.ticket for match in found.matched]
    accounts = {account.id: account for account in found.affected}
    promised = state.promises if state else ()
    known = {promise.id for promise in promised}
    # What was sent through us is on record before its ticket tells it again.
    told = {(promise.account_id, promise.due) for promise in promised} | {(p.account_id, p.text) for p in promised}
    agreed = set(state.agreed) if state else set[str]()
    for one in standing(tickets, accounts, found.at):
        whom = one.ticket.account_id
        if {(whom, one.promise.due or ""), (whom, one.promise.span)} & told:
            continue
        if one.promise.every_hours is None and one.id not in known:
            yield _made(one, one.promise.due)
        elif one.promise.every_hours is not None and (whose := one.ticket.account_id) and whose not in agreed:
            agreed.add(whose)
            yield _agreed(one, one.promise.every_hours)
            # Where we wrote since, that first word is kept, and the clock goes on from our last one.
            if one.id not in known and not kept_by(one.ticket, one.id, found.at):
                yield _made(one, one.said.at + timedelta(hours=one.promise.every_hours))
    for promise in promised:
        kept = (kept_by(ticket, promise.id, found.at) for ticket in tickets if promise.kept_at is None)
        if reply := next(filter(None, kept), None):
            yield Adopted("promise_kept", reply.author or SUPPORT, {"id": promise.id, "at": reply.at})


def needed(found: Assessment, state: EscalationState | None = None) -> Iterator[Adopted]:
    """By when a customer needs it, as the line, an answer or a ticket says: of the one that it is about, and of the others."""
    ids = {account.name: account.id for account in found.affected}
    talk, known = found.communication, state.needed if state else {}
    whose = ids.get(talk.expected_by or "") or (found.account.id if found.account else None)
    said: list[tuple[str | None, Value, Value]] = [(whose, talk.expectation_deadline, talk.expectation)]
    said += [
        (ids.get(str(one.values["account"])), one.values.get("at"), one.values.get("words"))
        for one in found.others
        if one.signal == "expected_by"
    ]
    for account_id, due, words in said:
        held = known.get(account_id or ALL)
        if isinstance(due, datetime) and due > found.at and (held is None or held.due != due):
            data = {"due": due, "account_id": account_id, "text": words or ""}
            yield Adopted("needed_by", found.reported_by or "reporter", data)


def _made(one: Standing, due: datetime | None) -> Adopted:
    kind = "update_by" if one.promise.every_hours is not None else one.promise.kind
    said = {"text": one.promise.span, "due": due, "said_at": one.said.at, "kind": kind, "owner": one.promise.named}
    data = {"id": one.id, **said, "account_id": one.ticket.account_id}
    return Adopted("promise_made", one.said.author or SUPPORT, data, _where(one))


def _agreed(one: Standing, hours: float) -> Adopted:
    data = {"customer_hours": hours, "account_id": one.ticket.account_id}
    return Adopted("rhythm_agreed", one.said.author or SUPPORT, data, _where(one))


def _where(one: Standing) -> str:
    return f"{one.ticket.id}, {one.said.at:%Y-%m-%d %H:%M} UTC"
