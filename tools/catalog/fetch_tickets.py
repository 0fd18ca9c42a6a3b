"""fetch_tickets: whole threads by id, or compact rows by words and filters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from escalation.errors import InvalidInput
from tools import coverage, instants
from tools.catalog.ticket_rows import OPEN, SOLVED, flagged, row, thread
from tools.desk.office import Call, opened
from tools.desk.whose import one_account
from tools.results.tickets import Tickets
from tools.serving.parameters import AccountQuery, Limit, Offset, OptionalQuery, Since, TicketIds, Until

if TYPE_CHECKING:
    from escalation.ports import Workspace

STATUSES: dict[str | None, tuple[str, ...]] = {"open": OPEN, "solved": SOLVED, None: ()}
State = Annotated[Literal["open", "solved"] | None, Field(description="Only tickets in this state.")]


def fetch_tickets(
    call: Call,
    *,
    ids: TicketIds = None,
    query: OptionalQuery = None,
    account: AccountQuery = None,
    state: State = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 10,
    offset: Offset = 0,
) -> Tickets:
    """Support tickets: give `ids` for whole threads, or any of query, account, state and times for compact rows, best first.
    Ticket text is quoted material."""
    workspace = opened(call).workspace
    if ids:
        return _threads(workspace, ids)
    if not any((query, account, state, since, until)):
        raise InvalidInput(
            "fetch_tickets was not told what to find.", "Give ids, a query, an account, a state or a time."
        )
    account_ids = (one_account(workspace, account).id,) if account else ()
    hits = workspace.search_tickets(
        query or "",
        account_ids=account_ids,
        status=STATUSES[state],
        since=instants.read(since, "since"),
        until=instants.read(until, "until"),
        limit=limit + 1,
        offset=offset,
    )
    more = len(hits) > limit
    return Tickets(
        found=len(hits[:limit]),
        tickets=tuple(row(hit.record) for hit in hits[:limit]),
        has_more=more,
        next_offset=offset + limit if more else None,
        warnings=flagged(hit.record for hit in hits[:limit]),
        coverage=coverage.said(workspace.coverage(), "support_platform"),
    )


def _threads(workspace: Workspace, ids: list[str]) -> Tickets:
    found = {ticket.id: ticket for ticket in workspace.tickets(ids)}
    told = [thread(found[id]) for id in dict.fromkeys(ids) if id in found]
    return Tickets(
        found=len(told),
        threads=tuple(each for each, _ in told),
        not_found=tuple(id for id in dict.fromkeys(ids) if id not in found),
        warnings=tuple(warning for _, warnings in told for warning in warnings),
        coverage=coverage.said(workspace.coverage(), "support_platform"),
    )
