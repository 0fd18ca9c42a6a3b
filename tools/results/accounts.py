"""Answers about customers."""

from __future__ import annotations

from tools.results.base import Result, Row
from tools.results.tickets import TicketRow


class Candidate(Row):
    """An account that could be meant. `how` it fits: id, name, alias, domain or near (a near-miss spelling)."""

    id: str
    name: str
    domain: str | None = None
    plan: str | None = None
    how: str


class Person(Row):
    name: str
    role: str | None = None
    email: str | None = None
    executive: bool | None = None


class Incident(Row):
    id: str
    at: str
    title: str
    severity: str | None = None
    target: str | None = None
    outcome: str | None = None


class AccountFacts(Row):
    """One customer. Money is USD a year; `unknown` names what no source tells, which is not zero and not "no"."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    domain: str | None = None
    plan: str | None = None
    arr_usd: float | None = None
    renewal_date: str | None = None
    customer_since: str | None = None
    trial_ends: str | None = None
    seats: int | None = None
    sla: str | None = None
    health: str | None = None
    csm: str | None = None
    region: str | None = None
    language: str | None = None
    timezone: str | None = None
    reference_customer: bool | None = None
    deals: tuple[str, ...] = ()
    contacts: tuple[Person, ...] = ()
    notes: str | None = None
    unknown: tuple[str, ...] = ()


class AccountAnswer(Result):
    """`account` when one fits, else `candidates`; `note` says what to do where nobody answers to the name."""

    found: int
    note: str | None = None
    account: AccountFacts | None = None
    open_tickets: int | None = None
    recent_tickets: tuple[TicketRow, ...] = ()
    running_escalations: tuple[str, ...] = ()
    past_escalations: tuple[Incident, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    warnings: tuple[str, ...] = ()
    coverage: dict[str, str]
