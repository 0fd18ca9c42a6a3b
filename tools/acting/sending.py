"""Sending what was approved: claimed, looked for, posted once, read back, and only then on record as sent.

A worker that dies anywhere in between leaves a row that the next one finishes; the look before the post keeps that from
being a second message.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import Engine

from escalation.actions.action import Action
from escalation.actions.proposal import Proposal
from escalation.errors import EscalationError, InvalidInput, SourceUnavailable
from escalation.policy import Policy
from escalation.ports import Workspace
from tools.acting import promised
from tools.acting.outlet import Outlets, Receipt, Wanted
from tools.store import outbox
from tools.store.engine import writing
from tools.store.outbox import Row
from tools.store.register import Register

LEASE = timedelta(seconds=60)
"""How long a worker may be silent before another one takes over. By the real clock: a pinned one would never let go."""


def real_now() -> datetime:
    return datetime.now(UTC)


def _worker() -> str:
    return f"{os.getpid()}-{uuid4().hex[:12]}"


@dataclass(frozen=True)
class Sender:
    """One worker over one store. `clock` is the real time, for leases alone; the record goes by the workspace's clock."""

    engine: Engine
    register: Register
    workspace: Workspace
    policy: Policy
    outlets: Outlets
    clock: Callable[[], datetime] = real_now
    worker: str = field(default_factory=_worker)

    def row(self, proposal_id: str) -> Row | None:
        with self.engine.connect() as connection:
            return outbox.of(connection, proposal_id)

    def approve(self, proposal: Proposal, confirmed_by: str, how: str) -> Row:
        """The row that may be sent, in one transaction with the event that says who agreed; once, whoever comes first."""
        action = proposal.action
        row = Row(proposal.key, proposal.id, action.escalation_id, proposal.hash, action, confirmed_by, outbox.APPROVED)
        said = {"proposal": proposal.id, "hash": proposal.hash, "confirmed_by": confirmed_by, "how": how}
        with self.register.together(action.escalation_id) as record:
            before = outbox.of(record.connection, proposal.id)
            if before is not None:
                return before
            record.append("action_approved", who=confirmed_by, at=self.workspace.now(), data=said)
            outbox.put(record.connection, row)
            until = self.clock() + LEASE
            outbox.claim(record.connection, row.key, self.worker, self.clock(), until)
        return row

    def send(self, proposal: Proposal) -> tuple[Row, bool]:
        """The row as it is then, and whether this call closed it. A row that another worker holds comes back as approved."""
        with writing(self.engine) as connection:
            row = outbox.of(connection, proposal.id)
            if row is None:
                raise InvalidInput(f"{proposal.id} was not approved.", "Have it confirmed first.")
            if not outbox.claim(connection, row.key, self.worker, self.clock(), self.clock() + LEASE):
                return row, False
        receipt = self._delivered(proposal, row)
        closed = self._recorded(proposal, row, receipt)
        return self.row(proposal.id) or row, closed

    def finish(
        self,
        proposals: Callable[[str], Proposal],
        failed: Callable[[Row, EscalationError], None] = lambda _row, _error: None,
    ) -> list[str]:
        """Send what workers that died left behind; ids of the proposals that this call sent. For `watch` and every call.

        `failed` hears of those that could not be sent, which are left for the next call or were stopped.
        """
        with self.engine.connect() as connection:
            rows = outbox.left(connection, self.clock())
        done: list[str] = []
        for row in rows:
            try:
                if self.send(proposals(row.proposal))[1]:
                    done.append(row.proposal)
            except EscalationError as error:  # it is also told to whoever asks for that one
                failed(row, error)
        return done

    def _delivered(self, proposal: Proposal, row: Row) -> Receipt:
        outlet = self.outlets[row.action.kind]
        if not (row.intact and row.hash == proposal.hash and row.action == proposal.action):
            raise self._stopped(proposal, row, "What stands in the outbox is not what was approved.")
        if (before := outlet.look(row.key, row.action)) is not None:
            return _same(row.action, before)
        if proposal.expires_at <= self.workspace.now():
            raise self._stopped(proposal, row, f"{proposal.id} expired before it could be sent.")
        if changed := self.moved(row.action):
            raise self._stopped(proposal, row, changed)
        outlet.post(row.key, row.action, row.confirmed_by, self.workspace.now())
        after = outlet.look(row.key, row.action)
        if after is None:
            raise SourceUnavailable(
                f"{row.action.destination} took {proposal.id}, and it cannot be read back yet.",
                "Call carry_out again: it looks first, and sends nothing twice.",
            )
        return _same(row.action, after)

    def moved(self, action: Action) -> str | None:
        """Why the destination is no longer the one that was shown; None while it is."""
        there = action.destination
        to = None if there.team or action.kind in ("draft_article", "reminder") else there.id
        try:
            state = self.register.state(action.escalation_id)
            wanted = Wanted(state, self.workspace, self.policy, to, there.account_id)
            now = self.outlets[action.kind].resolve(wanted)
        except EscalationError as gone:
            return f"The destination is not what was shown ({there}): {gone.message}"
        return None if now == there else f"The destination is now {now}, and {there} was shown."

    def _stopped(self, proposal: Proposal, row: Row, why: str) -> InvalidInput:
        said = {"proposal": proposal.id, "hash": proposal.hash}
        with self.register.together(row.escalation_id) as record:
            if outbox.close(record.connection, row.key, outbox.STOPPED):
                record.append("action_stopped", who="customer-escalation", at=self.workspace.now(), why=why, data=said)
        return InvalidInput(f"{why} Nothing was sent.", "Propose it anew, and show the person what has changed.")

    def _recorded(self, proposal: Proposal, row: Row, receipt: Receipt) -> bool:
        at = self.workspace.now()
        with self.register.together(row.escalation_id) as record:
            if not outbox.close(record.connection, row.key, outbox.SENT, receipt.id, at):
                return False
            for what, data in _events(proposal, row, receipt):
                record.append(what, who=row.confirmed_by, at=at, data=data)
        return True


def _same(action: Action, receipt: Receipt) -> Receipt:
    if receipt.text.strip() != action.text.strip():
        raise SourceUnavailable(
            f"What stands at {action.destination} ({receipt.id}) differs from what was approved.",
            "Look at it there; it was not sent again.",
        )
    return receipt


def _events(proposal: Proposal, row: Row, receipt: Receipt) -> Iterable[tuple[Any, dict[str, Any]]]:
    """What goes on record with the sending: the act itself, that a customer was told, and what they were promised."""
    action = row.action
    said = {"proposal": proposal.id, "hash": proposal.hash, "kind": action.kind, "receipt": receipt.id}
    items = {"item_ids": [receipt.id]} if action.kind in ("create_tracker_item", "link_tracker_item") else {}
    yield "action_carried_out", {**said, **items}
    if action.kind == "reply_to_customer":
        yield "customer_told", {"text": action.text, "account_id": action.destination.account_id, "by": proposal.id}
        for promise in promised.made(proposal.id, proposal):
            yield "promise_made", promise
