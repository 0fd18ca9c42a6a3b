"""What the typed line argues by its words alone, criterion by criterion, as the line reader hears it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from escalation.assessment import Reason
from escalation.judgement.answers import denies
from escalation.judgement.case import Case
from escalation.judgement.heard import CUSTOMERS, Said
from escalation.judgement.stated import states
from escalation.matching.profile import profile_of
from escalation.matching.signs import opening
from escalation.reading.bare import only_an_error, worded
from escalation.reading.line import LineReading, read_line, read_without_security, strange
from escalation.reading.money_back import asks_for_money, disputes_a_bill
from escalation.reading.nameless import nameless
from escalation.reading.only_that_it_fails import only_that_it_fails
from escalation.records import Ticket
from escalation.terms import Criterion, Severity

HEARD = 0.4
"""Chance from which a criterion is argued from the line."""

FAINT = 0.15
"""Chance from which the likeliest one is argued when no other reason is there."""

FULL = 3.0
"""Weight of a criterion that the line states beyond doubt."""

NO_WAY_OUT = frozenset({"article_refuted", "article_outdated", "article_not_applicable", "article_ruled_out"})

_HOW_AND_WHERE = frozenset({"reproduction_steps", "environment"})
_A_FAULT = ("broken", "blocked", "degraded", "production_down", "data_loss", "data_corruption", "feature_request")
_LACKS = re.compile(
    r"(?i)\b(?:without|missing|lacks?|lack of|no|unless|can['’]?t|cannot|won['’]?t|does(?: not|n['’]t))\b"
    r"|没有|沒有|缺|无|無|不支持|不支援|不了(?!解)|不出"
)


def says_what(case: Case) -> bool:
    """Whether the line names a thing of the product and what is wrong with it or lacking: then nobody asks what it is."""
    if not profile_of(case.issue.text).things or only_that_it_fails(case.issue.text, case.context.unknown_name):
        return False
    return bool(case.heard.typed(*_A_FAULT) or _LACKS.search(case.issue.text))


def unnamed(case: Case) -> dict[str, bool]:
    """What is missing where the line says what the matter is: whose it is."""
    nobody = not case.context.named or bool(case.context.candidates)
    return {"unnamed": True} if nobody and not case.issue.ticket_ids and says_what(case) else {}


FOR: tuple[Criterion, ...] = ("technical", "complexity", "impact", "business", "time", "pattern")
AGAINST: tuple[Criterion, ...] = (
    "documented_solution",
    "configuration",
    "guidance",
    "known_limitation",
    "similar_resolved",
)


def line_of(case: Case) -> str:
    """What the reporter said: the line as typed, and their answers to what was asked. How it is reproduced and where says
    nothing of how grave it is."""
    return with_answers(worded(case.issue.text), {q: a for q, a in case.answers.items() if q not in _HOW_AND_WHERE})


def with_answers(line: str, answers: Mapping[str, str]) -> str:
    """The line and what tells of the matter itself: not the customer's name, nor that it is none of security."""
    told = (a for q, a in answers.items() if q != "which_account" and not (q == "security_matter" and denies(a)))
    return "\n".join([line, *told])


def reading_of(case: Case) -> LineReading:
    """How the line reads; where it gives a ticket's number and no word, how that ticket begins."""
    read = read_without_security if case.issue.set_aside else read_line
    reading = read(line_of(case))
    if reading.known:
        return reading
    named = ticket_read(case)
    return read(opening(named)) if named else reading


def severities_of(case: Case) -> Mapping[Severity, float]:
    """As the words read without the names of customers; of an exposure that came in later as if it had been typed with the
    line."""
    line = nameless(line_of(case), case.context.named)
    if case.exposure is not None:
        return read_line(f"{line}\n{case.exposure.words}").severities
    known = reading_of(case)
    if line == line_of(case) or case.issue.set_aside:
        return known.severities
    read = read_line(line)
    return read.severities if read.known else known.severities


def ticket_read(case: Case) -> Ticket | None:
    """The ticket that stands for a line of no known word: the first that it names."""
    if read_line(line_of(case)).known:
        return None
    return next((ticket for ticket in case.tickets if ticket.id in case.issue.ticket_ids), None)


