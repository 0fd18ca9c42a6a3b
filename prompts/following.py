"""Words for what comes after the brief: why something is due, what to do about it, what an ending still takes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from escalation.clocks.asked import asked_of
from escalation.clocks.due import Due
from escalation.following.patterns import Pattern
from escalation.following.steps import StepId
from escalation.register.state import EscalationState, Promise
from escalation.terms import Language
from prompts.lacking import item
from prompts.plain import disarm
from prompts.render import phrase
from prompts.statements import say

Names = Callable[[str], str]
"""What customers are called, by id; an id that has no name stays as it is."""


def todo(due: Due, state: EscalationState, language: Language, name: Names = disarm) -> str:
    """What to do about a due time, as one request."""
    return phrase(
        f"todo_{due.todo}",
        language,
        team=team(state, language),
        account=disarm(name(due.account_id)) if due.account_id else None,
        accounts=_still_owed(due, state, name),
        subject=disarm(due.subject or "") or None,
        asked=[one.model_copy(update={"text": disarm(one.text)[:90]}) for one in asked_of(state, due.account_id)],
        lacks=[item(lack, language) for lack in state.lacking],
        supplied=bool(state.supplied),
        sent=state.sent,
        was=phrase(f"target_{state.was_with}", language) if state.was_with else None,
        wish=is_wish(state),
    )


def _still_owed(due: Due, state: EscalationState, name: Names) -> list[str]:
    """Those to whom a promise made to several is still owed, by name; none for one that names its customer."""
    promise = next((p for p in state.promises if due.clock == "promise" and p.id == due.subject), None)
    return _owed_by_name(promise, state, name) if promise else []


def _owed_by_name(promise: Promise, state: EscalationState, name: Names) -> list[str]:
    return [disarm(name(id_)) for id_ in promise.owed_to(state.account_ids)] if promise.account_id is None else []


def undue(state: EscalationState, language: Language) -> str | None:
    """What to do about an escalation for which nothing is due: None where that is nothing."""
    if not state.is_open or state.decision not in ("need_info", "handle"):
        return None
    return phrase("todo_answer_questions" if state.decision == "need_info" else "todo_answer_customer", language)


def is_wish(state: EscalationState) -> bool:
    """Whether it ends with a decision about the product and not with something mended."""
    return state.target == "product"


def why(due: Due, language: Language) -> str:
    return say(due.why, language)


def date_promise(promise: Promise, state: EscalationState, language: Language, name: Names = disarm) -> str:
    """What to do about a promise without a time."""
    account = disarm(name(promise.account_id)) if promise.account_id else None
    accounts = _owed_by_name(promise, state, name)
    return phrase("todo_date_promise", language, account=account, accounts=accounts, subject=disarm(promise.id))


def kept_late(late: str, language: Language) -> str:
    """Of a promise that was kept `late`, a length of time."""
    return phrase("promise_kept_late", language, late=late)


def handle_pattern(pattern: Pattern, language: Language, name: Names = disarm) -> str:
    """What to do about one issue of several customers."""
    others = [state.id for state in pattern.escalations[1:]]
    if pattern.unconfirmed:
        untold, silent = ([disarm(name(id_)) for id_ in ids] for ids in (pattern.untold, pattern.unconfirmed))
        return phrase("todo_pattern_confirm", language, accounts=silent, untold=untold, wish=is_wish(pattern.parent))
    if others:
        return phrase("todo_pattern_join", language, parent=pattern.parent.id, others=others)
    return phrase("todo_pattern_one", language, parent=pattern.parent.id)


def step(
    id_: StepId,
    state: EscalationState,
    language: Language,
    *,
    done_at: datetime | None = None,
    accounts: tuple[str, ...] = (),
    promises: tuple[Promise, ...] = (),
    name: Names = disarm,
) -> str:
    """A step of an ending, marked as done or not done; `accounts` are those it is still missing for, `promises` those owed."""
    named = [disarm(name(account)) for account in accounts]
    opens, closes = "「」" if language == "zh" else "“”"
    owed = [f"{disarm(each.id)} {opens}{disarm(each.text)[:80]}{closes}" for each in promises]
    words = phrase(f"step_{id_}", language, team=team(state, language), accounts=named, promises=owed)
    return phrase("step_done" if done_at else "step_open", language, at=done_at, step=words)


def standing(state: EscalationState, language: Language) -> str:
    return phrase(f"standing_{state.status}", language)


def team(state: EscalationState, language: Language) -> str | None:
    return phrase(f"target_{state.target}", language) if state.target else None
