"""A line that only sounds like a matter of security: what holds it there all the same, and who may set that aside.

The reader of lines hears security in harmless ones too. Where a word of the line or any record speaks of it, nobody talks it
away. Where nothing but the sound does, a person's answer or a reason on record sets it aside, and the brief says so first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from escalation.assessment import Finding, Issue, Override
from escalation.evidence import Evidence
from escalation.judgement.answers import SECURITY_MATTER, Answers, affirms, denies
from escalation.judgement.case import Case
from escalation.judgement.heard import listen
from escalation.judgement.override import Choice, Verdict
from escalation.judgement.security import in_public
from escalation.judgement.security_words import RATHER, SECURITY, speaks, states, touches
from escalation.judgement.spoken import with_answers
from escalation.judgement.told_exposure import told_exposure
from escalation.judgement.understand import kind_of
from escalation.matching.links import names_id
from escalation.matching.ruled import ruled_out
from escalation.reading.asks_security import without_asking
from escalation.reading.line import read_line
from escalation.reading.orders.finding import find_orders
from escalation.reading.signals.polarity import assertions
from escalation.records import Message, Ticket, TrackerItem

QUESTION = SECURITY_MATTER


def reason_to(answers: Answers, choice: Choice) -> str | None:
    """Why it is none of security: as a person answered, or as whoever sends it elsewhere says; None where nobody does."""
    answer = answers.known.get(QUESTION)
    if answer is not None:
        return answer if denies(answer) else None
    if choice.decision not in {None, "escalate"}:
        return (choice.why("decision") or "").strip() or None
    return (choice.why("target") or "").strip() or None if choice.target not in {None, "security"} else None


def as_set_aside(issue: Issue, reason: str) -> Issue:
    """The issue as its words would be read were there no security."""
    kind = kind_of(listen(issue.text, ()), issue.text, secure=False) if issue.kind == "security" else issue.kind
    return issue.model_copy(update={"kind": kind, "set_aside": reason})


def only_asked(line: str) -> str | None:
    """The rest of a line that asks whether it is a matter of security and states none; None for other lines."""
    rest = without_asking(line)
    if rest is None or in_public(rest) or any(said.signal in SECURITY for said in assertions(rest)):
        return None
    return None if read_line(rest).outcomes["security"] >= RATHER else rest


def only_sounds_so(line: str, answers: Answers) -> bool:
    """Whether the line and the answers have no word of security, or only ask for it; an answer that it is none may still tell of
    an exposure."""
    if affirms(answers.known.get(QUESTION, "")):
        return False
    told = with_answers("", answers.known)
    if only_asked(line) is not None:
        if in_public(told) or speaks(told):
            return False
    else:
        text = f"{line}{told}"
        if in_public(text) or touches(text, read_line(text).outcomes["security"]):
            return False
    denied = listen(answers.known.get(QUESTION, ""), ())
    return not denied.affirmed(*SECURITY)


def records_speak(
    case: Case,
    apart: Iterable[str],
    items: Iterable[TrackerItem],
    messages: Iterable[Message],
    brought: Iterable[Evidence],
) -> bool:
    """Whether a record of this issue speaks of security: what belongs, what was set `apart` (ids), what was `brought` by hand.

    Where the line only asks for it, a record must state one: that a wish for an audit log speaks of compliance is what was asked.
    """
    tells = states if only_asked(case.issue.text) is not None else speaks
    known = {t.id: t for t in case.context.tickets}
    tickets = {
        t.id: t
        for t in (*case.reports, *case.tickets, *case.earlier, *map(known.get, (*apart, *ruled_out(case.context))))
        if t
    }
    linked = {id_ for ticket in tickets for id_ in case.links.items(ticket)}
    items = (*items, *(i for i in case.context.items if i.id in linked))
    ids = (*tickets, *(item.id for item in items))
    messages = (*messages, *(m for m in case.context.messages if any(names_id(m.text, id_) for id_ in ids)))
    articles = (*case.solutions.valid, *case.solutions.related)
    return (
        any(tells(text) for ticket in tickets.values() for text in _of_ticket(ticket))
        or any(tells(text) for item in items for text in _of_item(item))
        or any(tells(message.text) for message in messages)
        or any(find_orders(message.text) for message in case.context.messages)
        or any(said.signal in SECURITY for a in articles for said in listen(f"{a.title}\n{a.body}", ()).said)
        or any(_brought(each, tells) for each in brought)
    )


def _of_ticket(ticket: Ticket) -> Iterator[str]:
    yield from (ticket.subject, ticket.description, ticket.type or "", *ticket.tags, *(c.body for c in ticket.comments))


def _of_item(item: TrackerItem) -> Iterator[str]:
    yield from (item.title, item.body, item.type or "", *item.labels, *item.comment_bodies)


def _brought(evidence: Evidence, tells: Callable[[str], bool]) -> bool:
    """The reporter may say that it is none; what they say of an exposure counts, and so does every word of another source."""
    if evidence.source in {"computed", "accounts", "kb"} or evidence.about == "ruling":
        return False
    if evidence.source == "reporter":
        said = bool(listen(evidence.quotation, ()).affirmed(*SECURITY)) or in_public(evidence.quotation)
        return said or told_exposure(evidence.quotation) is not None
    return tells(evidence.quotation) or told_exposure(evidence.quotation) is not None


def departures(verdict: Verdict, reason: str) -> Iterator[Override]:
    """How a matter that was set aside departs from what its sound recommends."""
    if verdict.decision != "escalate":
        yield Override(field="decision", recommended="escalate", chosen=verdict.decision, reason=reason)
    elif verdict.target != "security":
        yield Override(field="target", recommended="security", chosen=str(verdict.target), reason=reason)


def told_of(issue: Issue, who: str | None) -> Iterator[Finding]:
    """What stands at the top of whatever is written of it."""
    if issue.set_aside:
        words = read_line(issue.text).words.get("security") or issue.summary
        yield Finding(signal="security_set_aside", values={"words": words, "who": who, "reason": issue.set_aside})
