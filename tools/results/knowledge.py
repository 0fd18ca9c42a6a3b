"""Answers from the knowledge base."""

from __future__ import annotations

from tools.results.base import Result, Row


class ArticleRow(Row):
    """An article. `standing` says whether it may be relied on: valid, outdated, draft or archived; `matched` what it shares with
    the question."""

    id: str
    title: str
    type: str | None = None
    standing: str
    has_workaround: bool | None = None
    applies_to: str | None = None
    fixed_in: str | None = None
    product_area: str | None = None
    visibility: str | None = None
    updated: str | None = None
    url: str | None = None
    matched: str | None = None
    excerpt: str | None = None


class Articles(Result):
    found: int
    note: str | None = None
    articles: tuple[ArticleRow, ...] = ()
    warnings: tuple[str, ...] = ()
    coverage: dict[str, str]
