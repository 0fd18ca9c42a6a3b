"""Incidents: distinct occurrences of faults that reached one customer, each with its evidence, and what was not counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from escalation.records import Account, Ticket, TrackerItem
from escalation.register_state import EscalationState

Sort = Literal["outage", "incident", "escalation"]
Why = Literal["merged", "no_fault", "minor", "outside_window"]
WHYS: tuple[Why, ...] = ("merged", "no_fault", "minor", "outside_window")

SAME = timedelta(hours=48)
"""Records of one fault lie within this time of each other; later it has come back, and is another occurrence."""

_GRAVE = frozenset({"critical", "high", "urgent"})
_INCIDENT = frozenset({"incident", "outage", "problem"})
_FAULT = frozenset({"bug", *_INCIDENT})


@dataclass(frozen=True)
class Incident:
    """One occurrence. `evidence` are ids of its tickets, tracker items and escalations."""

    at: datetime
    sort: Sort
    title: str
    evidence: tuple[str, ...]
    ended_at: datetime | None = None


@dataclass(frozen=True)
class Left:
    """A record that was not counted, and why."""

    id: str
    why: Why


@dataclass(frozen=True)
class Counted:
    incidents: tuple[Incident, ...]
    left: tuple[Left, ...]


def count(
    account: Account,
    tickets: Iterable[Ticket],
    items: Iterable[TrackerItem],
    escalations: Iterable[EscalationState],
    *,
    since: datetime,
    until: datetime,
) -> Counted:
    """The account's incidents from `since` to `until`, oldest first. `items` are those linked to its tickets."""
    incidental = {item.id for item in items if (item.type or "").lower() in _INCIDENT}
    found: list[Incident] = []
    left: list[Left] = []
    for ticket in tickets:
        why = _left_out(ticket, incidental, since, until)
        if why:
            left.append(Left(ticket.id, why))
        else:
            found.append(_of_ticket(ticket))
    found += [each for each in _recorded(account, escalations) if since <= each.at <= until]
    return Counted(tuple(_together(found)), tuple(left))


def _left_out(ticket: Ticket, incidental: set[str], since: datetime, until: datetime) -> Why | None:
    if ticket.merged_into:
        return "merged"
    if not since <= ticket.created_at <= until:
        return "outside_window"
    kind = (ticket.type or "").lower()
    if kind not in _FAULT:
        return "no_fault"
    if set(ticket.linked_tracker) & incidental:
        return None
    grave = (ticket.priority or "").lower()
    return None if grave == "urgent" or (kind in _INCIDENT and grave != "low") else "minor"


def _of_ticket(ticket: Ticket) -> Incident:
    sort: Sort = "outage" if (ticket.priority or "").lower() == "urgent" else "incident"
    return Incident(ticket.created_at, sort, ticket.subject, (ticket.id, *ticket.linked_tracker), ticket.solved_at)


def _recorded(account: Account, escalations: Iterable[EscalationState]) -> Iterable[Incident]:
    """Escalations of high severity or above; one about a feature or the relationship itself is no fault."""
    for past in account.escalation_history:
        if (past.severity or "").lower() in _GRAVE and past.target not in ("product", "leadership"):
            yield Incident(past.at, "escalation", past.title, (past.id,))
    for state in escalations:
        if (
            account.id in state.account_ids
            and state.severity in _GRAVE
            and state.target not in ("product", "leadership")
        ):
            yield Incident(
                state.opened_at,
                "escalation",
                state.issue,
                (state.id, *state.ticket_ids, *state.item_ids),
                state.ended_at,
            )


def _together(found: list[Incident]) -> list[Incident]:
    """Records of the same occurrence as one: they name a common record, or an escalation began while the fault was fresh."""
    whole: list[Incident] = []
    for each in sorted(found, key=lambda one: one.at):
        same = next((one for one in reversed(whole) if _same(one, each)), None)
        if same is None:
            whole.append(each)
        else:
            whole[whole.index(same)] = _merged(same, each)
    return whole


def _same(one: Incident, other: Incident) -> bool:
    if other.at - one.at > SAME:
        return False
    recorded = "escalation" in (one.sort, other.sort)
    return recorded or bool(set(one.evidence) & set(other.evidence))


def _merged(one: Incident, other: Incident) -> Incident:
    told = other if one.sort == "escalation" else one
    ends = [each.ended_at for each in (one, other) if each.ended_at]
    evidence = tuple(dict.fromkeys((*one.evidence, *other.evidence)))
    return Incident(min(one.at, other.at), told.sort, told.title, evidence, max(ends, default=None))
