"""Escalations, their promises and their record as rows of a result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from tools import instants
from tools.results.base import is_list
from tools.results.escalations import EscalationRow, PromiseRow, RecordLine
from tools.serving.quoting import bare, listed, plain

if TYPE_CHECKING:
    from escalation.register.events import Event
    from escalation.register.state import EscalationState, Promise
    from tools.results.following import DueRow

_LONG = frozenset({"evidence", "text", "sections", "request", "issue", "concepts"})
"""Parts of an event that have a place of their own (the brief, the evidence) or are no news; "text" of the brief alone."""


_ACCOUNTS = 8
_SHOWN = 480
"""Characters of what one event says."""


def row(state: EscalationState, next_due: DueRow | None = None) -> EscalationRow:
    """`next_due` is the most urgent of what is due for it."""
    still_open = [promise for promise in state.promises if promise.kept_at is None]
    last = state.last_event
    return EscalationRow(
        id=state.id,
        issue=plain(state.issue) or "",
        status=state.status,
        decision=state.decision,
        severity=state.severity,
        target=state.target,
        accounts=listed(state.account_ids[:_ACCOUNTS]),
        customers=len(state.account_ids) if len(state.account_ids) > _ACCOUNTS else None,
        opened=instants.said(state.opened_at) or "",
        reports=state.reports if state.reports > 1 else None,
        last_change=f"{instants.said(last.at)} {last.what}",
        open_promises=len(still_open) or None,
        next_due=f"{next_due.due} {next_due.clock}" if next_due else None,
        overdue=next_due.overdue if next_due else None,
        do=next_due.do if next_due else _undue(state),
    )


def _undue(state: EscalationState) -> str | None:
    """What to do where no clock runs, as no team has it: find out what is unknown, or answer."""
    from prompts.following import undue

    return undue(state, state.language or "en")


def promise_row(promise: Promise, state: EscalationState) -> PromiseRow:
    """Of one made to several, `still_owed_to` names who has not had it, once one of them has."""
    return PromiseRow(
        id=promise.id,
        text=plain(promise.text, 240) or "",
        account=bare(promise.account_id) if promise.account_id else None,
        owner=plain(promise.owner, 80),
        made=instants.said(promise.made_at) or "",
        due=instants.said(promise.due),
        kept=instants.said(promise.kept_at),
        in_time=promise.in_time,
        missed=tuple(instants.said(due) or "" for due in promise.missed),
        still_owed_to=tuple(map(bare, promise.owed_to(state.account_ids))) if promise.kept_for else (),
    )


def record_line(event: Event) -> RecordLine:
    from escalation.actions.proposal import proposal_of

    kept = _LONG - {"text"} if event.what != "brief_written" else _LONG  # the brief is shown as a whole
    told = [f"{name}: {_shown(value)}" for name, value in event.data.items() if name not in kept and value]
    if proposal := proposal_of(event):
        told = [f"{proposal.id}: {proposal.action.kind}, {proposal.action.destination}"]
    elif event.what == "evidence_added":
        count = len(event.data.get("evidence", []))
        told = [f"{count} piece{'' if count == 1 else 's'}"]
    return RecordLine(
        at=instants.said(event.at) or "",
        who=plain(event.who, 80) or "",
        what=event.what,
        why=plain(event.why, 240),
        data=plain("; ".join(told), _SHOWN),
    )


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_shown(each)}" for name, each in cast("dict[str, Any]", value).items() if each)
    return ", ".join(map(str, value)) if is_list(value) else str(value)
