"""A record told in a few words: each event at an hour after the start."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from escalation.clocks.due import Due
from escalation.clocks.dues import dues
from escalation.clocks.reminders import Reminder, reminders
from escalation.clocks.rhythm import Ground
from escalation.policy import Policy
from escalation.records import Account, AccountSla, Ticket
from escalation.register.events import Event
from escalation.terms import Clock, Severity

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
"""A Monday, 09:00 in London, where nothing is shifted yet."""

LONDON = Account(id="acme", name="Acme", timezone="Europe/London")


def at(day: int, hour: int = 0, minute: int = 0, *, month: int = 3) -> datetime:
    """An instant of 2026, UTC."""
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


class Log:
    """One escalation's record, and the questions tests ask of it."""

    def __init__(
        self,
        severity: Severity | None = "high",
        *,
        opened: datetime = MONDAY,
        accounts: tuple[Account, ...] = (LONDON,),
        tickets: tuple[Ticket, ...] = (),
        policy: Policy | None = None,
    ) -> None:
        self.events: list[Event] = []
        self.ground = Ground(policy or Policy(), {a.id: a for a in accounts}, {t.id: t for t in tickets})
        linked: dict[str, Any] = {"account_ids": [a.id for a in accounts], "ticket_ids": [t.id for t in tickets]}
        self.add("opened", opened, issue="sync stopped", severity=severity, **linked)

    def add(self, what: str, when: datetime, why: str | None = None, **data: Any) -> Log:
        said: Mapping[str, Any] = {key: value for key, value in data.items() if value is not None}
        self.events.append(
            Event(
                seq=len(self.events) + 1, escalation_id="ESC-1", at=when, who="me", what=what, why=why, data=dict(said)
            )
        )
        return self

    def dues(self, now: datetime = MONDAY) -> tuple[Due, ...]:
        return dues(self.events, self.ground, now)

    def one(self, clock: Clock, account_id: str | None = None, now: datetime = MONDAY) -> Due | None:
        """The only due of a clock, of that account when one is named."""
        found = [d for d in self.dues(now) if d.clock == clock and account_id in (None, d.account_id)]
        assert len(found) <= 1
        return found[0] if found else None

    def when(self, clock: Clock, account_id: str | None = None) -> datetime | None:
        due = self.one(clock, account_id)
        return due.due_at if due else None

    def reminders(self, now: datetime) -> tuple[Reminder, ...]:
        return reminders(self.events, self.ground, now)

    def fire(self, now: datetime) -> list[Clock]:
        """Fire what is called for, put it on record, and name the clocks."""
        fired = self.reminders(now)
        for one in fired:
            self.add("reminded", now, **one.said.model_dump(mode="json"))
        return [one.due.clock for one in fired]


def contract(clock: str | None, update_h: float | None = None, *, id_: str = "acme") -> Account:
    return LONDON.model_copy(update={"id": id_, "sla": AccountSla(update_h=update_h, first_response_h=4, clock=clock)})


def running(log: Log) -> dict[Clock, datetime]:
    return {due.clock: due.due_at for due in log.dues()}


def later(hours: float) -> datetime:
    return MONDAY + timedelta(hours=hours)
