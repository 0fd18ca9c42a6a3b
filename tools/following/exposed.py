"""News on the record that tells of an exposure: it is Security's at once, as if it had been typed as the issue."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from tools.serving.quoting import bare, plain

if TYPE_CHECKING:
    from escalation.evidence import Evidence
    from escalation.following.news import News
    from escalation.register.events import Event
    from escalation.register.state import EscalationState
    from tools.desk.office import Opened

_FIRST = 10_000
"""Ids of what is quoted from the record start here, above those of what was handed in."""


def sent_to_security(rooms: Opened, event: Event, news: News) -> str | None:
    """Puts what tells of it among the evidence, has the escalation judged again, and says what that changed and what to do; None
    where nothing tells of one and where Security has it."""
    from escalation.judgement.told_exposure import told_exposure

    state = rooms.register.state(event.escalation_id)
    if state.target == "security":
        return None
    told = ((text, _others(rooms, state, text)) for text in (news.why, news.text, news.cause, news.learned) if text)
    found = next(((text, words) for text, names in told if (words := told_exposure(text, names))), None)
    if found is None:
        return None
    if not state.is_open:
        return _said(state, found[1])
    piece = _piece(state, event, news, found[0])
    if piece not in state.evidence:
        data = {"evidence": [piece.model_dump(mode="json")]}
        rooms.register.append(state.id, "evidence_added", who=event.who, at=event.at, data=data)
    return _judged_again(rooms, state, found[1], piece.id)


def _judged_again(rooms: Opened, before: EscalationState, words: str, evidence: str) -> str | None:
    from tools.desk.desk import Request

    rooms.desk.prepare(Request(before.issue), escalation_id=before.id)
    after = rooms.register.state(before.id)
    return _said(before, words, after, evidence) if after.target == "security" else None


def _others(rooms: Opened, state: EscalationState, text: str) -> tuple[str, ...]:
    """Names in the text of customers beside the one that it began with."""
    own = state.account_ids[:1]
    named = rooms.workspace.accounts_named_in(text, near=False) if own else ()
    return tuple(each.text for each in named if each.account.id not in own)


def _piece(state: EscalationState, event: Event, news: News, text: str) -> Evidence:
    from escalation.evidence import Evidence

    owner = news.account_id or (state.account_ids[0] if len(state.account_ids) == 1 else None)
    record = f"{event.who}:{event.what}"
    number = _FIRST + int(sha256(f"{record}\n{text}".encode()).hexdigest(), 16) % (9 * _FIRST)
    return Evidence(
        id=f"E{number}",
        source="host",
        record_id=record,
        quotation=text,
        at=event.at,
        fetched_at=event.at,
        # What the customer answered is theirs; a note on the record is ours.
        account_id=owner if event.what == "customer_answered" else None,
    )


def _said(
    before: EscalationState, words: str, after: EscalationState | None = None, evidence: str | None = None
) -> str:
    from prompts.following import team
    from prompts.render import phrase

    tongue = before.language or "en"
    return phrase(
        "next_exposure",
        tongue,
        words=plain(words, 200),
        team=team(before, tongue) or phrase("target_l2", tongue) if after else None,
        told=bool(after and before.sent),
        was=before.target,
        before=before.severity,
        severity=after.severity if after else None,
        evidence=bare(evidence) if evidence else None,
    )
