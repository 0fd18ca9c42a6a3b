"""Event pairs: the two ends that a sentence gives a length of time, where its words name what happened at each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import combinations

from escalation.claims.answering import ANSWER
from escalation.claims.book import EvidenceBook
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Place
from escalation.claims.scanning.names import meant, ours
from escalation.claims.scene.deeds import in_words, kinds_in
from escalation.claims.scene.mentions import holders, mentions
from escalation.claims.scene.scene import Event, between
from escalation.claims.stops import STATEMENT_END

_NOW = Lazy(
    r"\bago\b|\bsince\b|\bso far\b|\bnow\b|\btoday\b|\bleft\b|\bremain|\bstill\b|\b(?:off|away|out|old)\b|\bfrom (?:now|today)\b|"
    r"\bto go\b|\bopen for\b|至今|现在|目前|距|剩|已经?|以来|前|还有",
)
_JOINED = Lazy(r"\bafter\b|\blater\b|\bbefore\b|后|之前", 2)
_UNTIL = Lazy(r"\buntil\b|\btook\b|直到|才", 2)
_FROM_TO = Lazy(r"从.{2,30}到|\bfrom .{2,40}\bto\b|\bafter\b|\blater\b|\bto (?:answer|reply)\b|[之以]?后", 2)
_SPAN = Lazy(
    rf"{_NOW.pattern}|\b(?:after|later|before|earlier|within|took|waited|apart)\b|[后晚早隔内]|等了|用了|花了|才|都是|均为|各|\beach\b",
)
_SET = Lazy(
    r"\bfirst (?:answer|response|reply)|首次?(?:响应|回复|答复)|首响|第一次(?:响应|回复|答复)|\bdue\b|\bsla\b|时限|期限",
    2,
)
"""Words that say themselves between which two moments a length lies."""
_ANSWERED = Lazy(ANSWER, 2)
_AGAIN = Lazy(r"\blater (?:s?he|they)\b|\b(?:s?he|they) \w+ (?:again )?.{0,16}\blater\b|后[他她又再]", 2)
"""What the same person did next."""
_SPREAD = Lazy(r"\bspan(?:s|ned|ning)?\b|\bspread over\b|\bstretch|跨[了越度]|历时|前后共?", 2)
_SPOKEN = frozenset({"chat", "message", "note", "report"})
_SINCE_REPORT = frozenset({"answer", "message", "note", "solve", "due"})
_OF_TICKET = frozenset({"told", "report", "answer", "message", "note", "solve", "due"})


def event_pairs(place: Place, book: EvidenceBook) -> Iterator[tuple[datetime, datetime]]:
    """Instants of events of the kinds that the sentence names, of its customers where it names any, two by two and with now.

    Two events of one ticket belong together; reports of several tickets do; so do a report and what is no ticket's.
    """
    words = f"{place.previous} {place.sentence}"
    kinds = kinds_in(words)
    if kinds & _SINCE_REPORT:
        kinds |= {"report"}  # What happens to a ticket is told from when it came.
    if _SPREAD.search(words):
        kinds |= {"report", "escalation"}
    ids = ours(place.keys)
    marks = place.marks
    tickets = {event.record for event in book.scene.events if event.kind == "report" and event.record.lower() in marks}
    tickets = tickets or _of_whom(words, book)
    events = [
        event
        for event in book.scene.events
        if event.kind in kinds
        and meant(event.account, ids)
        and (not tickets or event.kind not in _OF_TICKET or event.record in tickets)
    ]
    who = {each.person.name for each in mentions(words, book)}
    if len(who) > 1 and _FROM_TO.search(place.sentence):
        spoken = [event for event in book.scene.events if event.person in who and event.kind in _SPOKEN]
        yield from ((a.at, b.at) for a, b in combinations(spoken, 2) if a.person != b.person)
    events += [event for event in in_words(place.sentence, book.scene.events) if event not in events]
    for first, second in combinations(events, 2):
        if _belong(first, second):
            yield between(first, second)


def anchored(place: Place, book: EvidenceBook) -> Iterator[tuple[datetime, datetime]]:
    """From what the statement quotes, from the records it names and from what the people it names did: to now, to what else
    happened on that record, and to one another."""
    if not _SPAN.search(place.sentence) or _SET.search(place.clause):
        return
    start, stop = STATEMENT_END.around(place.sentence, place.offset, place.offset)
    words = place.sentence[start:stop]
    who = {each.person.name for each in mentions(f"{place.previous} {words}", book) or mentions(place.sentence, book)}
    items = place.marks - book.ticket_marks
    answered = frozenset({"report", "answer", "message"}) if _ANSWERED.search(words) else None
    anchors = [
        e
        for e in book.scene.events
        if e.kind != "due"
        and ((e.person in who and (answered is None or e.kind in answered)) or e.record.lower() in items)
    ]
    reports = [e.at for e in book.scene.events if e.kind == "report"]
    yield from ((event.at, at) for event in anchors if event.kind == "item" for at in reports)
    for event in anchors:
        if book.now and _NOW.search(place.sentence):
            yield event.at, book.now
        yield from ((event.at, at) for at in _beside(event, book))
    again = _AGAIN.search(words)
    yield from (
        (a.at, b.at)
        for a, b in combinations(anchors, 2)
        if a.person != b.person or a.record != b.record or (again and a.person)
    )


_AFTER_ASKED = Lazy(
    r"\bafter (?:we|support|our \w+) (?:had |have )?(?:asked|requested)\b"
    r"|(?:我们|我方|支持|客服)[^，。；]{0,4}(?:索要|要求|请求|询问|请)[^，。；]{0,16}后",
    2,
)


def asked_for(place: Place, book: EvidenceBook) -> Iterator[tuple[datetime, datetime]]:
    """From each message of ours to what the customer wrote next on the same record, where that is what is told."""
    if not _AFTER_ASKED.search(place.sentence):
        return
    written = sorted((e for e in book.scene.events if e.kind in ("message", "answer")), key=lambda each: each.at)
    for ours_ in written:
        theirs = [e.at for e in written if e.record == ours_.record and not e.inside and e.at > ours_.at]
        if ours_.inside and theirs:
            yield ours_.at, theirs[0]


_WE = Lazy(r"^\W*(?:we|support|our \w+)\b|^\W*(?:我们|我方|支持|客服)", 2)


def acted_on(place: Place, book: EvidenceBook) -> Iterator[tuple[datetime, datetime]]:
    """From each report to what we wrote on it: "we disabled it 40 minutes later"."""
    if not _WE.search(place.sentence):
        return
    for report in (event for event in book.scene.events if event.kind == "report"):
        wrote = (e for e in book.scene.events if e.record == report.record and e.inside and e.at > report.at)
        yield from ((report.at, event.at) for event in wrote)


def _beside(event: Event, book: EvidenceBook) -> set[datetime]:
    """What somebody's doing is timed by: the report of its record, and what came there right before and right after it."""
    same = [each for each in book.scene.events if each.record == event.record and each.kind not in ("due", "told")]
    before = [each.at for each in same if each.at < event.at]
    after = [each.at for each in same if each.at > event.at]
    return {
        *(each.at for each in same if each.kind == "report"),
        max(before, default=event.at),
        min(after, default=event.at),
    }


def settled(place: Place, book: EvidenceBook) -> bool:
    """Whether the words say of whose ticket, or of which talk, both ends are: no other moment is meant then."""
    kinds = kinds_in(place.sentence)
    marks = place.marks
    known = any(event.kind == "report" and event.record.lower() in marks for event in book.scene.events)
    if kinds & _SINCE_REPORT and _JOINED.search(place.sentence) and (known or _of_whom(place.sentence, book)):
        return True
    return "chat" in kinds and bool(_UNTIL.search(place.sentence))


def _of_whom(words: str, book: EvidenceBook) -> set[str]:
    """The tickets of those whom the words name, by name or by their office."""
    who = {each.person.name for each in mentions(words, book)} | {person.name for person in holders(words, book)}
    return {event.record for event in book.scene.events if event.kind == "report" and event.person in who}


def _belong(first: Event, second: Event) -> bool:
    tickets = {first.kind, second.kind} & _OF_TICKET
    if first.kind in _OF_TICKET and second.kind in _OF_TICKET:
        apart = first.kind != second.kind or first.kind == "told" or first.person != second.person
        return (first.record == second.record and apart) or tickets == {"report"}
    return (
        first.account is None or second.account is None or first.account == second.account or first.kind == second.kind
    )
