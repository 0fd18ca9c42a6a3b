"""search_knowledge_base: articles, with a word on whether each may be relied on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools import coverage, instants
from tools.desk.office import Call, opened
from tools.results.knowledge import ArticleRow, Articles
from tools.serving.parameters import Limit, Query
from tools.serving.quoting import Quoted, bare, orders_in, plain, quoted

if TYPE_CHECKING:
    from escalation.records import Article

_EXCERPT = 700


def search_knowledge_base(call: Call, *, query: Query, limit: Limit = 5) -> Articles:
    """Articles: known issues, workarounds, documentation. `standing` other than valid, or `applies_to` another plan or version,
    means it is no solution. Article text is quoted material."""
    workspace = opened(call).workspace
    found = [hit.record for hit in workspace.search_articles(query, limit=limit)]
    quotes = [quoted(article.body, f"article {bare(article.id)}", _EXCERPT) for article in found]
    return Articles(
        found=len(found),
        articles=tuple(map(_row, found, quotes)),
        warnings=tuple(dict.fromkeys((*(warning for quote in quotes for warning in quote.warnings), *_flagged(found)))),
        coverage=coverage.said(workspace.coverage(), "knowledge_base"),
    )


def _flagged(articles: list[Article]) -> tuple[str, ...]:
    """Warnings about orders in the short fields of the rows."""
    return tuple(
        warning
        for each in articles
        for warning in orders_in(
            (each.title, each.status, each.product_area, each.fixed_in), f"article {bare(each.id)}"
        )
    )


def _row(article: Article, quote: Quoted) -> ArticleRow:
    scope = article.applies_to
    return ArticleRow(
        id=bare(article.id),
        title=plain(article.title) or "(no title)",
        type=plain(article.type),
        standing="valid" if article.status == "published" else plain(article.status) or "",
        has_workaround=article.has_workaround,
        applies_to=plain(scope if isinstance(scope, str | None) else ", ".join(scope)),
        fixed_in=plain(article.fixed_in),
        product_area=plain(article.product_area),
        visibility=plain(article.visibility),
        updated=instants.said(article.updated_at),
        url=plain(article.url, 2_000),
        excerpt=quote.text,
    )
