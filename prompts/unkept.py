"""Our own word that did not come, as the letter says sorry for it."""

from __future__ import annotations

from escalation.assessment import Assessment
from escalation.language import language_of
from escalation.terms import Language
from escalation.updates.waited import broken
from prompts.for_customers import promise_for
from prompts.plain import disarm
from prompts.render import render
from prompts.their_clock import for_customer


def unkept(assessment: Assessment, language: Language) -> dict[str, object] | None:
    """By when we promised the named customer something that did not come; it weighs more than the silence since."""
    missed, own = broken(assessment), assessment.account
    if missed is None or own is None:
        return None
    words = promise_for(assessment, missed.words) if language_of(missed.words) == language else None
    shown = for_customer(missed.due, own.timezone, language)
    return {"promised": shown, "word": missed.word, "words": disarm(words) if words and not missed.word else None}


def apology(assessment: Assessment, language: Language) -> str | None:
    """The sentences that own up to it; None where nothing is owed."""
    owed = unkept(assessment, language)
    return render("updates/_waited.md.j2", language, waited=owed).strip() if owed else None
