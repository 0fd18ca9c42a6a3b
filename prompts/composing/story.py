"""What happened, in at most five sentences: who reported what, and what is known inside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from escalation.assessment import MatchedTicket
from escalation.judgement.heard import without_orders as _safe
from escalation.matters import TimelineEntry
from escalation.reading.own_words import own_words
from escalation.reading.symptoms import alone
from prompts.composing.case import Case
from prompts.excerpts import most_telling, passage, shortened
from prompts.plain import disarm

_NAMING = re.compile(r"(?i)^(?:error )?code:? ")
_RULE = re.compile(r"\s*[-–—_=*]{3,}$")
"""A line drawn below a message: no part of what it says."""
TOLD = 2
"""Reports quoted in the description; the rest are counted and listed as context."""

FIRST, OTHER, NOTED = 400, 220, 360
"""Characters of the first report, of another one, and of the tracker's description that are quoted."""


def description(case: Case) -> str:
    """Who reported what, since when, what ties the reports together and what is known inside."""
    found = case.assessment
    said = [_report(case, match, first=index == 0) for index, match in enumerate(_tellers(case))]
    if not said:
        said = [case.sentence("typed", case.sources_of("reporter"), words=shortened(found.issue.text, 300))]
        if found.coverage:
            said.append(_nothing_found(case))
    if found.target == "security" and found.incident:
        return case.joined([*said, case.sentence(f"report_{found.incident.kind}"), *_known_inside(case)][:5])
    said.extend(_rest(case, len(said)))
    return case.joined([*said, *_known_inside(case), *_tie(case)][:5])


def _nothing_found(case: Case) -> str:
    """That no ticket is it for certain; which of those that are open may be it."""
    found = case.assessment
    perhaps = [one for one in found.open_tickets if one.alike]
    return case.sentence(
        "nothing_found",
        [id_ for one in perhaps for id_ in one.evidence[:1]],
        beside=any(f.signal == "customers_handed_in" for f in found.impact.dimensions.get("breadth", ())),
        perhaps=[one.ticket.id for one in perhaps],
    )


def _rest(case: Case, told: int) -> Iterator[str]:
    """That there is more than the reports quoted: how many describe the same; of a relationship, that the timeline tells it."""
    found = case.assessment
    if found.issue.kind == "relationship":
        quoted = {m.ticket.id for m in _tellers(case)}
        if found.target == "leadership" and any(e.ticket not in quoted for e in found.timeline if e.ticket):
            yield case.sentence("more_in_timeline")
    elif (rest := len(found.matched) - told) > 0:
        yield case.sentence("more_reports", case.sources_about("affected_customers"), count=rest)


def _tellers(case: Case) -> list[MatchedTicket]:
    """The reports to quote: one per customer, the named customer's first, then by how well they fit."""
    named = case.assessment.account.id if case.assessment.account else None
    sourced = [m for m in case.assessment.matched if case.sources_of(m.ticket.id)] or case.assessment.matched
    ranked = sorted(
        sourced,
        key=lambda m: (m.ticket.account_id != named, m.ticket.solved, -round(m.score, 1), _age(case, m)),
    )
    seen: set[str] = set()
    told: list[MatchedTicket] = []
    for match in ranked:
        who = match.ticket.account_id or match.ticket.id
        if who not in seen:
            seen.add(who)
            told.append(match)
    return told[:TOLD]


def _age(case: Case, match: MatchedTicket) -> float:
    """A fault is told from its first report, a wish or a relationship from its latest."""
    created = match.ticket.created_at.timestamp()
    return -created if case.assessment.issue.kind in ("feature", "relationship") else created


def words_of(case: Case, match: MatchedTicket, limit: int | None = None) -> tuple[str, tuple[str, ...]]:
    """The most telling sentence of a report's opening, with the evidence that holds it or at least leads to the ticket.

    `limit`: as many of its sentences as that many characters hold.
    """
    ticket = match.ticket
    words = passage(_safe(own_words(ticket)[0]), limit) if limit else ""
    if words.rstrip("…") not in disarm(ticket.description):
        words = ""  # it ran across an order that was cut out
    words = _RULE.sub("", words)
    words = words or most_telling(f"{ticket.subject}\n{ticket.description}")
    own = [e for e in case.assessment.evidence if e.source == "tickets" and e.record_id == ticket.id]
    holding = [e.id for e in own if words.rstrip("…") in disarm(e.quotation)]
    return words, tuple(holding[:1] or [e.id for e in own[:1]])


