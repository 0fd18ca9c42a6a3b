"""The last draft for each customer, so that it can be proposed without being typed again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime, timedelta

_KEPT = 200
"""Drafts that are remembered at most, the oldest forgotten first."""


@dataclass
class Drafts:
    """Of this process and nobody else's: what is proposed from it is checked and shown like any other text."""

    _texts: dict[tuple[str, str], tuple[datetime, str]] = field(
        default_factory=dict[tuple[str, str], "tuple[datetime, str]"]
    )

    def keep(self, escalation_id: str, account_id: str, text: str, at: datetime) -> None:
        self._texts.pop((escalation_id, account_id), None)
        self._texts[escalation_id, account_id] = (at, text)
        while len(self._texts) > _KEPT:
            self._texts.pop(next(iter(self._texts)), None)

    def drop(self, escalation_id: str, account_id: str) -> None:
        self._texts.pop((escalation_id, account_id), None)

    def get(self, escalation_id: str, account_id: str, now: datetime, longest: timedelta) -> str | None:
        """The draft for this customer, unless it is older than `longest`: what it says may no longer be so."""
        at, text = self._texts.get((escalation_id, account_id), (None, None))
        return text if at is not None and at <= now <= at + longest else None
