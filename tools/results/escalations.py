"""Answers about escalations on record."""

from __future__ import annotations

from tools.results.base import Result, Row
from tools.results.following import DueRow, HandoverRow, ImprovementRow, PatternRow


class EscalationRow(Row):
    """One escalation in a line; instants are RFC 3339 UTC. `next_due` is its most urgent clock, `do` what to do for it."""

    id: str
    issue: str
    status: str
    decision: str | None = None
    severity: str | None = None
    target: str | None = None
    accounts: tuple[str, ...] = ()
    customers: int | None = None
    """How many, where more are affected than `accounts` lists."""
    opened: str
    reports: int | None = None
    last_change: str
    open_promises: int | None = None
    next_due: str | None = None
    overdue: str | None = None
    do: str | None = None


class Escalations(Result):
    """What the view asked for: escalations, dues, patterns, improvements or the blocks of a handover."""

    found: int
    counts: dict[str, int] | None = None
    """Of the open escalations found: how many of each severity and for each team."""
    escalations: tuple[EscalationRow, ...] = ()
    dues: tuple[DueRow, ...] = ()
    patterns: tuple[PatternRow, ...] = ()
    improvements: tuple[ImprovementRow, ...] = ()
    handover: tuple[HandoverRow, ...] = ()
    has_more: bool | None = None
    next_offset: int | None = None
    coverage: dict[str, str]


class RecordLine(Row):
    """One event. `data` is what it says, long texts left to their own place."""

    at: str
    who: str
    what: str
    why: str | None = None
    data: str | None = None


class PromiseRow(Row):
    id: str
    text: str
    account: str | None = None
    owner: str | None = None
    made: str
    due: str | None = None
    kept: str | None = None
    in_time: bool | None = None
    """Whether it was kept by its time and those before it; unsaid while it is open, and of one that had no time."""
    missed: tuple[str, ...] = ()
    """Times that had passed when it was moved."""
    still_owed_to: tuple[str, ...] = ()


class Escalation(Result):
    escalation: EscalationRow
    tickets: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    overrides: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    """Why it is as severe as it is and goes to this team, while no brief says so."""
    clocks: tuple[DueRow, ...] = ()
    promises: tuple[PromiseRow, ...] = ()
    steps: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    brief: str | None = None
    record: tuple[RecordLine, ...] = ()
    evidence: tuple[str, ...] = ()
    more: str | None = None
    coverage: dict[str, str]
