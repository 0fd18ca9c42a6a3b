"""lookup_account: one customer with everything a brief may need, or the candidates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from tools import coverage
from tools.catalog.account_facts import candidate, facts, incident
from tools.catalog.ticket_rows import OPEN, flagged, row
from tools.desk.office import Call, opened
from tools.desk.whose import candidates
from tools.results.accounts import AccountAnswer
from tools.serving.quoting import orders_in, plain

if TYPE_CHECKING:
    from escalation.register.state import EscalationState

Name = Annotated[str, Field(min_length=1, max_length=200, description="Account id, name, alias or domain, as typed.")]
_RECENT = 5
_RUNNING, _TITLE = 10, 120
_NOBODY = "No account answers to this. Check the spelling, try its id or domain, or ask which customer is meant."


def lookup_account(call: Call, *, account: Name) -> AccountAnswer:
    """A customer: plan, ARR, renewal, SLA, health, contacts, recent tickets, past escalations. Several fits come back as
    candidates; ask which is meant."""
    rooms = opened(call)
    workspace = rooms.workspace
    covered = coverage.said(workspace.coverage(), "crm", "support_platform")
    matches = candidates(workspace, account)
    if len(matches) != 1:
        named = tuple(
            w for m in matches for w in orders_in((m.account.name, m.account.plan), f"The record of {m.account.id}")
        )
        return AccountAnswer(
            found=len(matches),
            note=None if matches else _NOBODY,
            candidates=tuple(map(candidate, matches)),
            warnings=named,
            coverage=covered,
        )
    found = matches[0].account
    told, warnings = facts(found)
    recent = workspace.search_tickets(account_ids=(found.id,), limit=_RECENT)
    open_now = workspace.search_tickets(account_ids=(found.id,), status=OPEN, limit=200)
    running = sorted(
        rooms.register.list(open_only=True, account_id=found.id), key=lambda each: each.opened_at, reverse=True
    )
    past = sorted(found.escalation_history, key=lambda each: each.at, reverse=True)
    return AccountAnswer(
        found=1,
        account=told,
        open_tickets=len(open_now),
        recent_tickets=tuple(row(hit.record, excerpt=False) for hit in recent),
        running_escalations=tuple(_running(each) for each in running[:_RUNNING]),
        past_escalations=tuple(incident(each) for each in past[:10]),
        warnings=(*warnings, *flagged((hit.record for hit in recent), excerpts=False)),
        coverage=covered,
    )


def _running(state: EscalationState) -> str:
    """ "ESC-0001 critical, engineering, in_progress: exports fail"."""
    standing = ", ".join(filter(None, (state.severity, state.target, state.status)))
    return f"{state.id} {standing}: {plain(state.issue, _TITLE)}"
