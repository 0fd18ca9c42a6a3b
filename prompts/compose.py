"""The brief without a model: every section put into words from the assessment's evidence alone."""

from __future__ import annotations

from escalation.assessment import Assessment
from escalation.brief import BriefText
from escalation.terms import Language
from prompts.composing import answers, bodies, communication, impact, security, steps, story
from prompts.composing.case import Case
from prompts.composing.context import context
from prompts.composing.title import title


def compose(assessment: Assessment, language: Language, *, reported: bool = False) -> BriefText:
    """The words of the brief, each statement ending in its references; None where the evidence does not tell.

    `reported`: the title quotes the line as it was typed.
    Texts are not yet markdown: `prompts.brief.render_brief` neutralises them.
    """
    case = Case(assessment, language)
    text = BriefText(
        summary=title(case, reported=reported),
        customers_affected=impact.customers_affected(case),
        workflow_impact=impact.workflow_impact(case),
        revenue_at_risk=impact.revenue_at_risk(case),
        time_in_queue=impact.time_in_queue(case),
        description=story.description(case),
        tried=steps.tried(case),
        reproduction=steps.reproduction(case),
        last_update=communication.last_update(case),
        expectation=communication.expectation(case),
        escalation_risk=impact.escalation_risk(case),
        ask=communication.ask(case),
        deadline=communication.deadline(case),
        context=context(case),
        product=bodies.product(case),
        security=security.security(case),
        leadership=bodies.leadership(case),
    )
    return answers.told(text, case) if assessment.decision == "escalate" else text
