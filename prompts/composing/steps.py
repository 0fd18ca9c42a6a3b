"""What was done, in the words of those who did it: steps tried with their results, and how to reproduce."""

from __future__ import annotations

from escalation.brief import BriefReproduction, BriefStep
from prompts.composing.case import Case
from prompts.composing.story import as_written
from prompts.excerpts import shortened
from prompts.plain import quoted
from prompts.statements import with_sources


def tried(case: Case) -> tuple[BriefStep, ...]:
    """Steps in the words of those who took them; a result that nobody recorded stays None."""
    return tuple(
        BriefStep(
            step=with_sources(quoted(shortened(step.step, 240), case.language), step.evidence),
            result=quoted(shortened(step.result, 240), case.language) if step.result else None,
        )
        for step in case.assessment.tried
    )


def reproduction(case: Case) -> BriefReproduction | None:
    """For bugs and outages only; what the threads do not tell stays None."""
    found = case.assessment.reproduction
    if case.assessment.issue.kind not in ("bug", "outage") or found is None:
        return None

    def cited(text: str | None) -> str | None:
        return case.sentence("quotation", found.evidence[:2], words=shortened(text, 240)) if text else None

    def listed(key: str, texts: tuple[str, ...]) -> str | None:
        words = [quoted(shortened(text, 160), case.language) for text in texts]
        return case.sentence(key, found.evidence[:2], words=words) if words else None

    seen = next((r for r in case.assessment.reasons if r.signal == "error_seen" and r.values.get("error")), None)
    actual = cited(found.actual)
    if actual is None and seen is not None:
        actual = case.sentence("error_is", seen.evidence, error=as_written(case, str(seen.values["error"])))
    frequency = case.sentence("frequency", found.evidence[:1], words=found.frequency) if found.frequency else ""
    environment = [listed("environment_of", found.environment), listed("ruled_out", found.ruled_out)]
    return BriefReproduction(
        steps=tuple(filter(None, map(cited, found.steps))),
        expected=cited(found.expected),
        actual=case.joined([actual or "", frequency]) or None,
        environment=case.joined(filter(None, environment)) or None,
    )
