"""Answers about tickets."""

from __future__ import annotations

from tools.results.base import Result, Row


class TicketRow(Row):
    """A ticket in brief. `subject` and `excerpt` are the customer's wording, quoted; `opened` is a day (UTC).

    `matched` is what it shares with the question: "list; approve ~ 批核" where it says the second for the first.
    """

    id: str
    subject: str
    account: str | None = None
    status: str
    opened: str
    product_area: str | None = None
    merged_into: str | None = None
    matched: str | None = None
    excerpt: str | None = None


class TicketThread(Row):
    """A whole ticket; times are RFC 3339 UTC, `thread` is quoted material."""

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
    requester: str | None = None
    sla: str | None = None
    affected_users: int | None = None
    linked: tuple[str, ...] = ()
    thread: str


class Tickets(Result):
    """`tickets` fit best, `further` follow them, one line each. `account` is the customer asked for, whose name the rows then
    leave out; `note` says what those without the words are."""

    found: int
    note: str | None = None
    account: str | None = None
    tickets: tuple[TicketRow, ...] = ()
    further: tuple[str, ...] = ()
    threads: tuple[TicketThread, ...] = ()
    not_found: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    has_more: bool | None = None
    next_offset: int | None = None
    coverage: dict[str, str]
