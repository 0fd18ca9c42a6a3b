"""The answer of plan_recovery."""

from __future__ import annotations

from tools.results.base import Result, Row


class IncidentRow(Row):
    """One incident that counts. Without `ended` it is still going on; `records` are its tickets, items and escalations."""

    at: str
    ended: str | None = None
    sort: str
    title: str
    records: str


class LeftRow(Row):
    """A record that does not count, and why."""

    id: str
    why: str


class Action(Row):
    """One step of the rung: who owes it by when, and who must approve it first."""

    do: str
    owner: str
    due: str
    approval: str | None = None


class Refused(Row):
    """A wish that is not planned, why, and what is done instead."""

    wish: str
    why: str
    instead: str


class PaperRow(Row):
    """A draft. `audience` is customer or internal; `before` is what must be done before it is ready."""

    paper: str
    audience: str
    language: str
    ready: bool
    before: tuple[str, ...] = ()
    text: str


class RecoveryPlan(Result):
    """`counted` and `left` show what the rung rests on; `left_out` counts all that was left out, `left` names the first.
    `still_open` is what keeps it from being calm. `judge` says that a wish was read by its words only.
    """

    account: str
    account_id: str
    since: str
    until: str
    window_days: int
    incidents: int
    counted: tuple[IncidentRow, ...] = ()
    left_out: int
    left: tuple[LeftRow, ...] = ()
    still_open: tuple[str, ...] = ()
    calm_days: int | None = None
    rung: int
    means: str
    actions: tuple[Action, ...] = ()
    not_to_do: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()
    judge: str | None = None
    papers: tuple[PaperRow, ...] = ()
    coverage: dict[str, str]
