"""Answers of propose_action and carry_out."""

from __future__ import annotations

from tools.results.base import Result, Row
from tools.results.prepared import NeedsAnswer


class Leak(Row):
    """A passage that must not reach the customer as it stands, and what to change."""

    found: str
    problem: str


class ProposedAction(Result):
    """`proposal_id` and `hash` are what carry_out takes; with `findings` there is neither. Nothing has left yet."""

    proposal_id: str | None = None
    hash: str | None = None
    kind: str
    destination: str
    title: str | None = None
    text: str
    at: str | None = None
    tickets: tuple[str, ...] = ()
    expires: str | None = None
    promises: tuple[str, ...] = ()
    findings: tuple[Leak, ...] = ()
    warnings: tuple[str, ...] = ()
    next: str
    coverage: dict[str, str]


class CarriedOut(Result):
    """`outcome`: sent, already_sent, being_sent (by another process), not_confirmed, or refused by the person."""

    proposal_id: str
    outcome: str
    destination: str
    text: str | None = None
    receipt: str | None = None
    sent: str | None = None
    confirmed_by: str | None = None
    promises: tuple[str, ...] = ()
    needs_answer: NeedsAnswer | None = None
    next: str | None = None
    coverage: dict[str, str]
