"""The short answers that are no escalation: support can handle it, or something must be known first."""

from __future__ import annotations

import re

from escalation.assessment import Assessment
from escalation.brief import BriefText
from escalation.language import spoken_by
from escalation.reading.orders import find_orders
from escalation.records import Article
from escalation.terms import Language
from prompts import sheet
from prompts.composing.case import Case
from prompts.composing.story import words_of
from prompts.plain import disarm, link_target

STEPS, LONGEST_STEP = 12, 1200
"""More than this is read in the article itself: a step cut short or left out would make the others wrong."""
_STEP = re.compile(r"^\s*(?:\d{1,2}[.)、．]|[-*•]|第[一二三四五六七八九十]+步[:：]?)\s*(.+)$")


def render_answer(assessment: Assessment, text: BriefText, language: Language) -> str:
    """Markdown for `handle` (why, the solution, what would change it, a reply) or `need_info` (what is known, questions)."""
    from prompts.brief import shared_values, with_tail
    from prompts.update import customer_update

    values = shared_values(assessment, language) | {"text": text}
    if assessment.decision == "need_info":
        values |= {
            "found": _found(assessment, language),
            "options": [question.options for question in assessment.questions],
        }
        return with_tail("need_info.md.j2", assessment, language, values)
    case = Case(assessment, language)
    solution = assessment.solution
    values |= {
        "solution": solution,
        "solution_sources": case.sources_of(solution.id) if solution else (),
        "steps": solution_steps(solution) if solution else (),
        "url": link_target(solution.url) if solution else None,
        "reply": customer_update(assessment, spoken_by(assessment.account) or language, phase="solution")
        .strip()
        .splitlines(),
    }
    return with_tail("handle.md.j2", assessment, language, values)


def solution_steps(article: Article) -> tuple[str, ...]:
    """The steps an article lists, else its paragraphs, whole and in its own words; () for an article too long to repeat."""
    lines = _without_orders(article.body)
    listed = [found[1].strip() for line in lines if (found := _STEP.match(line))]
    if not listed:
        listed = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
    if len(listed) > STEPS or any(len(step) > LONGEST_STEP for step in listed):
        return ()
    return tuple(disarm(step) for step in listed)


def _without_orders(body: str) -> list[str]:
    """The lines of an article in which nothing speaks to a machine: such a line is no part of the solution (invariant 5)."""
    orders = [order.span for order in find_orders(body)]
    lines: list[str] = []
    at = 0
    for line in body.splitlines(keepends=True):
        if all(end <= at or start >= at + len(line) for start, end in orders):
            lines.append(line.rstrip("\n"))
        at += len(line)
    return lines


def _found(assessment: Assessment, language: Language) -> list[str]:
    """What the records already show: the closest reports, then what the report says that they do not support."""
    case = Case(assessment, language)
    lines: list[str] = []
    for match in assessment.matched[:3]:
        words, sources = words_of(case, match)
        who = case.account_name(match.ticket.account_id)
        lines.append(case.sentence("report_other", sources, who=who, ticket=match.ticket.id, words=words))
    for article in assessment.articles[:2]:
        lines.append(case.sentence("context_article", case.sources_of(article.id), id=article.id, title=article.title))
    return lines + sheet.claims(assessment, language)
