"""The brief as markdown: domain.md §6's order and labels, then reasons, questions, coverage, sources and next steps."""

from __future__ import annotations

from escalation.assessment import Assessment
from escalation.brief import BriefText
from escalation.evidence import Evidence
from escalation.terms import Language
from prompts import sheet
from prompts.composing.steps import is_reproduced
from prompts.render import phrase, render
from prompts.unknowns import Unknowns


def render_brief(
    assessment: Assessment, text: BriefText, language: Language, *, escalation_id: str | None = None
) -> str:
    """Markdown in `language`: the brief, or for `handle` and `need_info` a short answer of its own.

    Every text of `text` is neutralised; references to evidence that does not exist show as plain characters.
    """
    if assessment.decision != "escalate":
        from prompts.answer import render_answer

        return render_answer(assessment, text, language)
    values = shared_values(assessment, language)
    values |= {
        "text": text,
        "unknown": Unknowns(assessment, language).word,
        "escalation_id": escalation_id,
        "reasons_against": sheet.reasons(_held(assessment), "against", language),
        "returned": sheet.returned(assessment, language),
        "severity": sheet.label("severity", assessment.severity or "medium", language),
        "business_impact": sheet.business_impact(assessment, language),
        "target": sheet.label("target", assessment.target or "l2", language),
        "inform": [sheet.label("target", target, language) for target in assessment.inform],
        "is_bug": is_reproduced(assessment),
        "lacks_function": _lacks_function(assessment),
    }
    return with_tail("brief.md.j2", assessment, language, values)


def _held(assessment: Assessment) -> Assessment:
    """A concern goes to Security whatever is on record: that nothing is speaks against nothing, and is told above."""
    if assessment.target != "security":
        return assessment
    return assessment.model_copy(
        update={"reasons": tuple(r for r in assessment.reasons if r.signal != "no_matching_records")}
    )


def _lacks_function(assessment: Assessment) -> bool:
    """Whether nothing can have been tried, since what is asked for does not exist. A fault sent to Product is there and fails."""
    told = {reason.signal for reason in assessment.reasons if reason.stance == "for"}
    gap = assessment.issue.kind == "feature" or "feature_gap" in told
    return assessment.target == "product" and gap and "function_broken" not in told


def shared_values(assessment: Assessment, language: Language) -> dict[str, object]:
    """The values that every answer's template uses."""
    return {
        "assessment": assessment,
        "known": frozenset(e.id for e in assessment.evidence),
        "reasons_for": sheet.reasons(assessment, "for", language),
        "reasons_against": sheet.reasons(assessment, "against", language),
        "would_change": sheet.would_change(assessment, language),
        "claims": sheet.claims(assessment, language),
        "overrides": sheet.overrides(assessment, language),
        "questions": sheet.questions(assessment, language),
    }


def _source(evidence: Evidence, assessment: Assessment, language: Language) -> str:
    """What kind of source it is; of the line as typed also by whom, where that is known."""
    typed = evidence.source == "reporter" and evidence.quotation == assessment.issue.text
    if typed and (name := assessment.reported_by):
        return phrase("typed_by", language, name=name)
    return sheet.label("source", evidence.source, language)


def with_tail(template: str, assessment: Assessment, language: Language, values: dict[str, object]) -> str:
    """`template` rendered, followed by coverage, the sources that it cites, and the four offers."""
    body = render(template, language, **values)
    tail = render(
        "_tail.md.j2",
        language,
        coverage=sheet.coverage(assessment, language),
        sources=[
            (e, _source(e, assessment, language), sheet.short(e, language)) for e in sheet.cited(body, assessment)
        ],
        target=sheet.label("target", assessment.target, language) if assessment.target else None,
    )
    return f"{body}\n{tail}"
