"""A promise on record: to whom, until when, and to whom it was kept."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from pydantic import BaseModel, ConfigDict

from escalation.records import Instant


class Promise(BaseModel):
    """Something a customer was promised; `kept_at` is None while it is open. Without `account_id` it was promised to every
    customer: then `kept_for` tells to whom it was kept, and when."""

    model_config = ConfigDict(frozen=True)

    id: str
    text: str
    made_at: Instant
    account_id: str | None = None
    due: Instant | None = None
    kept_at: Instant | None = None
    kept_for: dict[str, Instant] = {}
    missed: tuple[Instant, ...] = ()
    """Times it had before it was moved, each past by then: a new one agreed later makes none of them kept."""
    kind: str | None = None
    owner: str | None = None
    """Who answers for it: the team it names, else the person who made it."""

    def kept(self, at: datetime, account_id: str | None = None, customers: Iterable[str] = ()) -> Promise:
        """Kept at `at`: for everybody it was made to, or for one of `customers`, of whom it is then open for the others."""
        everyone = tuple(customers)
        if self.account_id is not None or account_id is None or len(everyone) < 2:
            return self.model_copy(update={"kept_at": at})
        kept_for = {**self.kept_for, account_id: max(at, self.kept_for.get(account_id, at))}
        over = max(kept_for.values()) if kept_for.keys() >= set(everyone) else None
        return self.model_copy(update={"kept_for": kept_for, "kept_at": over})

    def moved(self, due: datetime, at: datetime) -> Promise:
        """With a new time that was agreed at `at`."""
        late = self.due is not None and self.due < at and self.due not in self.missed
        return self.model_copy(update={"due": due, "missed": (*self.missed, self.due) if late else self.missed})

    @property
    def in_time(self) -> bool | None:
        """Whether it was kept by its time and by each that it had before; None while it is open, and of one without a time."""
        if self.kept_at is None or self.due is None:
            return None
        return self.kept_at <= self.due and not any(due < self.kept_at for due in self.missed)

    def owed_to(self, customers: Iterable[str]) -> tuple[str, ...]:
        """Of these customers those to whom it is still owed."""
        if self.kept_at is not None:
            return ()
        return tuple(c for c in customers if self.account_id in (None, c) and c not in self.kept_for)
