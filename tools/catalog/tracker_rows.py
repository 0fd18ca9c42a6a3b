"""Tracker items as rows of a result."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tools import instants
from tools.catalog.fitting import Fit, clear, fitting, matched
from tools.results.discussions import ItemRow
from tools.serving.quoting import Quoted, bare, listed, orders_in, plain, quoted
from tools.store.indexed_text import text_of

if TYPE_CHECKING:
    from escalation.matching.shared import Shared
    from escalation.ports import Hit
    from escalation.records import TrackerItem

_QUOTE, _WHOLE = 300, 6_000
"""Characters of an item that fits well, and of one asked for by id."""


def rows(
    hits: Sequence[Hit[TrackerItem]], fit: Fit, *, whole: bool
) -> tuple[tuple[ItemRow, ...], tuple[str, ...], int]:
    """As `chat_threads.rows`."""
    kept, left_out = fitting(hits, lambda hit: hit.score)
    told: list[ItemRow] = []
    warnings: list[str] = []
    for number, hit in enumerate(kept):
        item, full = hit.record, whole or clear(number, hit.score, kept[0].score)
        shared = fit.shared(text_of("item", item))
        quote = quoted(_said(item, whole=whole), f"item {bare(item.id)}", _WHOLE if whole else _QUOTE)
        told.append(_row(item, shared, quote) if full else _brief(item, shared))
        warnings += [*(quote.warnings if full else ()), *_flagged(item)]
    return tuple(told), tuple(dict.fromkeys(warnings)), left_out


def _said(item: TrackerItem, *, whole: bool) -> str:
    comments = (each if isinstance(each, str) else each.body for each in item.comments)
    return "\n\n".join(filter(None, (item.body, *(comments if whole else ()))))


def _flagged(item: TrackerItem) -> tuple[str, ...]:
    return orders_in((item.title, item.status, item.component, item.assignee, item.fixed_in), f"item {bare(item.id)}")


def _brief(item: TrackerItem, shared: Sequence[Shared]) -> ItemRow:
    return ItemRow(
        id=bare(item.id),
        title=plain(item.title) or "(no title)",
        type=plain(item.type),
        status=plain(item.status) or "",
        fixed_in=plain(item.fixed_in),
        linked_tickets=listed(item.linked_tickets),
        matched=matched(shared),
    )


def _row(item: TrackerItem, shared: Sequence[Shared], quote: Quoted) -> ItemRow:
    return _brief(item, shared).model_copy(
        update={
            "priority": plain(item.priority),
            "component": plain(item.component),
            "assignee": plain(item.assignee),
            "updated": instants.said(item.updated_at),
            "url": plain(item.url, 2_000),
            "quote": quote.text if item.body or item.comments else None,
        }
    )