def _report(case: Case, match: MatchedTicket, *, first: bool) -> str:
    words, sources = words_of(case, match, FIRST if first else OTHER)
    who = case.account_name(match.ticket.account_id)
    key = "report_first" if first else "report_other"
    if case.assessment.target == "leadership" and first and match.ticket.description.strip():
        letter = shortened(_safe(own_words(match.ticket)[0]), 520)  # leaders read a letter as it was written
        words = letter if letter.rstrip("…") in disarm(match.ticket.description) else words
    if case.assessment.target == "security":
        key = "report_below"  # the body for Security quotes each observation; here it would stand twice
    return case.sentence(
        key,
        sources,
        who=who,
        ticket=match.ticket.id,
        at=match.ticket.created_at,
        timezone=case.timezone_of(match.ticket.account_id),
        words=words,
    )


def _tie(case: Case) -> list[str]:
    """What the reports have in common besides their words."""
    issue = case.assessment.issue
    if len(case.assessment.matched) > 1 and (error := _in_each(case, issue.error_strings)):
        return [case.sentence("tie_error", error=as_written(case, error))]
    if len(case.assessment.matched) > 1 and (endpoint := _in_each(case, issue.endpoints)):
        return [case.sentence("tie_endpoint", endpoint=endpoint)]
    return []


def _in_each(case: Case, told: Iterable[str]) -> str | None:
    """The first of these that stands in every one of the reports; a status code may stand there as its bare number."""
    reports = [m.ticket.texts for m in case.assessment.matched]
    for each in told:
        core = _NAMING.sub("", each)
        stands = alone(core[5:] if core.lower().startswith("http ") else core).search
        if all(any(map(stands, texts)) for texts in reports):
            return each
    return None


def _known_inside(case: Case) -> list[str]:
    said: list[str] = []
    if case.assessment.issue.kind == "relationship":
        return said  # a relationship is not on the tracker, and no article mends it
    for item in case.assessment.items[:1]:
        said.append(case.sentence("on_tracker", case.sources_of(item.id), item=item.id, title=disarm(item.title),
                                  status=disarm(item.status)))  # fmt: skip
        if (lead := noted_there(case)) is not None:
            said.append(case.sentence("noted_on_tracker", lead.evidence, words=shortened(lead.what, NOTED)))
    solution = case.assessment.solution
    if solution is not None:
        said.append(case.sentence("has_solution", case.sources_of(solution.id), article=solution.id,
                                  title=disarm(solution.title)))  # fmt: skip
    elif case.assessment.target not in ("security", "product") and any(
        c.category == "knowledge_base" and c.state == "searched" for c in case.assessment.coverage
    ):
        said.append(case.sentence("no_solution"))
    return said


def noted_there(case: Case) -> TimelineEntry | None:
    """What the tracker's description says of the cause: told with the story, so that no list repeats it."""
    if newest_since_back(case) is not None:
        return None  # the description is of the time before: how it stands is told with how long it lasts
    bodies = {item.body.strip() for item in case.assessment.items[:1]}
    return next((lead for lead in case.assessment.leads if lead.what in bodies and len(lead.what) <= NOTED), None)


def newest_since_back(case: Case) -> TimelineEntry | None:
    """Where it was over and came back, the last thing that colleagues noted since then; None where they noted nothing."""
    found = case.assessment
    back = next((f for f in found.impact.dimensions.get("duration", ()) if f.signal == "came_back"), None)
    if back is None:
        return None
    since = datetime.fromisoformat(str(back.values["at"]))
    return max((lead for lead in found.leads if lead.at >= since), key=lambda lead: lead.at, default=None)


def as_written(case: Case, error: str) -> str:
    """An error string with the capitals that the reports gave it."""
    told = case.assessment.matched
    texts = [f"{m.ticket.subject}\n{m.ticket.description}" for m in told]
    return as_in([*texts, *(comment.body for m in told for comment in m.ticket.comments)], error)


def as_in(texts: Iterable[str], error: str) -> str:
    """An error string as one of `texts` writes it, without a "code" before it that none of them has."""
    held = list(texts)
    for named in (error, _NAMING.sub("", error)):
        hits = (re.search(re.escape(named), text, re.IGNORECASE) for text in held)
        if found := next((hit[0] for hit in hits if hit), None):
            return found
    return error
