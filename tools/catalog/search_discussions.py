"""search_discussions: internal chat and the project tracker, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools import coverage, instants
from tools.catalog import chat_threads, tracker_rows
from tools.catalog.fitting import Fit, note
from tools.desk.office import Call, opened
from tools.results.discussions import Discussions
from tools.serving.parameters import Limit, Query, Since

if TYPE_CHECKING:
    from escalation.ports import Workspace

_REPLIES = 3
"""Messages looked for per thread that is wanted: several of one thread may answer."""


def search_discussions(call: Call, *, query: Query, since: Since = None, limit: Limit = 5) -> Discussions:
    """Internal chat threads and tracker items (bugs, feature requests, incidents) about something; `limit` holds for each.
    All of it is internal and quoted material; none of it goes to a customer."""
    workspace = opened(call).workspace
    with workspace.snapshot() as at:
        whole = bool([*at.messages([query.strip()]), *at.items([query.strip()])])
        words = _named(at, query)
        fit = Fit(at, words)
        at_the_earliest = instants.read(since, "since")
        hits = at.search_messages(words, since=at_the_earliest, limit=_REPLIES * limit, near=True)
        said, said_of, said_less = chat_threads.rows(chat_threads.threads(at, hits)[:limit], fit, whole=whole)
        items = at.search_items(words, limit=limit, near=True)
        told, told_of, told_less = tracker_rows.rows(items, fit, whole=whole)
        return Discussions(
            found=len(said) + len(told),
            note=None if whole else note(said_less + told_less),
            threads=said,
            items=told,
            warnings=(*said_of, *told_of),
            coverage=coverage.said(at.coverage(), "chat", "project_tracker"),
        )


def _named(workspace: Workspace, query: str) -> str:
    """The question with every name of the customers it means, by name, by id or by a ticket's: colleagues write another one."""
    words = query.split()
    owners = [ticket.account_id for ticket in workspace.tickets(words) if ticket.account_id]
    accounts = {account.id: account for account in workspace.accounts([*words, *owners])}
    accounts |= {m.account.id: m.account for m in workspace.accounts_named_in(query, near=False)}
    called = (name for account in accounts.values() for name in (account.name, *account.aliases))
    return " ".join((query, *(name for name in called if name.casefold() not in query.casefold())))
