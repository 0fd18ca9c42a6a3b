"""What was done, in the words of those who did it: steps tried with their results, and how to reproduce."""

from __future__ import annotations

import re

from escalation.brief import BriefReproduction, BriefStep
from escalation.matters import TriedStep
from prompts.composing.case import Case
from prompts.composing.story import as_written
from prompts.excerpts import shortened
from prompts.plain import quoted
from prompts.statements import NO_ERROR_TEXT, with_sources

_LABEL = re.compile(r"(?i)^(ruled out|已排除|已排查)\s*[:：]\s*")


def tried(case: Case) -> tuple[BriefStep, ...]:
    """Steps in the words of those who took them; a result that nobody recorded stays None.

    Security reads among its own sections what was done to contain the matter.
    """
    return () if case.assessment.target == "security" else _all(case)


def _all(case: Case) -> tuple[BriefStep, ...]:
    return tuple(_step(case, step) for step in case.assessment.tried)


def _step(case: Case, tried: TriedStep) -> BriefStep:
    step, result = shortened(tried.step, 240), shortened(tried.result, 240) if tried.result else None
    if result and len(result) < len(step):
        step = (
            step.removesuffix(result).rstrip(" ,，:：;；") or step
        )  # "manual sync, same error": the error is the result
    return BriefStep(
        step=with_sources(quoted(step, case.language), tried.evidence),
        result=quoted(result, case.language) if result else None,
    )


def reproduction(case: Case) -> BriefReproduction | None:
    """For bugs and outages only; what the threads do not tell stays None."""
    found = case.assessment.reproduction
    if case.assessment.issue.kind not in ("bug", "outage") or found is None:
        return None

    def cited(text: str | None) -> str | None:
        return (
            case.sentence("quotation", case.holding(found.evidence, text), words=shortened(text, 240)) if text else None
        )

    def listed(key: str, texts: tuple[str, ...]) -> str | None:
        words = [quoted(shortened(text, 160), case.language) for text in texts]
        sources = dict.fromkeys(id for text in texts for id in case.holding(found.evidence, text)[:1])
        return case.sentence(key, tuple(sources), words=words) if words else None

    actual = cited(found.actual) or _error_seen(case)
    frequency = (
        case.sentence("frequency", case.holding(found.evidence, found.frequency)[:1], words=found.frequency)
        if found.frequency
        else ""
    )
    environment = [
        listed("environment_of", found.environment),
        listed("ruled_out", tuple(_LABEL.sub("", text) for text in found.ruled_out[:3])),
    ]
    return BriefReproduction(
        steps=tuple(filter(None, (cited(step) for step in found.steps if step != found.actual))),
        expected=cited(found.expected),
        actual=case.joined([actual or "", frequency]) or None,
        environment=case.joined(filter(None, environment)) or None,
    )


def _error_seen(case: Case) -> str | None:
    """The error that the reports show, when no thread says what happened instead of the expected."""
    seen = next((r for r in case.assessment.reasons if r.signal == "error_seen" and r.values.get("error")), None)
    if seen is None:
        return None
    named = [str(seen.values["error"]), *case.assessment.issue.error_strings]
    error = next((text for text in named if text.casefold() not in NO_ERROR_TEXT), None)
    if error is None:
        return None
    alone = set(seen.evidence) <= set(case.sources_of("reporter"))
    reported = case.as_reported() if alone else ""
    written = as_written(case, error)
    return case.sentence("error_is", case.holding(seen.evidence, written), error=written, reported=reported)
