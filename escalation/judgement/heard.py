"""What people said, signal by signal, with its polarity: from the issue as typed and from the tickets that belong to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from escalation.naming import firm_in
from escalation.reading.orders.finding import find_orders
from escalation.reading.own_words import own_words
from escalation.reading.signals.polarity import Assertion, assertions
from escalation.reading.threads.corrected import without_relented
from escalation.reading.threads.set_apart import without_set_apart
from escalation.records import Ticket

READ = 8_000

Speaker = Literal["reporter", "customer", "agent", "internal"]
CUSTOMERS: tuple[Speaker, ...] = ("reporter", "customer")
"""Who speaks for the customer: a VP whom our own note names may be ours."""


@dataclass(frozen=True)
class Said:
    """One assertion and who made it. `record_id` is None for the reporter's own words."""

    signal: str
    polarity: str
    words: str
    speaker: Speaker
    record_id: str | None
    account_id: str | None
    at: datetime | None


@dataclass(frozen=True)
class Heard:
    """All that was said about the issue; look-ups ignore nothing but what is asked for."""

    said: tuple[Said, ...]

    def affirmed(self, *signals: str, speakers: Iterable[Speaker] | None = None) -> tuple[Said, ...]:
        return tuple(
            s
            for s in self.said
            if s.signal in signals and s.polarity == "affirmed" and (speakers is None or s.speaker in speakers)
        )

    def typed(self, *signals: str, polarity: str = "affirmed") -> tuple[Said, ...]:
        """What the reporter typed, with this polarity."""
        return tuple(s for s in self.said if s.speaker == "reporter" and s.signal in signals and s.polarity == polarity)

    def about(self, account_ids: frozenset[str]) -> Heard:
        """Only what the reporter said and what stands on tickets of these customers; all of it for an empty set."""
        if not account_ids:
            return self
        return Heard(tuple(s for s in self.said if s.record_id is None or s.account_id in account_ids))

    def denied_by_staff(self, *signals: str) -> bool:
        """Whether an agent or an internal note says that it is not so ("nothing is lost, only the file is short")."""
        return any(
            s.signal in signals and s.polarity == "negated" and s.speaker in {"agent", "internal"} for s in self.said
        )

    def has(self, *signals: str) -> bool:
        return bool(self.affirmed(*signals))


def listen(issue_text: str, tickets: Iterable[Ticket]) -> Heard:
    """Reads issue and threads. Sentences that give orders to a machine are nobody's observation and are left out."""
    said = [_from(a, "reporter", None, None, None) for a in _typed(issue_text)]
    for ticket in tickets:
        description, *bodies = own_words(ticket)
        said += [
            _from(a, "customer", ticket.id, ticket.account_id, ticket.created_at)
            for a in assertions(_of_this(f"{ticket.subject}\n{description}", issue_text))
        ]
        for c, body in zip(ticket.comments, bodies, strict=True):
            if c.role != "system":
                said += [
                    _from(a, c.role, ticket.id, ticket.account_id, c.at) for a in assertions(_of_this(body, issue_text))
                ]
    return Heard(tuple(said))


def _of_this(text: str, line: str) -> str:
    return without_set_apart(without_relented(without_orders(text)), line)


def _typed(line: str) -> tuple[Assertion, ...]:
    """What a line asserts; of "Nobody GmbH cannot sign in" nothing that only the firm's name says."""
    said = tuple(assertions(line))
    if (firm := firm_in(line)) is None:
        return said
    without = {a.signal for a in assertions(line.replace(firm, "they"))}
    return tuple(a for a in said if a.signal in without)


def without_orders(text: str) -> str:
    """The first 8,000 characters with the spans of injected orders cut out: more is a pasted log, and nobody's observation."""
    text = text[:READ]
    for order in reversed(find_orders(text)):
        start, end = order.span
        text = text[:start] + " " + text[end:]
    return text


def _from(a: Assertion, speaker: Speaker, record: str | None, account: str | None, at: datetime | None) -> Said:
    return Said(a.signal, a.polarity, a.words, speaker, record, account, at)
