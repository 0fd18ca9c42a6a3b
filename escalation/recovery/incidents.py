"""Incidents: distinct occurrences of faults that reached one customer, each with its evidence, and what was not counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, get_args

from escalation.records import Account, Ticket, TrackerItem
from escalation.recovery.faults import INCIDENT, not_counted, troubles
from escalation.recovery.own_times import NOT_TOLD, Told, own_times
from escalation.register.state import EscalationState

Sort = Literal["outage", "incident", "escalation"]
Why = Literal["outside_window", "minor", "not_grave", "relationship", "theirs", "untyped", "merged", "no_fault"]
WHYS: tuple[Why, ...] = get_args(Why)
"""Why a record is not an incident, in the order in which a reader wants to see them: what comes close first."""

SAME = timedelta(hours=48)
"""Records of one fault lie within this time of each other; later it has come back, and is another occurrence."""

FILED = timedelta(days=7)
"""A past escalation may be written down days after its fault; then its title must speak of the same."""

_WORD = re.compile(r"[a-z]{3,}|[\u3400-\u9fff]{2}")
_ANY_FAULT = frozenset(
    "all and for the with from not outage outages down issue issues problem error errors failure fails failed service slow "  # noqa: SIM905
    "report urgent again 故障 中断 问题 无法 不能 系统 服务 紧急".split()
)

GRAVE = frozenset({"critical", "high", "urgent"})


@dataclass(frozen=True)
class Incident:
    """One occurrence. `evidence` are ids of its tickets, tracker items and escalations, `tickets` those of the customer's
    tickets among them. Without `ended_at` it is still going on. `own` are the times of the fault itself, where people wrote
    them down; a ticket is opened later and closed later.
    """

    at: datetime
    sort: Sort
    title: str
    evidence: tuple[str, ...]
    ended_at: datetime | None = None
    tickets: tuple[str, ...] = ()
    own: Told = NOT_TOLD


@dataclass(frozen=True)
class Left:
    """A record that was not counted, and why."""

    id: str
    why: Why


@dataclass(frozen=True)
class Counted:
    """`still_open` are tickets and escalations of the customer that are not over: while there are any, nothing is calm."""

    incidents: tuple[Incident, ...]
    left: tuple[Left, ...]
    still_open: tuple[str, ...] = ()


def count(
    account: Account,
    tickets: Iterable[Ticket],
    items: Iterable[TrackerItem],
    escalations: Iterable[EscalationState],
    *,
    since: datetime,
    until: datetime,
) -> Counted:
    """The account's incidents from `since` to `until`, oldest first. `items` are those linked to its tickets.

    Of what lies outside that time only that is told which would have counted inside it.
    """
    tickets, escalations, items = list(tickets), list(escalations), list(items)
    incidental = {item.id for item in items if (item.type or "").lower() in INCIDENT}
    judged: list[tuple[Incident, Why | None]] = [
        *((_of_ticket(each, items, account.timezone), not_counted(each, incidental)) for each in tickets),
        *_recorded(account, escalations, {each.id for each in tickets}),
    ]
    found: list[Incident] = []
    left: list[Left] = []
    for incident, why in judged:
        inside = since <= incident.at <= until
        if why is None and inside:
            found.append(incident)
        elif why is None or inside:
            left.append(Left(incident.evidence[0], why or "outside_window"))
    running = (state.id for state in escalations if state.is_open and account.id in state.account_ids)
    still_open = (*(each.id for each in tickets if troubles(each)), *running)
    return Counted(tuple(_together(found)), tuple(sorted(left, key=lambda one: WHYS.index(one.why))), still_open)


def _of_ticket(ticket: Ticket, items: Iterable[TrackerItem], zone: str | None) -> Incident:
    worked_on = [item for item in items if item.id in ticket.linked_tracker and (item.type or "").lower() in INCIDENT]
    sort: Sort = "outage" if (ticket.priority or "").lower() == "urgent" else "incident"
    ended = ticket.solved_at or ((ticket.updated_at or ticket.created_at) if ticket.solved else None)
    evidence = (ticket.id, *ticket.linked_tracker)
    own = own_times(ticket, worked_on, zone) if ended else NOT_TOLD
    return Incident(ticket.created_at, sort, ticket.subject, evidence, ended, (ticket.id,), own)


def _recorded(
    account: Account, escalations: Iterable[EscalationState], own: set[str]
) -> Iterator[tuple[Incident, Why | None]]:
    """Escalations of high severity or above; one about a feature or the relationship itself is no fault."""
    for past in account.escalation_history:
        # A past escalation says when it was, and not how long it took.
        yield Incident(past.at, "escalation", past.title, (past.id,), past.at), _no_fault(past.severity, past.target)
    for state in escalations:
        if account.id in state.account_ids:
            theirs = tuple(id_ for id_ in state.ticket_ids if id_ in own)
            evidence = (state.id, *theirs, *state.item_ids)
            incident = Incident(state.opened_at, "escalation", state.issue, evidence, state.ended_at, theirs)
            yield incident, _no_fault(state.severity, state.target)


def _no_fault(severity: str | None, target: str | None) -> Why | None:
    if target in ("product", "leadership"):
        return "relationship"
    return None if (severity or "").lower() in GRAVE else "not_grave"


def _together(found: list[Incident]) -> list[Incident]:
    """Records of the same occurrence as one."""
    whole: list[Incident] = []
    for each in sorted(found, key=lambda one: one.at):
        same = next((one for one in reversed(whole) if _same(one, each)), None)
        if same is None:
            whole.append(each)
        else:
            whole[whole.index(same)] = _merged(same, each)
    return whole


def _same(one: Incident, other: Incident) -> bool:
    """They name a ticket in common, or lie close together and name another record in common; a past escalation names none,
    so that lying close together is all there is to go by.
    """
    if set(one.tickets) & set(other.tickets):
        return True
    if other.at - one.at > SAME:
        past = _names_nothing(one) or _names_nothing(other)
        return past and other.at - one.at <= FILED and len(_spoken_of(one) & _spoken_of(other)) >= ALIKE
    return bool(set(one.evidence) & set(other.evidence)) or _names_nothing(one) or _names_nothing(other)


ALIKE = 2
"""So many words in common say the same: "front desk"."""


def _spoken_of(one: Incident) -> set[str]:
    return set(_WORD.findall(one.title.lower())) - _ANY_FAULT


def _names_nothing(one: Incident) -> bool:
    return one.sort == "escalation" and len(one.evidence) == 1


def _merged(one: Incident, other: Incident) -> Incident:
    told = other if one.sort == "escalation" else one
    ends = [each.ended_at for each in (one, other)]
    known = [end for end in ends if end is not None]
    return Incident(
        min(one.at, other.at),
        told.sort,
        told.title,
        tuple(dict.fromkeys((*one.evidence, *other.evidence))),
        max(known) if len(known) == len(ends) else None,
        tuple(dict.fromkeys((*one.tickets, *other.tickets))),
        told.own if told.own.hours else (one.own if one.own.hours else other.own),
    )
