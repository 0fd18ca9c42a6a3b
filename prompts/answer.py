"""The short answers that are no escalation: support can handle it, or something must be known first."""

from __future__ import annotations

import re

from escalation.assessment import Assessment, Reason
from escalation.brief import BriefText
from escalation.language import language_of, spoken_by
from escalation.reading.orders.finding import find_orders
from escalation.records import Article
from escalation.terms import Language
from escalation.updates.past import is_past
from prompts import sheet
from prompts.composing.case import Case
from prompts.composing.context import open_tickets
from prompts.composing.story import words_of
from prompts.excerpts import sentences, shortened
from prompts.plain import disarm, link_target
from prompts.render import phrase, phrases

STEPS, LONGEST_STEP = 12, 1200
"""More than this is read in the article itself: a step cut short or left out would make the others wrong."""
_STEP = re.compile(r"^\s*(?:\d{1,2}[.)、．]|[-*•]|第[一二三四五六七八九十]+步[:：]?)\s*(.+)$")


def render_answer(assessment: Assessment, text: BriefText, language: Language) -> str:
    """Markdown for `handle` (why, the solution, what would change it, a reply) or `need_info` (what is known, questions)."""
    from prompts.brief import shared_values, with_tail

    values = shared_values(assessment, language) | {"text": text}
    if assessment.decision == "need_info":
        values |= {
            "found": _found(assessment, language),
            "reasons_for": _reasons(assessment, language, "for"),
            "reasons_against": _reasons(assessment, language, "against"),
            "options": [question.options for question in assessment.questions],
        }
        return with_tail("need_info.md.j2", assessment, language, values)
    case = Case(assessment, language)
    solution = assessment.solution
    spoken = spoken_by(assessment.account) or language
    values |= {
        "reasons_for": _reasons(assessment, language, "for"),
        "reasons_against": _reasons(assessment, language, "against"),
        "known_so_far": [*_known_so_far(case), *_stands(case)],
        "precedent": _precedent(case),
        "cautions": _cautions(case, spoken),
        "solution": solution,
        "solution_sources": case.sources_of(solution.id) if solution else (),
        "steps": solution_steps(solution) if solution else (),
        "url": link_target(solution.url) if solution else None,
        "reply": reply_to_customer(assessment, language).splitlines(),
    }
    return with_tail("handle.md.j2", assessment, language, values)


def reply_to_customer(assessment: Assessment, language: Language) -> str:
    """The answer that support can send when it can handle the matter, in the customer's language."""
    from prompts.update import customer_update

    return customer_update(assessment, spoken_by(assessment.account) or language, phase="solution").strip()


def foreign_to_us(assessment: Assessment, language: Language) -> str | None:
    """What to tell the agent where a draft is not in the language that the customer writes: we write English and Chinese only.

    A ticket of theirs tells it before their record does: who is at home in French may have written in English.
    """
    account = assessment.account
    if account is None:
        return None
    theirs = (m.ticket for m in assessment.matched if m.ticket.account_id == account.id)
    told = next(((t.language, disarm(t.id)) for t in theirs if t.language), (account.language, disarm(account.id)))
    code = re.split(r"[-_]", (told[0] or "").strip().lower())[0]
    if code in {"", "en", "zh", "yue", "cmn"}:
        return None
    tongue = phrases(language).get(f"tongue_{code}", disarm(code))
    english = (spoken_by(account) or language) == "en"
    return phrase("caution_tongue", language, tongue=tongue, source=told[1], english=english)


_OF_NAMED = frozenset(
    {
        "high_value_account",
        "renewal_near",
        "several_customers",
        "three_or_more_customers",
        "sla_breached",
        "bug_on_tracker",
    }
)
_LIMITS = re.compile(
    r"(?i)\b(?:not (?:for|covered|available|supported)\b|does not (?:cover|apply)|only (?:for|if|when|on)\b"
    r"|(?:standard|current) \w+ only|contact (?:us|support)\b|if only some)"
    r"|不适用|不包括|不包含|不支持|仅(?:适用|限|支持)|只适用|请联系(?:我们|客服|支持)|不適用|僅適用"
)


def _reasons(assessment: Assessment, language: Language, stance: str) -> list[tuple[str, str]]:
    """As everywhere, but without what an answer tells better itself or what is said of a customer nobody named."""
    kept = tuple(r for r in assessment.reasons if not _idle(r.signal, assessment) and not _passed_over(r, assessment))
    if stance == "against" and not any(r.stance == "against" for r in kept):
        kept = assessment.reasons
    return sheet.reasons(assessment.model_copy(update={"reasons": kept}), stance, language)


