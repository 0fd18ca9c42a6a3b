"""The answer of draft_customer_update."""

from __future__ import annotations

from tools.results.base import Result, Row


class ToChange(Row):
    """What stands in the way of sending: its kind, and what to change in which passage."""

    kind: str
    change: str


class PromiseFound(Row):
    """A promise in the text. `due` is the customer's local time; `every_hours` a rhythm."""

    kind: str
    words: str
    due: str | None = None
    due_utc: str | None = None
    every_hours: float | None = None
    owner: str


class CustomerUpdate(Result):
    """`ready` is true when nothing has to change. `next_update` is when the customer must hear again, if this is sent now."""

    escalation_id: str
    account: str | None = None
    language: str
    phase: str
    ready: bool
    text: str
    findings: tuple[ToChange, ...] = ()
    left_out: tuple[str, ...] = ()
    """What the record holds for this letter and the text does not say, with what to do about it."""
    promises: tuple[PromiseFound, ...] = ()
    next_update: str | None = None
    next_update_utc: str | None = None
    coverage: dict[str, str]
