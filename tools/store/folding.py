"""Where escalations stand, folded forward: events are never rewritten, so a state up to one of them stays true."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from sqlalchemy import Connection

from escalation.register.events import Event
from escalation.register.state import EscalationState, after
from tools.store import other_ids, rows
from tools.store.documents import parts
from tools.store.memory import Lru

_BRIEFLY = 1_000
"""States without evidence and brief: more than are open at once in a support team."""

_WHOLLY = 32
"""Whole ones: those that are worked on."""

_Known = tuple[int, EscalationState]
"""The last event that a state knows, and the state."""


class Folded:
    """The states that a register has folded. What is read inside a transaction that writes is not kept: it may be undone."""

    def __init__(self) -> None:
        self._begin(None)

    def _begin(self, joins: str | None) -> None:
        self._joins = joins
        self._brief: Lru[str, _Known] = Lru(_BRIEFLY)
        self._whole: Lru[str, _Known] = Lru(_WHOLLY)

    def _up_to_date(self, connection: Connection) -> bool:
        """States name customers by ids: where one goes by another id since, they are folded anew. Whether any does at all."""
        if (joins := other_ids.joins(connection)) != self._joins:
            self._begin(joins)
        return joins is not None

    def whole(self, connection: Connection, id_: str, *, keep: bool) -> EscalationState | None:
        """One escalation with its evidence and brief; None when there is none."""
        joined = self._up_to_date(connection)
        known = self._whole.get(id_)
        fresh = rows.of_one(connection, id_, since=known[0] if known else 0, joined=joined)
        state = _onward(known[1] if known else None, fresh)
        if keep and fresh and state is not None:
            self._whole.put(id_, (fresh[-1].seq, state))
        return state

    def briefly(self, connection: Connection, last: Mapping[str, int]) -> dict[str, EscalationState]:
        """Escalations by id without evidence and brief; `last` says which event each has to know."""
        joined = self._up_to_date(connection)
        kept = self._brief.some(last)
        # One that knows more than this reader may see was folded by another, a moment later.
        held = {id_: known for id_, known in kept.items() if known[0] <= last[id_]}
        found = {id_: known[1] for id_, known in held.items() if known[0] == last[id_]}
        behind = sorted(last.keys() - found.keys())
        for some, since in ((_new(behind, held), 0), (_old(behind, held), _least(behind, held))):
            for part in parts(some):
                told = rows.told_since(connection, part, since, joined=joined)
                for id_, events in groupby(told, key=lambda event: event.escalation_id):
                    seq, before = held.get(id_) or (0, None)
                    if state := _onward(before, (event for event in events if event.seq > seq)):
                        found[id_] = state
                        self._brief.put(id_, (last[id_], state))
        return found


def _onward(state: EscalationState | None, events: Iterable[Event]) -> EscalationState | None:
    for event in events:
        state = after(state, event)
    return state


def _new(ids: Iterable[str], held: Mapping[str, _Known]) -> list[str]:
    return [id_ for id_ in ids if id_ not in held]


def _old(ids: Iterable[str], held: Mapping[str, _Known]) -> list[str]:
    return [id_ for id_ in ids if id_ in held]


def _least(ids: Iterable[str], held: Mapping[str, _Known]) -> int:
    return min((held[id_][0] for id_ in ids if id_ in held), default=0)
