"""search_discussions: internal chat and the project tracker, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools import coverage, instants
from tools.office import Call, opened
from tools.parameters import Limit, Query, Since
from tools.quoting import Quoted, plain, quoted
from tools.results.discussions import Discussions, ItemRow, MessageRow

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
    said = [quoted(message.text, f"message {message.id}", _QUOTE) for message in messages]
    told = [quoted(item.body, f"item {item.id}", _QUOTE) for item in items]
    return Discussions(
        found=len(messages) + len(items),
        messages=tuple(map(_message, messages, said)),
        items=tuple(map(_item, items, told)),
        warnings=tuple(warning for quote in (*said, *told) for warning in quote.warnings),
        coverage=coverage.said(workspace.coverage(), "chat", "project_tracker"),
    )


def _message(message: Message, quote: Quoted) -> MessageRow:
    return MessageRow(
        id=message.id,
        channel=message.channel,
        at=instants.said(message.at) or "",
        author=message.author,
        thread_of=message.thread_of,
        quote=quote.text,
    )


def _item(item: TrackerItem, quote: Quoted) -> ItemRow:
    return ItemRow(
        id=item.id,
        title=plain(item.title) or "(no title)",
        type=item.type,
        status=item.status,
        priority=item.priority,
        component=item.component,
        fixed_in=item.fixed_in,
        assignee=item.assignee,
        linked_tickets=item.linked_tickets,
        updated=instants.said(item.updated_at),
        url=item.url,
        quote=quote.text if item.body else None,
    )
