"""News on its way to the record: masked, checked against where the escalation stands, recorded, and answered."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from escalation.following.news import News, data_of, promised_to
from escalation.following.patterns import missing
from escalation.following.steps import steps
from escalation.language import spoken_by
from escalation.reading.fence import visible
from escalation.reading.secrets.mask import mask
from prompts.following import is_wish
from prompts.render import phrase
from prompts.script import convention
from tools import coverage
from tools.catalog.due_rows import due_row, names, step_lines
from tools.desk.whose import zone_of
from tools.following.exposed import sent_to_security
from tools.results.following import DueRow, Updated
from tools.serving.quoting import bare, listed, plain

if TYPE_CHECKING:
    from escalation.ports import Workspace
    from escalation.register.events import Event
    from escalation.register.state import EscalationState
    from escalation.terms import Language
    from escalation.updates.phase import Phase
    from prompts.following import Names
    from tools.desk.office import Opened

_SHOWN, _CUSTOMERS = 6, 20


def recorded(rooms: Opened, escalation_id: str, news: News, who: str | None = None) -> Updated:
    """Puts `news` on the record of an escalation. Raises `NotFound`, or `InvalidInput` with what to do instead."""
    news, now = masked(news), rooms.workspace.now()
    event = rooms.register.decide(
        escalation_id,
        news.kind,
        lambda state, log: _serialised(
            data_of(news, state, now, log, zone=zone_of(rooms.workspace, promised_to(news, state)))
        ),
        who=plain(who, 200) or "reporter",
        at=now,
        why=news.why,
    )
    moved = sent_to_security(rooms, event, news)
    return _answer(rooms, event, news, moved)


def masked(news: News) -> News:
    """People paste keys and control characters into every field."""
    return replace(
        news,
        why=_clean(news.why),
        text=_clean(news.text),
        cause=_clean(news.cause),
        learned=_clean(news.learned),
        improvement=_clean(news.improvement),
        lacks=tuple(bare(mask(lack)) for lack in news.lacks if bare(lack)),
    )


def _clean(text: str | None) -> str | None:
    return mask(visible(text)).strip() or None if text else None


def _serialised(data: dict[str, object]) -> dict[str, object]:
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in data.items()
        if value is not None
    }


def _answer(rooms: Opened, event: Event, news: News, moved: str | None) -> Updated:
    seen = rooms.board.look()
    state, _ = seen.standing[event.escalation_id]
    name, tongue = names(rooms.workspace, (*state.account_ids, news.account_id)), state.language or "en"
    dues = [due_row(due, state, seen.now, name) for due in seen.of(state.id)]
    return Updated(
        escalation_id=state.id,
        recorded=event.what,
        promise_id=event.data.get("id"),
        status=state.status,
        severity=state.severity,
        due=tuple(_line(due, tongue) for due in dues[:_SHOWN]),
        missing=listed(state.lacking),
        steps=step_lines(steps(state, rooms.register.events(state.id)), state, name),
        next=(*filter(None, (moved,)), *_next(rooms.workspace, news, state, event.at, name, tongue)),
        coverage=coverage.REGISTER,
    )


def _line(row: DueRow, language: Language) -> str:
    return phrase("due_line", language, due=row.due, clock=row.clock, overdue=row.overdue, todo=row.do)


def _next(
    workspace: Workspace, news: News, state: EscalationState, at: datetime, name: Names, language: Language
) -> list[str]:
    """What this news calls for besides what the clocks say."""
    if news.kind == "account_joined" and news.account_id:
        return [phrase("next_joined", language, account=name(news.account_id), security=state.target == "security")]
    if news.kind == "customer_told" and news.text:
        whom = promised_to(news, state)
        return _promises_in(news.text, whom, state, at, language, zone_of(workspace, whom))
    if news.kind in ("resolved", "de_escalated"):
        ended = "next_ended" if news.kind == "resolved" else "next_ended_quietly"
        phase: Phase = "feature_decision" if news.kind == "resolved" and is_wish(state) else news.kind
        return [phrase(ended, language), *to_tell(workspace, state, phase, language)]
    said = {"bounced": "next_bounced", "severity_changed": "next_severity"}.get(news.kind)
    return [phrase(said, language)] if said else []


def to_tell(workspace: Workspace, state: EscalationState, phase: Phase, language: Language) -> list[str]:
    """Each customer who has not heard of the end, with the language that they are written to in."""

    accounts = workspace.accounts(missing(state, state.told))
    spoken = ((account, "zh_hant" if convention(account) else spoken_by(account) or language) for account in accounts)
    return [
        phrase(
            "next_tell_one",
            language,
            account=plain(account.name, 80),
            id=bare(account.id),
            phase=phase,
            tongue=phrase(f"language_{tongue}", language),
        )
        for account, tongue in spoken
    ][:_CUSTOMERS]


def _promises_in(
    text: str, whom: str | None, state: EscalationState, at: datetime, language: Language, zone: str | None
) -> list[str]:
    """Promises of the text that are not on record: nothing promised is forgotten. What is open for them by the same minute is
    the same promise, however it is put."""
    from escalation.promises import promises

    known = {promise.text for promise in state.promises}
    due = {p.due for p in state.promises if p.due and p.kept_at is None and p.account_id in (None, whom)}
    # Who notes a call says "promised to call back by noon": that is what was said to the customer, told of.
    found = [
        one
        for one in promises(_REPORTED.sub(_said_there, text), at, zone)
        if one.span not in known and one.due not in due
    ]
    return [phrase("next_told_promise", language, words=plain(_bare(one.span), 200), due=one.due) for one in found[:3]]


_REPORTED = re.compile(
    r"(?i)\b(?:(?:we|i) )?(?:have |has )?(?:promised|agreed|committed)"
    r"(?: (?:them|him|her|it|the customer))?,? (?:to|that we (?:will|would))\b"
    r"|(?:已|又)?(?:答应|承诺|约定|约好)(?:了|对方|客户|他们|于|在)*(?![的过])"
)


def _said_there(found: re.Match[str]) -> str:
    return "we will" if found[0].isascii() else "我们会"


def _bare(words: str) -> str:
    return words.removeprefix("we will ").removeprefix("我们会")