def _passed_over(reason: Reason, assessment: Assessment) -> bool:
    """An article that does not count, where another does count: nothing speaks for escalating by it."""
    return reason.criterion == "documented_solution" and reason.stance == "for" and assessment.solution is not None


def _idle(signal: str, assessment: Assessment) -> bool:
    if (
        signal == "similar_solved_by_support"
    ):  # the article or the precedent says how; a like-worded ticket adds nothing
        told = assessment.solution is not None or assessment.precedent is not None
        return assessment.decision == "need_info" or told
    if signal.startswith("said_"):  # the line itself stands in the title
        return assessment.decision == "need_info"
    unnamed = assessment.decision == "need_info" and assessment.account is None
    return unnamed and signal in _OF_NAMED


def _known_so_far(case: Case) -> list[str]:
    """What colleagues found out already: an agent who answers must not start over."""
    return [
        case.sentence(
            "context_lead",
            lead.evidence,
            at=lead.at,
            words=shortened(disarm(lead.what), 400),
            on=next(iter(case.records_of(lead.evidence)), None),
        )
        for lead in case.assessment.leads
    ]


def _stands(case: Case) -> list[str]:
    """Where the talk stands: what the customer wrote since our last reply, and that reply where nothing else says what to do."""
    found = case.assessment.communication
    if _of_the_past(case.assessment):
        return []
    wrote, replied = found.last_word_at, found.last_update_at
    unsolved = case.assessment.solution is None and case.assessment.precedent is None
    said: list[str] = []
    if found.last_update and unsolved:
        sources = [
            e.id for e in case.assessment.evidence if e.id in found.evidence and e.quotation in found.last_update
        ]
        words = shortened(disarm(found.last_update), 300)
        said.append(
            case.sentence("reply_so_far", sources[:1], at=found.last_update_at, words=words, timezone=case.timezone)
        )
    if found.last_word and wrote and (replied is None or wrote > replied):
        words = shortened(disarm(found.last_word), 300)
        said.append(case.sentence("customer_wrote_last", found.last_word_evidence, at=found.last_word_at, words=words,
                                  timezone=case.timezone))  # fmt: skip
    return said


def _of_the_past(found: Assessment) -> bool:
    """Whether the talk is of tickets that are closed: how it ended then says nothing of what is asked now."""
    return bool(found.matched) and all(is_past(match.ticket, found) for match in found.matched)


def _precedent(case: Case) -> str | None:
    found = case.assessment.precedent
    if found is None:
        return None
    return case.sentence(
        "precedent", found.evidence, ticket=found.ticket, title=disarm(found.subject), words=shortened(found.words, 600),
        confirmed=shortened(found.confirmed, 200) if found.confirmed else None,
    )  # fmt: skip


def _cautions(case: Case, spoken: Language) -> list[str]:
    """What to check before the answer goes out: where the article limits itself, and a language the customer does not write."""
    article = case.assessment.solution
    foreign = [said for said in (foreign_to_us(case.assessment, case.language),) if said]
    if article is None:
        return [*foreign, *([phrase("caution_precedent", case.language)] if case.assessment.precedent else [])]
    limits = [s for s in sentences("\n".join(_without_orders(article.body))) if _LIMITS.search(s)]
    said: list[str] = foreign
    if (other := _another(case, article)) is not None:
        said.append(case.sentence("caution_other", case.sources_of(other.id), article=article.id, id=other.id,
                                  title=disarm(other.title)))  # fmt: skip
    if limits:
        words = shortened(" ".join(limits[:2]), 300)
        said.append(case.sentence("caution_limit", case.sources_of(article.id), words=words))
    written = language_of(article.body)
    if written != spoken and not foreign:
        said.append(phrase("caution_language", case.language, english=written == "en"))
    return said


def _another(case: Case, article: Article) -> Article | None:
    """The article next in line, where only its likeness to the words chose the first: nobody linked or named that one."""
    linked = {id_ for m in case.assessment.matched for id_ in m.ticket.linked_kb}
    if article.id in linked or article.id in case.assessment.issue.text:
        return None
    return next((a for a in case.assessment.articles if a.id != article.id), None)


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
    lines = open_tickets(case)
    unsure = assessment.account is None and any(q.signal == "which_account" for q in assessment.questions)
    told = "report_alike" if unsure else "report_other"
    for match in assessment.matched[:3]:
        words, sources = words_of(case, match)
        who = case.account_name(match.ticket.account_id)
        lines.append(case.sentence(told, sources, who=who, ticket=match.ticket.id, words=words))
    for article in assessment.articles[:2]:
        lines.append(case.sentence("context_article", case.sources_of(article.id), id=article.id, title=article.title))
    return lines + sheet.claims(assessment, language)
