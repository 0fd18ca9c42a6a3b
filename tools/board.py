"""What is due over all escalations: worked out once for each, and again only for those whose record or records changed.

Due times follow from record, policy and records alone, so that the time of day only decides where the line to what has
passed is drawn.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Lock
from typing import cast

from escalation.clocks.due import Due
from escalation.clocks.dues import dues_of
from escalation.clocks.replay import play
from escalation.clocks.rhythm import Ground
from escalation.policy import Policy
from escalation.ports import Workspace
from escalation.register import Event
from escalation.register_state import EscalationState
from tools.store.register import Register

_START = datetime(1970, 1, 1, tzinfo=UTC)
"""A time at which nothing is overdue."""

Standing = tuple[EscalationState, tuple[Due, ...]]


@dataclass
class _Kept:
    """All escalations by id with their dues; `ordered` are the dues of all, earliest first."""

    generation: str = ""
    last_seq: int = 0
    standing: dict[str, Standing] = field(default_factory=dict[str, Standing])
    ordered: list[Due] = field(default_factory=list[Due])


class Board:
    """Safe between threads; each question first reads what was recorded since the last one."""

    def __init__(self, register: Register, workspace: Workspace, policy: Policy) -> None:
        self._register, self._workspace, self._policy = register, workspace, policy
        self._kept = _Kept()
        self._lock = Lock()

    def look(self) -> View:
        """Everything as it stands now."""
        with self._lock:
            self._refresh()
            return View(self._kept.standing, self._kept.ordered, self._workspace.now())

    def _refresh(self) -> None:
        generation = self._workspace.generation()
        kept = self._kept if generation == self._kept.generation else _Kept(generation)
        if changed := self._register.since(kept.last_seq):
            # New containers: a view that was handed out stays as it was.
            standing = kept.standing | self._worked_out(changed)
            dues = sorted((due for _, found in standing.values() for due in found), key=lambda due: due.due_at)
            kept = _Kept(generation, max(changed.values()), standing, dues)
        self._kept = kept

    def _worked_out(self, ids: Iterable[str]) -> dict[str, Standing]:
        histories = list(self._register.histories(ids))
        on = ground(self._workspace, self._policy, histories)
        played = (found for events in histories if (found := play(events, on)))
        known_at = self._workspace.now()
        return {one.state.id: (one.state, dues_of(one, on, _START, known_at=known_at)) for one in played}


@dataclass(frozen=True)
class View:
    """All escalations at one moment."""

    standing: dict[str, Standing]
    ordered: list[Due]
    now: datetime

    @property
    def states(self) -> Iterator[EscalationState]:
        return (state for state, _ in self.standing.values())

    def state(self, due: Due) -> EscalationState:
        return self.standing[due.escalation_id][0]

    def dues(self) -> list[Due]:
        """All that runs, in the order of `clocks.due.urgency`: overdue promises, what else is overdue, what is to come."""
        return self.urgent_first(self.ordered)

    def of(self, escalation_id: str) -> list[Due]:
        """What is due for one escalation, the most urgent first."""
        return self.urgent_first(sorted(self.standing[escalation_id][1], key=lambda due: due.due_at))

    def urgent_first(self, earliest_first: list[Due]) -> list[Due]:
        passed = bisect_left(earliest_first, self.now, key=lambda due: due.due_at)
        overdue, to_come = earliest_first[:passed], earliest_first[passed:]
        promises = [due for due in overdue if due.clock == "promise"]
        return [*promises, *(due for due in overdue if due.clock != "promise"), *to_come]

    def overdue(self, due: Due) -> bool:
        return due.due_at < self.now


def ground(workspace: Workspace, policy: Policy, histories: Iterable[Iterable[Event]]) -> Ground:
    """What the clocks of these records stand on: the accounts and tickets that their events name."""
    accounts: set[str] = set()
    tickets: set[str] = set()
    for events in histories:
        for event in events:
            accounts.update(_ids(event, "account_ids"))
            tickets.update(_ids(event, "ticket_ids"))
    with workspace.snapshot() as at:
        found = at.tickets(sorted(tickets))
        accounts.update(ticket.account_id for ticket in found if ticket.account_id)
        return Ground(policy, {one.id: one for one in at.accounts(sorted(accounts))}, {one.id: one for one in found})


def _ids(event: Event, name: str) -> Iterable[str]:
    ids = event.data.get(name)
    return map(str, cast("list[object]", ids)) if isinstance(ids, list) else ()
