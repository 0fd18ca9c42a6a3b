"""Answers from internal chat and the project tracker."""

from __future__ import annotations

from tools.results.base import Result, Row


class MessageRow(Row):
    """One chat message; `quote` is quoted material. `thread_of` is the id of the message it answers."""

    id: str
    channel: str
    at: str
    author: str | None = None
    thread_of: str | None = None
    quote: str


class ItemRow(Row):
    """A tracker item; `quote` is quoted material."""

    id: str
    title: str
    type: str | None = None
    status: str
    priority: str | None = None
    component: str | None = None
    fixed_in: str | None = None
    assignee: str | None = None
    linked_tickets: tuple[str, ...] = ()
    updated: str | None = None
    url: str | None = None
    quote: str | None = None


class Discussions(Result):
    found: int
    messages: tuple[MessageRow, ...] = ()
    items: tuple[ItemRow, ...] = ()
    warnings: tuple[str, ...] = ()
    coverage: dict[str, str]