def spoken(case: Case, reasons: Iterable[Reason]) -> Iterable[Reason]:
    """A reason for each criterion that the line speaks of and that no other reason argues already."""
    found = tuple(reasons)
    reading, argued = reading_of(case), _argued(case, found)
    ticket = ticket_read(case)
    if ticket is None and strange(line_of(case)):
        return
    for stance, criteria in (("for", FOR), ("against", AGAINST)):
        chances: dict[Criterion, float] = {c: reading.criteria[c] for c in criteria if c not in argued}
        if not states("documented_solution", line_of(case)):
            chances.pop("documented_solution", None)  # that a solution is known is told only where something says so
        heard: dict[Criterion, float] = {c: p for c, p in chances.items() if p >= HEARD}
        if not heard and not argued & set(criteria) and chances:
            heard = {c: p for c, p in [max(chances.items(), key=lambda pair: pair[1])] if p >= FAINT}
        for criterion, chance in heard.items():
            said = reading.words.get(criterion)
            quoted = said or case.issue.summary
            unsaid = {} if states(criterion, quoted) else {"unsaid": True}
            yield Reason(
                criterion=criterion,
                stance="for" if stance == "for" else "against",
                weight=round(max(1.0, FULL * chance), 2),
                signal=f"said_{criterion}",
                values={"words": quoted, "ticket": _id(ticket), **unsaid},
                evidence=(
                    case.ledger.ticket(ticket, said) if ticket and said else case.by_reporter(case.said_in(said)),
                ),
            )


def _argued(case: Case, found: tuple[Reason, ...]) -> set[Criterion]:
    """Criteria of which the line's words add nothing: argued by other reasons, or not what it speaks of."""
    argued: set[Criterion] = {r.criterion for r in found if r.weight >= 1}
    if any(r.signal in NO_WAY_OUT for r in found):
        argued.add("documented_solution")  # a document is spoken of because it does not help
    if case.over:
        argued.add("documented_solution")  # what asks for no solution any more speaks of none
    if asks_for_money(case.issue.text):
        argued.add("technical")  # a bill that is wrong is no fault of the product
    if disputes_a_bill(case.issue.text):
        argued.add("impact")  # what was charged says nothing of how many it hits, nor how hard
    if any(r.signal == "customers_cause" for r in found):
        argued |= {"technical", "complexity", "impact"}  # whatever the line says, the cause was found elsewhere
    if only_an_error(case.issue.text):
        argued.add("impact")  # a code says nothing of how many it hits
    return argued


def _id(ticket: Ticket | None) -> str | None:
    return ticket.id if ticket else None


def rather_support(case: Case) -> Reason:
    """Why support may well handle it, where nothing argues for that but how the whole line reads."""
    reading = reading_of(case)
    # Nothing argues for support, so neither article nor earlier case is there: it sounds like one of the others.
    known = AGAINST if states("documented_solution", line_of(case)) else ("configuration", "guidance")
    criterion: Criterion = max(known, key=lambda each: reading.criteria[each])
    values = {"words": reading.words.get("handle") or case.issue.summary}
    return Reason(
        criterion=criterion,
        stance="against",
        signal="rather_support",
        values=dict(values),
        evidence=(case.by_reporter(),),
    )


def nothing_asked(case: Case) -> Reason:
    """Why nobody is called: the line brings good news and asks for nothing."""
    return Reason(
        criterion="insufficient_info",
        stance="against",
        weight=3,
        signal="nothing_asked",
        values={"words": case.issue.summary},
        evidence=(case.by_reporter(),),
    )


def waited(case: Case) -> tuple[Said, ...]:
    """Of a complaint about us as a whole: that they had no answer, as the customer says on a ticket that is open."""
    if case.issue.kind != "relationship":
        return ()
    open_now = {t.id for t in case.tickets if not t.solved}
    return tuple(s for s in case.own.affirmed("sla_complaint", speakers=CUSTOMERS) if s.record_id in open_now)
