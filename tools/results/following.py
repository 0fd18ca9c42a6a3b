"""Answers about what comes after the brief: dues, patterns, and what an update left to do."""

from __future__ import annotations

from tools.results.base import Result, Row


class DueRow(Row):
    """`do` is what to do. Without `due` no time was promised; without `overdue` its time has not passed. `missed`: times it had
    before it was moved; `kept`: it was, and late. `about` is the ticket, `promise_id` the promise as update_escalation wants it,
    `owner` whoever answers for it."""

    escalation_id: str
    clock: str
    account: str | None = None
    about: str | None = None
    promise_id: str | None = None
    owner: str | None = None
    due: str | None = None
    overdue: str | None = None
    missed: tuple[str, ...] = ()
    kept: str | None = None
    do: str
    why: str


class PatternRow(Row):
    """One issue of several customers; `escalation_id` is the one it is worked on under."""

    escalation_id: str
    issue: str
    customers: int
    accounts: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()
    unconfirmed: tuple[str, ...] = ()
    do: str


class ImprovementRow(Row):
    """What would keep it from happening again, in how many escalations it was named, and in which."""

    improvement: str
    times: int
    escalations: tuple[str, ...]


class HandoverRow(Row):
    """One escalation for the shift that takes over: whom it waits for, what is overdue, what falls due in the coming shift,
    what else is promised, and what changed in the last one."""

    escalation_id: str
    issue: str
    status: str
    severity: str | None = None
    team: str | None = None
    accounts: tuple[str, ...] = ()
    waiting: str
    overdue: tuple[str, ...] = ()
    coming: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


class Updated(Result):
    """`due` is one line per clock, the most urgent first; `steps` what the ending takes; `missing` what the team waits for."""

    escalation_id: str
    recorded: str
    promise_id: str | None = None
    status: str
    severity: str | None = None
    due: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    coverage: dict[str, str]
