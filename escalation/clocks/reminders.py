"""Which reminders are called for now: once for each miss, once after a gap however much was missed in it.

A due time that stays unmet is missed again a whole period after the last reminder of it; contracts and promises once.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from pydantic import BaseModel, ConfigDict

from escalation.clocks.due import Due, Key
from escalation.clocks.dues import dues_of
from escalation.clocks.promised import promises_word
from escalation.clocks.replay import Played, play
from escalation.clocks.rhythm import Ground
from escalation.records import Instant
from escalation.register.events import Event, Reminded

GRACE = timedelta(hours=1)
"""What fell due at closing time is still told within this; later, whoever was asleep is not woken."""


class Reminder(BaseModel):
    """A reminder to be fired, and what `reminded` puts on record for it.

    `claim` is the same for every process that finds the same miss: who claims it first fires it.
    """

    model_config = ConfigDict(frozen=True)

    due: Due
    missed_at: Instant
    """The miss this is about: the due time, or a whole period after the last reminder of it."""

    @property
    def claim(self) -> str:
        parts = (self.due.escalation_id, *self.due.key, self.missed_at.isoformat())
        return "/".join(part or "-" for part in parts)

    @property
    def said(self) -> Reminded:
        """The data of the `reminded` event that must be recorded once it is fired."""
        return Reminded(
            clock=self.due.clock, due_at=self.due.due_at, account_id=self.due.account_id, subject=self.due.subject
        )


def reminders(log: Iterable[Event], ground: Ground, now: datetime) -> tuple[Reminder, ...]:
    """What is to be fired at `now` (aware UTC), the most urgent first; empty again once each is on record."""
    events = list(log)
    played = play(events, ground)
    if played is None:
        return ()
    told = _told(events)
    found = (_reminder(due, played, told, now) for due in dues_of(played, ground, now) if due.due_at <= now)
    called_for = [reminder for reminder in found if reminder is not None]
    # One letter keeps the promise of word and meets the clock: whoever is told of the one is not told of the other.
    word = {r.due.account_id for r in called_for if promises_word(played.state, r.due.subject)}
    return tuple(
        reminder
        for reminder in called_for
        if reminder.due.clock != "customer" or not ({reminder.due.account_id, None} & word)
    )


def _reminder(due: Due, played: Played, told: dict[Key, datetime], now: datetime) -> Reminder | None:
    run = played.runs.get((due.clock, due.account_id))
    if run is None:
        return None if told.get(due.key, due.due_at - GRACE) >= due.due_at else Reminder(due=due, missed_at=due.due_at)
    missed_at = run.remind_from(due.due_at)
    if missed_at > now or not (run.rhythm.calendar.is_open(now) or now - missed_at <= GRACE):
        return None
    return Reminder(due=due, missed_at=missed_at)


def _told(events: list[Event]) -> dict[Key, datetime]:
    """The latest due time that was reminded of, for each clock that runs but once."""
    told: dict[Key, datetime] = {}
    for event in events:
        if event.what == "reminded":
            try:
                said = Reminded.model_validate(event.data)
            except ValueError:
                continue
            key: Key = (said.clock, said.account_id, said.subject)
            told[key] = max(said.due_at, told.get(key, said.due_at))
    return told
