"""One running clock: since when, due when; met, under another rhythm, or put off."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from escalation.clocks.rhythm import Rhythm


@dataclass(frozen=True)
class Run:
    """`due` is what the rhythm alone says. `met` counts how often it was met; `reminded` is the last reminder of this miss."""

    since: datetime
    due: datetime
    rhythm: Rhythm
    met: int = 0
    reminded: datetime | None = None

    @classmethod
    def begun(cls, at: datetime, rhythm: Rhythm) -> Run:
        return cls(at, rhythm.after(at), rhythm)

    def met_at(self, at: datetime, rhythm: Rhythm) -> Run:
        """What was due is done: a new period begins. News put on record late does not turn the clock back."""
        since = max(self.since, at)
        return Run(since, rhythm.after(since), rhythm, self.met + 1)

    def under(self, rhythm: Rhythm, at: datetime) -> Run:
        """The same period under another rhythm from `at` on.

        Longer: due later. Shorter: due earlier, but not before the change itself, since nobody could have known; and what
        was due before stays due. A clock that stood still begins afresh.
        """
        if rhythm == self.rhythm:
            return self
        if self.rhythm.paused and not rhythm.paused:
            since = max(self.since, at)
            return replace(self, since=since, due=rhythm.after(since), rhythm=rhythm, reminded=None)
        due = rhythm.after(self.since)
        if due < self.due:
            due = _sooner(self.due, due, at, rhythm)
        return replace(self, due=due, rhythm=rhythm)

    def awake(self, asleep_until: datetime | None, at: datetime) -> Run:
        """No longer put off, from `at` on: due as the rhythm says, but again not before the change itself."""
        return replace(self, due=_sooner(self.put_off(asleep_until), self.due, at, self.rhythm))

    def put_off(self, until: datetime | None) -> datetime:
        """When it is due, given that nothing is before `until`."""
        return self.due if until is None or until <= self.due else self.rhythm.calendar.next_open(until)

    def remind_from(self, due_at: datetime) -> datetime:
        """From when a reminder of this miss is called for: the due time; after a reminder, a whole period later."""
        return due_at if self.reminded is None else max(due_at, self.rhythm.after(self.reminded))


def _sooner(before: datetime, now_due: datetime, at: datetime, rhythm: Rhythm) -> datetime:
    return min(before, max(now_due, rhythm.calendar.next_open(at)))
