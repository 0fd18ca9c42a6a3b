"""Our own word that did not come, as the letter says sorry for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from escalation.assessment import Assessment
from escalation.language import language_of
from escalation.policy import Policy
from escalation.terms import Language
from escalation.updates.waited import broken, fell_silent, unanswered, waited
from prompts.filters import duration
from prompts.for_customers import promise_for
from prompts.plain import disarm
from prompts.render import render
from prompts.their_clock import for_customer

_NAMED: dict[Language, dict[float, str]] = {
    "en": {1: "every hour", 24: "every day", 168: "every week"},
    "zh": {1: "每小时", 24: "每天", 168: "每周"},
}


def unkept(assessment: Assessment, language: Language) -> dict[str, object] | None:
    """By when we promised the named customer something that did not come, or in which rhythm, and what they wrote since: it
    weighs more than the silence."""
    missed, silent, own = broken(assessment), fell_silent(assessment), assessment.account
    if own is None or (missed is None and silent is None):
        return None
    tickets = [m.ticket for m in assessment.matched if m.ticket.account_id == own.id]
    wrote = told_times(unanswered(tickets, assessment.at), own.timezone, language)
    if missed is None or (silent and silent.due and silent.due > missed.due):
        at = silent.since if silent else None
        since = for_customer(at, own.timezone, language) if at else None
        return {
            "promised": None,
            "every": every(silent.every_hours, language) if silent else None,
            "since": since,
            **wrote,
        }
    words = promise_for(assessment, missed.words) if language_of(missed.words) == language else None
    shown = for_customer(missed.due, own.timezone, language)
    kept = disarm(words) if words and not missed.word else None
    return {"promised": shown, "every": None, "word": missed.word, "words": kept, **wrote}


def too_long(assessment: Assessment, language: Language, *, wish: bool) -> dict[str, object] | None:
    """Since when the named customer has had no word of ours, if that is too long."""
    own = assessment.account
    if own is None or assessment.decision != "escalate":
        return None
    tickets = [m.ticket for m in assessment.matched if m.ticket.account_id == own.id]
    cadence = Policy().cadence[assessment.severity or "medium"]
    every = None if cadence.business_hours else cadence.customer_hours
    found = waited(tickets, assessment.at, own.sla, wish=wish, every=every)
    if found is None:
        return None
    shown = for_customer(found.since, own.timezone, language)
    wrote = told_times(found.wrote, own.timezone, language)
    return {"at": shown, "unanswered": found.unanswered, "promised": None, "every": None, **wrote}


def every(hours: float, language: Language) -> str:
    """A rhythm as people say it: "every hour", 「每 2 小时」."""
    named = _NAMED[language].get(hours)
    return named or ("每 " if language == "zh" else "every ") + duration(hours, language)


def told_times(wrote: Sequence[datetime], zone: str | None, language: Language) -> dict[str, object]:
    """When they wrote what had no answer, for the letter: how `often`, the `times` of two at most and the `last`, the clock
    named once."""
    shown = [for_customer(at, zone, language).strip() for at in wrote]
    if len(shown) > 1:
        shown[0] = shown[0].partition("（" if language == "zh" else " (")[0]
    return {"often": len(shown), "times": shown[:2] if len(shown) <= 2 else [], "first": shown[0] if shown else None,
            "last": shown[-1] if shown else None}  # fmt: skip


def apology(assessment: Assessment, language: Language) -> str | None:
    """The sentences that own up to it; None where nothing is owed."""
    owed = unkept(assessment, language)
    return render("updates/_waited.md.j2", language, waited=owed).strip() if owed else None
