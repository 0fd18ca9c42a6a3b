"""What is due over all escalations: worked out once for each, and again only for those whose record or records changed.

Due times follow from record, policy and records alone, so that the time of day only decides where the line to what has
passed is drawn.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Lock
from typing import cast

from escalation.clocks.due import Due, rank
from escalation.clocks.dues import dues_of, once_each
from escalation.clocks.replay import play
from escalation.clocks.rhythm import Ground
from escalation.policy import Policy
from escalation.ports import Workspace
from escalation.register.events import Event
from escalation.register.state import EscalationState
from tools.store.register import Register

_START = datetime(1970, 1, 1, tzinfo=UTC)
"""A time at which nothing is overdue."""

Standing = tuple[EscalationState, tuple[Due, ...]]


@dataclass
class _Kept:
    """All escalations by id with their dues; `ordered` are the dues of all, earliest first; `promises` and `others` part them."""

    generation: str = ""
    last_seq: int = 0
    standing: dict[str, Standing] = field(default_factory=dict[str, Standing])
    ordered: list[Due] = field(default_factory=list[Due])
    promises: list[Due] = field(default_factory=list[Due])
    others: list[Due] = field(default_factory=list[Due])


def _when(due: Due) -> tuple[datetime, str]:
    return due.due_at, due.escalation_id


def _promised(dues: list[Due], *, promised: bool = True) -> list[Due]:
    return [due for due in dues if (due.clock == "promise") == promised]


def _moved(ordered: list[Due], gone: list[Due], fresh: list[Due]) -> list[Due]:
    """A new list without what is gone, of escalations that are gone whole, and with what is fresh.

    Each is looked up by halves: walking through all of ten thousand escalations would cost every answer 40 ms.
    """
    if not ordered:
        return sorted(fresh, key=_when)
    moved = ordered.copy()
    for due in gone:
        del moved[bisect_left(moved, _when(due), key=_when)]
    for due in fresh:
        insort(moved, due, key=_when)
    return moved


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
            kept = self._kept
            return View(kept.standing, kept.ordered, kept.promises, kept.others, self._workspace.now())

    def _refresh(self) -> None:
        generation = self._workspace.generation()
        kept = self._kept if generation == self._kept.generation else _Kept(generation)
        if changed := self._register.since(kept.last_seq):
            kept = self._with(kept, changed)
        self._kept = kept

    def _with(self, kept: _Kept, changed: Mapping[str, int]) -> _Kept:
        """In new containers, since a view that was handed out stays as it was; what did not change keeps its place."""
        found = self._worked_out(changed)
        gone = [due for id_ in found if id_ in kept.standing for due in kept.standing[id_][1]]
        fresh = [due for _, dues in found.values() for due in dues]
        return _Kept(
            kept.generation,
            max(changed.values()),
            kept.standing | found,
            _moved(kept.ordered, gone, fresh),
            _moved(kept.promises, *(_promised(dues) for dues in (gone, fresh))),
            _moved(kept.others, *(_promised(dues, promised=False) for dues in (gone, fresh))),
        )

    def _worked_out(self, ids: Iterable[str]) -> dict[str, Standing]:
        histories = list(self._register.histories(ids))
        on = ground(self._workspace, self._policy, histories)
        played = (found for events in histories if (found := play(events, on)))
        known_at = self._workspace.now()
        dues = ((one.state, dues_of(one, on, _START, known_at=known_at)) for one in played)
        return {state.id: (state, once_each(found, state)) for state, found in dues}


@dataclass(frozen=True)
class View:
    """All escalations at one moment."""

    standing: dict[str, Standing]
    ordered: list[Due]
    promises: list[Due]
    others: list[Due]
    now: datetime

    @property
    def states(self) -> Iterator[EscalationState]:
        return (state for state, _ in self.standing.values())

    def state(self, due: Due) -> EscalationState:
        return self.standing[due.escalation_id][0]

    def dues(self) -> list[Due]:
        """All that runs, in the order of `clocks.due.urgency`: what is overdue by its `rank`, then what is to come."""
        return [*self.late(), *self.ordered[self._passed(self.ordered) :]]

    def late(self) -> list[Due]:
        """What is overdue, by its `rank`."""
        others = self.others[: self._passed(self.others)]
        asking = [due for due in others if rank(due) == 0]
        rest = [due for due in others if rank(due)] if asking else others
        return [*asking, *self.promises[: self._passed(self.promises)], *rest]

    def of(self, escalation_id: str) -> list[Due]:
        """What is due for one escalation, the most urgent first."""
        own = sorted(self.standing[escalation_id][1], key=_when)
        return sorted(own, key=lambda due: (not self.overdue(due), rank(due) if self.overdue(due) else 0))

    def _passed(self, earliest_first: list[Due]) -> int:
        return bisect_left(earliest_first, self.now, key=lambda due: due.due_at)

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
