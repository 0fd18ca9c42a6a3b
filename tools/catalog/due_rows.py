"""What is due, as rows of a result: when, since how long, for whom, why and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from tools import instants
from tools.results.following import DueRow
from tools.serving.quoting import bare, plain

if TYPE_CHECKING:
    from escalation.clocks.due import Due
    from escalation.following.steps import Step
    from escalation.ports import Workspace
    from escalation.register.state import EscalationState, Promise
    from escalation.terms import Language
    from prompts.following import Names


def names(workspace: Workspace, ids: Iterable[str | None]) -> Names:
    """What these customers are called."""
    wanted = sorted({id_ for id_ in ids if id_})
    known = {account.id: plain(account.name, 80) or account.id for account in workspace.accounts(wanted)}
    return lambda id_: known.get(id_, id_)


def due_row(due: Due, state: EscalationState, now: datetime, name: Names, language: Language | None = None) -> DueRow:
    """Words are in the issue's language unless another is given."""
    from prompts.following import todo, why

    tongue = language or state.language or "en"
    return DueRow(
        escalation_id=state.id,
        clock=due.clock,
        account=bare(due.account_id) if due.account_id else None,
        about=bare(due.subject) if due.subject and due.clock != "promise" else None,
        promise_id=bare(due.subject) if due.subject and due.clock == "promise" else None,
        owner=plain(_owner(due, state), 80),
        due=instants.said(due.due_at),
        overdue=overdue(due, now, tongue),
        missed=tuple(instants.said(at) or "" for at in _missed(due, state)),
        do=plain(todo(due, state, tongue, name), 300) or "",
        why=plain(why(due, tongue), 300) or "",
    )


def _missed(due: Due, state: EscalationState) -> tuple[datetime, ...]:
    found = (each.missed for each in state.promises if due.clock == "promise" and each.id == due.subject)
    return next(found, ())


def _owner(due: Due, state: EscalationState) -> str | None:
    owned = (each.owner for each in state.promises if due.clock == "promise" and each.id == due.subject)
    return next(owned, None)


def undated_row(promise: Promise, state: EscalationState, name: Names, language: Language | None = None) -> DueRow:
    """A promise for which no time was given, so that no clock runs for it."""
    from prompts.following import date_promise

    return DueRow(
        escalation_id=state.id,
        clock="promise",
        account=bare(promise.account_id) if promise.account_id else None,
        promise_id=bare(promise.id),
        owner=plain(promise.owner, 80),
        do=plain(date_promise(promise, state, language or state.language or "en", name), 300) or "",
        why=plain(promise.text, 300) or "",
    )


def late_row(promise: Promise, state: EscalationState, name: Names, language: Language | None = None) -> DueRow:
    """A promise that was kept after its time, or after the one it had before it was moved."""
    from prompts.filters import duration
    from prompts.following import kept_late

    tongue = language or state.language or "en"
    first = min((*promise.missed, *((promise.due,) if promise.due else ())))
    done = promise.kept_at or first
    return DueRow(
        escalation_id=state.id,
        clock="promise",
        account=bare(promise.account_id) if promise.account_id else None,
        promise_id=bare(promise.id),
        owner=plain(promise.owner, 80),
        due=instants.said(first),
        kept=instants.said(done),
        missed=tuple(instants.said(at) or "" for at in promise.missed),
        do=plain(kept_late(duration((done - first).total_seconds() / 3600, tongue), tongue), 300) or "",
        why=plain(promise.text, 300) or "",
    )


def overdue(due: Due, now: datetime, language: Language) -> str | None:
    """By how much, in words; None while its time has not passed."""
    from prompts.filters import duration

    late = (now - due.due_at).total_seconds() / 3600
    return duration(late, language) if late > 0 else None


def step_lines(
    steps: Iterable[Step], state: EscalationState, name: Names, language: Language | None = None
) -> tuple[str, ...]:
    """ "done 2026-11-20 06:00 UTC: tell Engineering that it is over", "not done: …"."""
    tongue = language or state.language or "en"
    return tuple(plain(_step(s, state, tongue, name), 400) or "" for s in steps)


def _step(each: Step, state: EscalationState, language: Language, name: Names) -> str:
    from prompts.following import step

    at = each.by.at if each.by else None
    return step(each.id, state, language, done_at=at, accounts=each.accounts, promises=each.promises, name=name)
