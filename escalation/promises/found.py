"""What is found: one promise, its kind, when it is due, and who owes it."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, get_args

from pydantic import AwareDatetime, BaseModel, ConfigDict

PromiseKind = Literal[
    "update_by", "update_every", "fix_by", "deliver_by", "call_by", "compensation", "never_again", "other"
]
KINDS: tuple[PromiseKind, ...] = get_args(PromiseKind)
Owner = Literal["writer", "provider", "named"]
"""The person who writes, the company as a whole, or a team or role that the text names (`Promise.named`)."""


class Promise(BaseModel):
    """One commitment at `text[start:end]`.

    `due` is the last instant that keeps it, in UTC, None when no time was given; `every_hours` the rhythm of `update_every`.
    """

    model_config = ConfigDict(frozen=True)

    kind: PromiseKind
    span: str
    start: int
    end: int
    due: AwareDatetime | None = None
    every_hours: float | None = None
    owner: Owner = "provider"
    named: str | None = None

    def dated(self) -> datetime | float | None:
        """Its due instant or its rhythm; None when it has neither."""
        return self.due if self.every_hours is None else self.every_hours
