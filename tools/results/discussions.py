"""Answers from internal chat and the project tracker."""

from __future__ import annotations

from tools.results.base import Result, Row


class ThreadRow(Row):
    """A chat thread by the id of its first message, or a message alone; `quote` is quoted material.

    `messages` is how many it has, `found` are the replies that answer the question, `matched` what they share with it.
    """

    id: str
    channel: str
    messages: int | None = None
    found: tuple[str, ...] = ()
    matched: str | None = None
    quote: str


class ItemRow(Row):
    """A tracker item; `quote` is quoted material. Items that fit less come without what only a reader of one item needs."""

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
    matched: str | None = None
    quote: str | None = None


class Discussions(Result):
    """`note` says what is not shown."""

    found: int
    note: str | None = None
    threads: tuple[ThreadRow, ...] = ()
    items: tuple[ItemRow, ...] = ()
    warnings: tuple[str, ...] = ()
    coverage: dict[str, str]
