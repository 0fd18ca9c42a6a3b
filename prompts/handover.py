"""Words of a handover: what happened in a shift, what is due, whose move it is."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from escalation.register.events import WHATS
from prompts.following import Names, team, todo
from prompts.lacking import item
from prompts.plain import disarm
from prompts.render import phrase, phrases

if TYPE_CHECKING:
    from escalation.clocks.due import Due
    from escalation.following.handover import Waiting
    from escalation.register.events import Event
    from escalation.register.state import EscalationState, Promise
    from escalation.terms import Language

_CUT = 120


def overdue(due: Due, state: EscalationState, now: datetime, language: Language, name: Names) -> str:
    late = (now - due.due_at).total_seconds() / 3600
    return phrase("handover_overdue", language, at=due.due_at, late=late, todo=todo(due, state, language, name))


def coming(due: Due, state: EscalationState, language: Language, name: Names) -> str:
    return phrase("handover_coming", language, at=due.due_at, todo=todo(due, state, language, name))


def promise(made: Promise, language: Language, name: Names) -> str:
    account = disarm(name(made.account_id)) if made.account_id else None
    return phrase(
        "handover_promise", language, id=disarm(made.id), account=account, due=made.due, words=_cut(made.text)
    )


def waits(on: Waiting, state: EscalationState, language: Language, name: Names) -> str:
    """Whom it waits for."""
    return phrase(
        f"waits_{on.on}",
        language,
        team=team(state, language),
        accounts=[disarm(name(id_)) for id_ in on.accounts],
        lacks=[item(lack, language) for lack in state.lacking if lack != state.bounced_why],
        sent=state.sent,
        supplied=bool(state.supplied),
        why=_cut(state.bounced_why or state.snoozed_why or "") or None,
        until=on.until,
    )


def changed(one: Event, language: Language, name: Names) -> str:
    return phrase("handover_changed", language, at=one.at, words=event(one, language, name))


def more(count: int, language: Language) -> str:
    return phrase("handover_more", language, more=count)


def and_more(shown: tuple[str, ...], left: int, language: Language) -> tuple[str, ...]:
    """The customers that are shown, and how many more there are."""
    return (*shown, phrase("handover_more_customers", language, more=left)) if left > 0 else shown


def event(one: Event, language: Language, name: Names) -> str:
    """What happened, in a few words; the words of people are quoted."""
    data = one.data
    key = f"event_{one.what}"
    joined = data.get("account_ids")
    brought = [disarm(name(str(id_))) for id_ in data.get("new") or ()] if one.what == "joined" else []
    account = data.get("account_id") or (joined[0] if one.what == "account_joined" and joined else None)
    return phrase(
        key if one.what in WHATS and key in phrases(language) else "event_other",
        language,
        what=disarm(one.what),
        why=_cut(one.why or "") or None,
        text=_cut(str(data.get("text") or "")) or None,
        account=disarm(name(str(account))) if account else None,
        new=brought,
        who=disarm(one.who) if one.who != "reporter" else None,
        severity=_term("severity", data.get("severity"), language),
        team=_term("target", data.get("target"), language),
        id=disarm(str(data.get("id") or "")),
        due=_instant(data.get("due")),
        kind=disarm(str(data.get("kind") or "")),
        was=disarm(str(data.get("was") or "")),
        now=disarm(str(data.get("now") or "")),
        field=disarm(str(data.get("field") or "")),
        chosen=disarm(str(data.get("chosen") or "")),
        record=disarm(str(data.get("record_id") or data.get("ticket_id") or "")),
        article=data.get("source") == "kb",
        context=data.get("source") in {"tracker", "chat"},
        same=bool(data.get("same")),
        related=bool(data.get("related")),
    )


def severity(value: str | None, language: Language) -> str | None:
    return _term("severity", value, language)


def _term(kind: str, value: object, language: Language) -> str | None:
    words = phrases(language).get(f"{kind}_{value}")
    return words or (disarm(str(value)) if value else None)


def _instant(value: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(value)) if value else None
    except ValueError:
        return None


def _cut(text: str) -> str:
    flat = disarm(text)
    return flat if len(flat) <= _CUT else f"{flat[:_CUT].rstrip()} …"
