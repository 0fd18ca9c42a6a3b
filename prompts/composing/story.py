"""What happened, in three to five sentences, and what it rests on: title, description, steps tried, context."""

from __future__ import annotations

from escalation.assessment import Lookalike, MatchedTicket
from escalation.brief import BriefReproduction, BriefStep
from prompts.composing.case import Case
from prompts.excerpts import most_telling, shortened
from prompts.plain import disarm, quoted
from prompts.statements import say, with_sources

TITLE_LIMIT = 160
TOLD = 3
"""Reports quoted in the description; the rest are counted and listed as context."""


def title(case: Case) -> str:
    """What is wrong and for whom, at most 160 characters."""
    found = case.assessment
    what = disarm(found.issue.summary or found.issue.text)
    who = case.customer.name if case.customer else None
    count = found.facts.affected_customers
    if who and disarm(who).casefold() in what.casefold():
        who = None
    if found.issue.language != case.language:
        what = quoted(what, case.language)
    tail = case.sentence("title_tail", who=disarm(who) if who else None, count=count)
    dash = ("——" if case.language == "zh" else " — ") if tail else ""
    return shortened(what, TITLE_LIMIT - len(dash + tail)) + dash + tail


def description(case: Case) -> str:
    """Who reported what, since when, what ties the reports together and what is known inside."""
    found = case.assessment
    said = [_report(case, match, first=index == 0) for index, match in enumerate(_tellers(case))]
    if not said:
        said = [case.sentence("typed", case.sources_of("reporter"), words=disarm(found.issue.text)[:300])]
        if found.coverage:
            said.append(case.sentence("nothing_found"))
    rest = len(found.matched) - len(said)
    if rest > 0 and found.matched:
        said.append(case.sentence("more_reports", case.sources_about("affected_customers"), count=rest))
    return case.joined([*said, *_tie(case), *_known_inside(case)][:5])


def _tellers(case: Case) -> list[MatchedTicket]:
    """Up to three reports to quote: one per customer, the named customer's first, then by how well they fit."""
    named = case.assessment.account.id if case.assessment.account else None
    ranked = sorted(
        case.assessment.matched, key=lambda m: (m.ticket.account_id != named, -m.score, m.ticket.created_at)
    )
    seen: set[str] = set()
    told: list[MatchedTicket] = []
    for match in ranked:
        who = match.ticket.account_id or match.ticket.id
        if who not in seen:
            seen.add(who)
            told.append(match)
    return told[:TOLD]


def words_of(case: Case, match: MatchedTicket) -> tuple[str, tuple[str, ...]]:
    """The most telling sentence of a report and the evidence that holds it."""
    texts = [(e.quotation, e.id) for e in case.assessment.evidence
             if e.source == "tickets" and e.record_id == match.ticket.id and e.about == "text"]  # fmt: skip
    if not texts:
        return most_telling(match.ticket.description or match.ticket.subject), ()
    best = max(texts, key=lambda pair: len(most_telling(pair[0])))
    return most_telling(best[0]), (best[1],)


def _report(case: Case, match: MatchedTicket, *, first: bool) -> str:
    words, sources = words_of(case, match)
    who = case.account_name(match.ticket.account_id)
    return case.sentence("report_first" if first else "report_other", sources, who=who, ticket=match.ticket.id,
                         at=match.ticket.created_at, timezone=case.timezone if first else None, words=words)  # fmt: skip


def _tie(case: Case) -> list[str]:
    """What the reports have in common besides their words."""
    issue = case.assessment.issue
    if len(case.assessment.matched) > 1 and issue.error_strings:
        return [case.sentence("tie_error", error=issue.error_strings[0])]
    if len(case.assessment.matched) > 1 and issue.endpoints:
        return [case.sentence("tie_endpoint", endpoint=issue.endpoints[0])]
    return []


def _known_inside(case: Case) -> list[str]:
    said: list[str] = []
    for item in case.assessment.items[:1]:
        said.append(case.sentence("on_tracker", case.sources_of(item.id), item=item.id, title=disarm(item.title),
                                  status=disarm(item.status)))  # fmt: skip
    solution = case.assessment.solution
    if solution is not None:
        said.append(case.sentence("has_solution", case.sources_of(solution.id), article=solution.id,
                                  title=disarm(solution.title)))  # fmt: skip
    elif any(c.category == "knowledge_base" and c.state == "searched" for c in case.assessment.coverage):
        said.append(case.sentence("no_solution"))
    return said


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

    frequency = case.sentence("frequency", found.evidence[:1], words=found.frequency) if found.frequency else ""
    environment = [listed("environment_of", found.environment), listed("ruled_out", found.ruled_out)]
    return BriefReproduction(
        steps=tuple(filter(None, map(cited, found.steps))),
        expected=cited(found.expected),
        actual=case.joined([cited(found.actual) or "", frequency]) or None,
        environment=case.joined(filter(None, environment)) or None,
    )


def context(case: Case) -> tuple[str, ...]:
    """Records to read on: tickets, tracker, articles, discussions; then what was ruled out and why."""
    found = case.assessment
    lines = [case.sentence("context_ticket", case.sources_of(m.ticket.id), id=m.ticket.id,
                           title=disarm(m.ticket.subject), status=disarm(m.ticket.status),
                           who=case.account_name(m.ticket.account_id)) for m in found.matched[:6]]  # fmt: skip
    lines += [case.sentence("context_item", case.sources_of(i.id), id=i.id, title=disarm(i.title),
                            status=disarm(i.status)) for i in found.items[:3]]  # fmt: skip
    lines += [case.sentence("context_article", case.sources_of(a.id), id=a.id, title=disarm(a.title))
              for a in found.articles[:3]]  # fmt: skip
    lines += [case.sentence("context_message", case.sources_of(m.id), id=m.id, channel=disarm(m.channel),
                            words=most_telling(m.text, 140)) for m in found.messages[:3]]  # fmt: skip
    return (*lines, *(_ruled_out(case, lookalike) for lookalike in found.lookalikes[:3]))


def _ruled_out(case: Case, lookalike: Lookalike) -> str:
    return case.sentence("context_ruled_out", lookalike.why.evidence, id=lookalike.record_id,
                         why=say(lookalike.why, case.language).rstrip("。."))  # fmt: skip
