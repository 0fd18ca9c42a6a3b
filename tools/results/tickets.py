"""Answers about tickets."""

from __future__ import annotations

from tools.results.base import Result, Row


class TicketRow(Row):
    """A ticket in one line. Times are RFC 3339 UTC; `subject` is the customer's wording, quoted."""

    id: str
    subject: str
    account: str | None = None
    status: str
    priority: str | None = None
    product_area: str | None = None
    created: str
    updated: str | None = None
    solved: str | None = None
    merged_into: str | None = None


class TicketThread(TicketRow):
    """A whole ticket; `thread` is quoted material."""

    requester: str | None = None
    sla: str | None = None
    affected_users: int | None = None
    linked: tuple[str, ...] = ()
    thread: str


class Tickets(Result):
    found: int
    tickets: tuple[TicketRow, ...] = ()
    threads: tuple[TicketThread, ...] = ()
    not_found: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    has_more: bool | None = None
    next_offset: int | None = None
    coverage: dict[str, str]
