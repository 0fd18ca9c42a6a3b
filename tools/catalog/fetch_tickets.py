"""fetch_tickets: whole threads by id, or compact rows by words and filters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal, TypedDict

from pydantic import Field

from escalation.errors import InvalidInput
from tools import coverage, instants
from tools.catalog.account_facts import called
from tools.catalog.fitting import FAINT, Fit, clear
from tools.catalog.ticket_rows import OPEN, SOLVED, flagged, line, row, thread
from tools.desk.office import Call, opened
from tools.desk.whose import one_account
from tools.results.tickets import TicketRow, Tickets
from tools.serving.parameters import AccountQuery, Limit, Offset, OptionalQuery, Since, TicketIds, Until
from tools.serving.quoting import plain
from tools.store.indexed_text import text_of

if TYPE_CHECKING:
    from escalation.ports import Workspace
    from escalation.records import Ticket

STATUSES: dict[str | None, tuple[str, ...]] = {"open": OPEN, "solved": SOLVED, None: ()}
_FAINTER = "Further tickets share much less with these words; next_offset shows them."
_NONE = "The words were found in none of these; they are listed open and newest first."
_SOME = "Rows without matched hold none of the words; they are the other tickets, open and newest first."
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
    named = one_account(workspace, account) if account else None
    wanted = _Wanted(
        account_ids=(named.id,) if named else (),
        status=STATUSES[state],
        since=instants.read(since, "since"),
        until=instants.read(until, "until"),
    )
    found = _found(workspace, query or "", wanted, limit, offset)
    return Tickets(
        found=len(found.tickets),
        note=found.note,
        account=called(named) if named else None,
        **_rows(workspace, query or "", found, named=named is not None),
        has_more=found.more,
        next_offset=offset + len(found.tickets) if found.more else None,
        warnings=flagged(found.tickets),
        coverage=coverage.said(workspace.coverage(), "support_platform"),
    )


class _Wanted(TypedDict):
    account_ids: Sequence[str]
    status: Sequence[str]
    since: datetime | None
    until: datetime | None


@dataclass(frozen=True)
class _Found:
    """`scores` are shares of the best match; a ticket without one holds none of the words."""

    tickets: list[Ticket]
    scores: Mapping[str, float]
    more: bool
    note: str | None = None


def _found(workspace: Workspace, query: str, wanted: _Wanted, limit: int, offset: int) -> _Found:
    end = offset + limit
    if not query.strip():
        listed = [hit.record for hit in workspace.search_tickets(**wanted, limit=limit + 1, offset=offset)]
        return _Found(listed[:limit], {}, len(listed) > limit)
    hits = workspace.search_tickets(query, **wanted, limit=end + 1, near=True)
    scores = {hit.record.id: hit.score / hits[0].score for hit in hits}
    tickets = [hit.record for hit in hits]
    narrow = any(wanted.values())
    if narrow and len(hits) <= end and (wanted["account_ids"] or not hits):
        # Whose ticket it must be is known: it may say the matter in words that no search can guess.
        rest = workspace.search_tickets(**wanted, limit=end + 1)
        tickets += [hit.record for hit in rest if hit.record.id not in scores]
        shown = tickets[offset:end]
        return _Found(shown, scores, len(tickets) > end, _told(shown, scores))
    shown = tickets[offset:end]
    if offset or narrow:
        return _Found(shown, scores, len(tickets) > end)
    fitting = [ticket for ticket in shown if scores[ticket.id] >= FAINT]
    return _Found(fitting, scores, len(tickets) > len(fitting), _FAINTER if len(fitting) < len(shown) else None)


def _told(shown: list[Ticket], scores: Mapping[str, float]) -> str | None:
    if not shown or all(ticket.id in scores for ticket in shown):
        return None
    return _SOME if any(ticket.id in scores for ticket in shown) else _NONE


class _Rows(TypedDict):
    tickets: tuple[TicketRow, ...]
    further: tuple[str, ...]


def _rows(workspace: Workspace, query: str, found: _Found, *, named: bool) -> _Rows:
    """The first ones in full, as long as they fit clearly; then one line each."""
    owners = dict.fromkeys(ticket.account_id for ticket in found.tickets if ticket.account_id and not named)
    accounts = {account.id: account for account in workspace.accounts(owners)}
    fit = Fit(workspace, query) if query.strip() else None
    rows: list[TicketRow] = []
    lines: list[str] = []
    for number, ticket in enumerate(found.tickets):
        why = fit.shared(text_of("ticket", ticket)) if fit and ticket.id in found.scores else ()
        owner = accounts.get(ticket.account_id or "")
        if not lines and clear(number, found.scores.get(ticket.id, 1.0), 1.0):
            rows.append(row(ticket, account=called(owner) if owner else None, found=why))
        else:
            lines.append(line(ticket, account=plain(owner.name, 80) if owner else None, found=why))
    return {"tickets": tuple(rows), "further": tuple(lines)}


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
