"""Carrying out: exactly what was proposed, after somebody agreed to exactly that; everything else is refused with a way on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from escalation.actions.proposal import Proposal, proposal_of, sequence_of
from escalation.errors import InvalidInput, NotFound
from escalation.register.events import What
from tools import instants
from tools.acting.sending import Sender
from tools.store import outbox
from tools.store.outbox import Row

Outcome = Literal["sent", "already_sent", "being_sent"]


@dataclass(frozen=True)
class Carried:
    """How it ended: sent by this call, sent before, or just being sent by another process."""

    outcome: Outcome
    row: Row


@dataclass(frozen=True)
class Carrying:
    """The steps of one carrying out, so that a tool can ask the person in between."""

    sender: Sender

    def proposal(self, proposal_id: str) -> Proposal:
        """Raises `NotFound`."""
        seq = sequence_of(proposal_id)
        event = self.sender.register.event(seq) if seq is not None else None
        found = proposal_of(event) if event else None
        if found is None:
            raise NotFound(f"There is no proposal {proposal_id[:40]!r}.", "Propose it with propose_action first.")
        return found

    def due(self, proposal: Proposal, hash_: str) -> Row | None:
        """The row when somebody agreed already, None when somebody may be asked now.

        Raises `InvalidInput` for everything that must not be carried out; nothing was sent then.
        """
        if hash_.strip().lower() != proposal.hash:
            raise InvalidInput(
                f"{hash_[:40]!r} is not the hash of {proposal.id}: that is for another text or destination."
                " Nothing was sent.",
                "Propose the text that is meant, show it, and carry that proposal out with its own hash.",
            )
        row = self.sender.row(proposal.id)
        if row is not None:
            if row.state == outbox.STOPPED:
                raise InvalidInput(f"{proposal.id} was stopped, and nothing was sent.", "Propose it anew.")
            return row
        self._may_be_asked(proposal)
        return None

    def _may_be_asked(self, proposal: Proposal) -> None:
        if not proposal.intact:
            raise InvalidInput(f"The text of {proposal.id} is not the one that was shown.", "Propose it anew.")
        if proposal.expires_at <= self.sender.workspace.now():
            raise InvalidInput(
                f"{proposal.id} expired at {instants.said(proposal.expires_at)}. Nothing was sent.",
                "Propose it anew: what it says may no longer be so.",
            )
        if self._on_record(proposal, "action_stopped"):
            raise InvalidInput(
                f"{proposal.id} was turned down, and nothing was sent.", "Ask what should change; propose that."
            )
        if changed := self.sender.moved(proposal.action):
            raise InvalidInput(f"{changed} Nothing was sent.", "Propose it anew, and show the person what has changed.")

    def unanswered(self, proposal: Proposal) -> bool:
        """Whether a form for this was shown, or should have been, and came back without an answer."""
        return self._on_record(proposal, "action_not_confirmed")

    def _on_record(self, proposal: Proposal, what: What) -> bool:
        log = self.sender.register.events(proposal.action.escalation_id)
        return any(e.what == what and e.data.get("proposal") == proposal.id for e in log)

    def decline(self, proposal: Proposal) -> None:
        """Put on record that the person said no: what was proposed is not sent later on somebody else's word."""
        said = {"proposal": proposal.id, "hash": proposal.hash}
        self.sender.register.append(
            proposal.action.escalation_id,
            "action_stopped",
            who="the person asked",
            at=self.sender.workspace.now(),
            why="turned down",
            data=said,
        )

    def not_confirmed(self, proposal: Proposal) -> None:
        """Put on record, once, that the host's form brought no answer: that is not a no."""
        said = {"proposal": proposal.id, "hash": proposal.hash}
        if not self.unanswered(proposal):
            self.sender.register.append(
                proposal.action.escalation_id,
                "action_not_confirmed",
                who="customer-escalation",
                at=self.sender.workspace.now(),
                data=said,
            )

    def go(self, proposal: Proposal, confirmed_by: str, how: str) -> Carried:
        """Approved and sent. Called twice, at once or later, it is sent once."""
        row = self.sender.approve(proposal, confirmed_by, how)
        return self.finish(proposal, row)

    def finish(self, proposal: Proposal, row: Row) -> Carried:
        """What was agreed to already: told if it is sent, else sent."""
        if row.state == outbox.SENT:
            return Carried("already_sent", row)
        row, closed = self.sender.send(proposal)
        if closed:
            return Carried("sent", row)
        return Carried("already_sent" if row.state == outbox.SENT else "being_sent", row)
