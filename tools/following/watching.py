"""Firing reminders, each once over all processes: taken under a lease, told, and put on record in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol

from escalation.clocks.reminders import Reminder, reminders
from tools.catalog.due_rows import due_row, names
from tools.following.board import ground

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tools.desk.office import Opened
    from tools.results.following import DueRow
    from tools.store.leases import Leases

WHO = "customer-escalation watch"


class Sink(Protocol):
    """Where reminders go."""

    def tell(self, key: str, row: DueRow) -> None: ...

    def has(self, key: str) -> bool:
        """Whether this one has been told already, as far as can be seen there."""
        ...


def fire(rooms: Opened, leases: Leases, sink: Sink) -> int:
    """Tell all that is called for now and is not another process's; returns how many this one told."""
    return sum(_fired(rooms, leases, sink, reminder) for reminder in _called_for(rooms))


def left_sending(rooms: Opened) -> list[str]:
    """Send what a process that died was sending, and tell of each: sent now, or why not. Nothing is sent twice."""
    carrying = rooms.carrying
    news: list[str] = []
    sent = carrying.sender.finish(
        carrying.proposal,
        lambda row, error: news.append(f"{row.escalation_id}  {row.proposal} was left unsent: {error}"),
    )
    for id_ in sent:
        action = carrying.proposal(id_).action
        news.append(f"{action.escalation_id}  {id_} was left unsent and is now sent to {action.destination}.")
    return news


def key_of(reminder: Reminder) -> str:
    """The same text for the same miss in every process."""
    return sha256(reminder.claim.encode()).hexdigest()


def _called_for(rooms: Opened) -> Iterator[Reminder]:
    """Of escalations with something overdue; the record is read anew, since another process may have told it just now."""
    seen = rooms.board.look()
    late = dict.fromkeys(due.escalation_id for due in seen.dues() if due.due_at <= seen.now)
    histories = list(rooms.register.histories(late))
    on = ground(rooms.workspace, rooms.policy, histories)
    for events in histories:
        yield from reminders(events, on, seen.now)


def _fired(rooms: Opened, leases: Leases, sink: Sink, reminder: Reminder) -> bool:
    key, due = key_of(reminder), reminder.due
    taken_over = leases.take(key)
    if taken_over is None:
        return False
    state, now = rooms.register.state(due.escalation_id), rooms.workspace.now()
    row = due_row(due, state, now, names(rooms.workspace, [due.account_id]))
    return rooms.register.append_if(
        due.escalation_id,
        "reminded",
        _telling(leases, sink, key, row, taken_over=taken_over),
        who=WHO,
        at=now,
        data=reminder.said.model_dump(mode="json"),
    )


def _telling(leases: Leases, sink: Sink, key: str, row: DueRow, *, taken_over: bool) -> Callable[[Connection], bool]:
    def tell(connection: Connection) -> bool:
        if not leases.settle(connection, key):
            return False
        # Whoever held it before may have told it and died before it could say so.
        if not (taken_over and sink.has(key)):
            sink.tell(key, row)
        return True

    return tell
