"""From news to one line of the record: refused in one sentence when something is missing, superfluous or impossible."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from escalation.clocks.calendar import LAST
from escalation.errors import InvalidInput
from escalation.following.closing import closing
from escalation.following.denied import denied
from escalation.following.kinds import TAKES, Kind
from escalation.following.steps import StepId
from escalation.promises import promises
from escalation.reading.times.deadlines import deadline
from escalation.register.events import Event
from escalation.register.state import EscalationState, Promise
from escalation.terms import Severity

ARGUMENTS = {"account_id": "account"}
"""What a field is called by whoever fills it in, where that differs."""


@dataclass(frozen=True)
class News:
    """What happened. Only `kind` is always there; `kinds.TAKES` says which fields go with which kind."""

    kind: Kind
    why: str | None = None
    text: str | None = None
    account_id: str | None = None
    severity: Severity | None = None
    lacks: tuple[str, ...] = ()
    promise_id: str | None = None
    until: datetime | None = None
    internal_hours: float | None = None
    customer_hours: float | None = None
    around_the_clock: bool = False
    cause: str | None = None
    learned: str | None = None
    improvement: str | None = None
    done: tuple[StepId, ...] = ()


def data_of(
    news: News, state: EscalationState, now: datetime, log: Iterable[Event] = (), *, zone: str | None = None
) -> dict[str, Any]:
    """What the event says (its reason, `news.why`, apart). `log` is the record before it, which closing is held against;
    `zone` (IANA) is the customer's, in which the times of a promise are meant.

    Raises `InvalidInput` with what to do instead.
    """
    _complete(news)
    _possible(news, state, now)
    if news.kind == "closed":
        return _said(news) | closing(news, state, log)
    if news.kind == "promise_made":
        found = promises(news.text or "", now, zone)
        first = min(found, key=lambda each: each.due or LAST, default=None)
        return {
            "id": _next_promise(state),
            "text": news.text,
            "account_id": promised_to(news, state),
            "due": news.until or (first.due if first else None) or _said_until(news.text or "", now, zone),
            "kind": first.kind if first else None,
            "owner": next((each.named for each in found), None),
        }
    if news.kind == "promise_kept":
        return _kept(news, state, now, log)
    if news.kind == "promise_moved":
        return {"id": news.promise_id, "due": news.until}
    if news.kind == "account_joined":
        return {"account_ids": [news.account_id], "text": news.text or ""}
    if news.kind == "rhythm_agreed":
        return _rhythm(news)
    return _said(news)


def promised_to(news: News, state: EscalationState) -> str | None:
    """The customer who is meant: the one that is named, else the only one."""
    return news.account_id or (state.account_ids[0] if len(state.account_ids) == 1 else None)


def _said_until(text: str, now: datetime, zone: str | None) -> datetime | None:
    """The time in words that are a promise because somebody says so: "the report by Friday"."""
    due = deadline(text, now, zone, kept=True)
    return due if due is not None and due > now else None


def _said(news: News) -> dict[str, Any]:
    names = ("text", "account_id", "severity", "lacks", "until", "cause", "learned", "improvement", "done")
    takes = TAKES[news.kind]
    return {name: value for name in names if name in (*takes.needs, *takes.may) and (value := getattr(news, name))}


def _rhythm(news: News) -> dict[str, Any]:
    """Zero hours end an agreement: contract or policy count again."""
    return {
        "internal_hours": news.internal_hours or None,
        "customer_hours": news.customer_hours or None,
        "around_the_clock": news.around_the_clock,
        "account_id": news.account_id,
    }


def _complete(news: News) -> None:
    takes = TAKES[news.kind]
    given = {each.name for each in fields(news) if each.name != "kind" and getattr(news, each.name) not in _ABSENT}
    lacking = [name for name in takes.needs if name not in given]
    surplus = sorted(given - {*takes.needs, *takes.may})
    if lacking or surplus:
        raise InvalidInput(f"{news.kind} was not recorded: {_wrong(lacking, surplus)}.", _way_out(news.kind))
    if news.kind == "rhythm_agreed" and news.internal_hours is None and news.customer_hours is None:
        raise InvalidInput(
            "rhythm_agreed was not recorded: it names no rhythm.",
            "Give customer_hours, internal_hours, or both; 0 ends an agreement.",
        )


_ABSENT: tuple[object, ...] = (None, "", (), False)


def _wrong(lacking: list[str], surplus: list[str]) -> str:
    parts = ["it needs " + _listed(lacking)] if lacking else []
    return "; ".join([*parts, *(["it has no use for " + _listed(surplus)] if surplus else [])])


def _way_out(kind: Kind) -> str:
    takes = TAKES[kind]
    needs = f"Give {_listed(takes.needs)}" if takes.needs else "Give nothing more"
    return f"{needs}{'; you may add ' + _listed(takes.may) if takes.may else ''}."


def _listed(names: tuple[str, ...] | list[str]) -> str:
    return ", ".join(ARGUMENTS.get(name, name) for name in names)


_STILL: tuple[Kind, ...] = ("promise_kept", "promise_moved", "reopened")
"""What was promised under an escalation of its own is kept there; and a merging can be undone."""


def _possible(news: News, state: EscalationState, now: datetime) -> None:
    if state.merged_into and news.kind not in _STILL:
        raise InvalidInput(f"{state.id} goes on as part of {state.merged_into}.", f"Record it on {state.merged_into}.")
    if TAKES[news.kind].open and not state.is_open:
        raise InvalidInput(f"{state.id} has ended: it is {state.status}.", "Record reopened with its why first.")
    if news.kind == "severity_changed" and news.severity == state.severity:
        raise InvalidInput(f"{state.id} is {state.severity} already.", "Give another severity, or record progress.")
    if news.until is not None and news.until <= now and news.kind in ("snoozed", "promise_moved"):
        raise InvalidInput("until has passed already.", "Give a time that is still to come.")
    if news.kind.startswith("promise_") and news.promise_id:
        _open_promise(news.promise_id, news.account_id, state)
    if news.account_id and news.kind != "account_joined":
        _affected(news.account_id, state)
    _fits_the_end(news, state)


def _open_promise(promise_id: str, account_id: str | None, state: EscalationState) -> None:
    owed = {promise.id: promise for promise in state.promises if promise.kept_at is None}
    if promise_id not in owed:
        raise InvalidInput(f"{state.id} has no open promise {promise_id}.", _choice([*owed.values()]))
    made_to = owed[promise_id].account_id
    if account_id and made_to and account_id != made_to:
        raise InvalidInput(f"{promise_id} was made to {made_to}, not to {account_id}.", _choice([*owed.values()]))


_BY_MESSAGE = frozenset({"update_by", "update_every", "deliver_by", "call_by"})
"""What no customer can have without having heard from us."""


def _kept(news: News, state: EscalationState, now: datetime, log: Iterable[Event]) -> dict[str, Any]:
    """`until` is when it was done. Raises `InvalidInput` for a time that cannot be, and where nothing was sent that could have
    kept it and nobody says what did."""
    promise = next(each for each in state.promises if each.id == news.promise_id)
    if news.until is not None and not promise.made_at <= news.until <= now:
        raise InvalidInput(
            f"{promise.id} cannot have been kept then: it was promised at {promise.made_at:%Y-%m-%dT%H:%MZ}, and now it is"
            f" {now:%Y-%m-%dT%H:%MZ}.",
            "Give in until when it was done, or leave until out: now.",
        )
    whom = news.account_id or promise.account_id
    if promise.kind in _BY_MESSAGE and not news.text and not _heard(whom, promise, log):
        raise InvalidInput(
            f"promise_kept was not recorded: nothing was sent to {whom or 'the customers'} since {promise.id} was made.",
            "Send it first (propose_action, carry_out), or say in text what was sent or said elsewhere, and in until when.",
        )
    return {"id": promise.id, "text": news.text or "", "at": news.until, "account_id": news.account_id}


def _heard(account_id: str | None, promise: Promise, log: Iterable[Event]) -> bool:
    """Whether this customer heard from us after the promise was made; the message that made it is none that keeps it."""
    return any(
        event.what == "customer_told"
        and event.at > promise.made_at
        and (account_id is None or event.data.get("account_id") in (None, account_id))
        for event in log
    )


def _choice(owed: list[Promise]) -> str:
    named = "; ".join(f"{promise.id} ({promise.text[:60]})" for promise in owed)
    return f"Open are: {named}." if named else "None is open; record promise_made first."


def _affected(account_id: str, state: EscalationState) -> None:
    if state.account_ids and account_id not in state.account_ids:
        raise InvalidInput(
            f"{account_id} is not among the customers of {state.id}: {', '.join(state.account_ids)}.",
            "Name one of these, or record account_joined first.",
        )


def _fits_the_end(news: News, state: EscalationState) -> None:
    if news.kind in ("reopened", "customer_confirmed") and state.is_open:
        raise InvalidInput(f"{state.id} is still open.", "Record resolved or de_escalated once it is over.")
    if news.kind == "customer_confirmed" and denied(news.text or ""):
        raise InvalidInput(
            f"“{(news.text or '')[:60]}” does not confirm that it holds.",
            "Record customer_answered with these words, or reopened with why; they stay among those who have not confirmed.",
        )
    if news.kind in ("resolved", "de_escalated") and state.status == "closed":
        raise InvalidInput(f"{state.id} is closed.", "Record reopened with its why first.")


def _next_promise(state: EscalationState) -> str:
    taken = {promise.id for promise in state.promises}
    return next(id_ for number in range(1, len(taken) + 2) if (id_ := f"P{number}") not in taken)
