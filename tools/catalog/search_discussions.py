"""search_discussions: internal chat and the project tracker, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools import coverage, instants
from tools.desk.office import Call, opened
from tools.results.discussions import Discussions, ItemRow, MessageRow
from tools.serving.parameters import Limit, Query, Since
from tools.serving.quoting import Quoted, bare, listed, orders_in, plain, quoted

if TYPE_CHECKING:
    from escalation.records import Message, TrackerItem

_QUOTE = 500


def search_discussions(call: Call, *, query: Query, since: Since = None, limit: Limit = 5) -> Discussions:
    """Internal chat messages and tracker items (bugs, feature requests, incidents) about something; `limit` holds for each.
    All of it is internal and quoted material; none of it goes to a customer."""
    workspace = opened(call).workspace
    messages = [
        hit.record for hit in workspace.search_messages(query, since=instants.read(since, "since"), limit=limit)
    ]
    items = [hit.record for hit in workspace.search_items(query, limit=limit)]
    said = [quoted(message.text, f"message {bare(message.id)}", _QUOTE) for message in messages]
    told = [quoted(item.body, f"item {bare(item.id)}", _QUOTE) for item in items]
    return Discussions(
        found=len(messages) + len(items),
        messages=tuple(map(_message, messages, said)),
        items=tuple(map(_item, items, told)),
        warnings=tuple(
            dict.fromkeys(
                (*(warning for quote in (*said, *told) for warning in quote.warnings), *_flagged(messages, items))
            )
        ),
        coverage=coverage.said(workspace.coverage(), "chat", "project_tracker"),
    )


def _flagged(messages: list[Message], items: list[TrackerItem]) -> tuple[str, ...]:
    """Warnings about orders in the short fields of the rows."""
    said = (w for m in messages for w in orders_in((m.channel, m.author), f"message {bare(m.id)}"))
    told = (
        w
        for i in items
        for w in orders_in((i.title, i.status, i.component, i.assignee, i.fixed_in), f"item {bare(i.id)}")
    )
    return (*said, *told)


def _message(message: Message, quote: Quoted) -> MessageRow:
    return MessageRow(
        id=bare(message.id),
        channel=plain(message.channel) or "",
        at=instants.said(message.at) or "",
        author=plain(message.author),
        thread_of=bare(message.thread_of) if message.thread_of else None,
        quote=quote.text,
    )


def _item(item: TrackerItem, quote: Quoted) -> ItemRow:
    return ItemRow(
        id=bare(item.id),
        title=plain(item.title) or "(no title)",
        type=plain(item.type),
        status=plain(item.status) or "",
        priority=plain(item.priority),
        component=plain(item.component),
        fixed_in=plain(item.fixed_in),
        assignee=plain(item.assignee),
        linked_tickets=listed(item.linked_tickets),
        updated=instants.said(item.updated_at),
        url=plain(item.url, 2_000),
        quote=quote.text if item.body else None,
    )
