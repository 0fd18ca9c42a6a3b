"""Closing: refused while a step of the ending is not done, unless somebody says why it closes without; then both are recorded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from escalation.errors import InvalidInput
from escalation.following.steps import Step, StepId, steps_of
from escalation.register.events import Event
from escalation.register.state import EscalationState

if TYPE_CHECKING:
    from escalation.following.news import News

DOES: Mapping[StepId, str] = {
    "team_told": "post_to_channel",
    "resolution_on_ticket": "reply_to_customer",
    "customers_told": "draft_customer_update, then reply_to_customer, for each",
    "cause_recorded": "cause",
    "learned_recorded": "learned",
    "satisfaction_confirmed": "customer_confirmed, for each",
    "improvement_named": "improvement",
    "article_drafted": "draft_article",
    "promises_kept": "promise_kept or promise_moved, for each",
}
"""What does a step, as a caller knows it."""


def closing(news: News, state: EscalationState, log: Iterable[Event]) -> dict[str, Any]:
    """What closing says besides its own words: the steps that it leaves undone. Raises `InvalidInput` when nobody said why."""
    if state.status == "closed":
        return {}
    open_ones = left(news, state, log)
    if open_ones and not news.why:
        raise InvalidInput(
            f"{state.id} was not closed. Not done: {'; '.join(map(_named, open_ones))}.",
            f"Do them, name those done elsewhere in done, or say in why it closes without them: both go on record.{_again(news)}",
        )
    return {"left": [_short(step) for step in open_ones]} if open_ones else {}


def _again(news: News) -> str:
    """Nothing of a refused closing is kept: whoever gave it must not believe that it is on record."""
    given = [name for name in ("learned", "improvement", "cause", "text", "done") if getattr(news, name)]
    return f" Nothing was recorded: give {', '.join(given)} again with it." if given else ""


def left(news: News, state: EscalationState, log: Iterable[Event]) -> list[Step]:
    """Steps that neither the record nor this closing itself does."""
    said = {"cause_recorded": news.cause, "learned_recorded": news.learned, "improvement_named": news.improvement}
    now_done = {*(id_ for id_ in news.done if id_ != "promises_kept"), *(id_ for id_, words in said.items() if words)}
    return [step for step in steps_of("closed", state, log) if not step.done and step.id not in now_done]


def _named(step: Step) -> str:
    return f"{_short(step)} ({DOES[step.id]})"


def _short(step: Step) -> str:
    of = step.accounts or tuple(f"{promise.id} ({promise.text[:60]})" for promise in step.promises)
    return f"{step.id}: {', '.join(of)}" if of else step.id
