"""Happenings: a moment on record that is told as that of another happening: another side's message, a limit, an error seen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from escalation.claims.book import EvidenceBook
from escalation.claims.fold import fold
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Place, Reason
from escalation.claims.scanning.days import days
from escalation.claims.stops import STATEMENT_END
from escalation.claims.support import dates
from escalation.claims.support.index import resolve

_WE = r"(?:support|we|our (?:team|engineers|colleagues?|support)|engineering)"
_HEARD = r"(?:receiv|got|heard|learn|notic|saw|see|found|know|knew|were|was|are|is|first heard)"
_READ = r"(?:(?:read|take|took|understand|understood|interpret) (?:it|this|that|them|\w+ words) (?:to|as|for)|assume|reckon)"
"""What we make of somebody's words is no deed of ours at that hour."""
_OURS = Lazy(
    rf"(?:^|[,;] ?|\band |\bthen )\s?{_WE} (?!(?:had |have |has |only |first )?(?:{_HEARD}|{_READ}))[^,;.]*$"
    r"|(?:^|[，；,;])(?:随后|之后|然后)?(?:我们|我方|支持团队|客服)"
    r"(?!.{0,8}(?:收到|接到|得知|看到|发现|获悉|理解|当作|视为|看作|估计|认为))[^，；,;]*$",
    2,
)
_THEIRS = Lazy(
    r"(?:^|[,;] ?|\band |\bthen )\s?(?:the customer|they) (?:wrote|reported|answered|replied|told us|came back|asked|changed"
    r"|sent)\b[^,;.]*$"
    r"|(?:^|[，；,;])(?:随后|之后|然后)?客户(?:于|在)?$",
    2,
)


def misheld(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    """Why a supported date or time is none of what it is told of; None where it may be."""
    if not book.whole or claim.kind not in ("date", "time"):
        return None
    if claim.clock and (_of_other_side(claim, place, book)):
        return Reason("other_role")
    if claim.day and (_no_limit(claim, place, book) or _not_seen_then(claim, place, book)):
        return Reason("other_role")
    return None


def _of_other_side(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """Whether what one side is said to have done at that time of day is nothing but a message of the other side."""
    clock = claim.clock
    if clock is None or clock.bound != "exact" or clock.halves:
        return False
    start, _ = STATEMENT_END.around(place.sentence, place.offset, place.offset)
    ahead = place.sentence[start : place.offset]
    ours, theirs = _OURS.search(ahead), _THEIRS.search(ahead)
    if bool(ours) == bool(theirs):
        return False
    told = [fact for fact in dates.times(clock, book) if fact.says and fact.record in book.told]
    if any(fact.claim.clock for fact in told):
        return False  # Somebody's words tell that time: of what, only they know.
    there = [e for e in book.scene.events if not e.dated and dates.is_at(clock, e.at, e.account, book)]
    wrote = [
        e for e in there if e.kind in ("report", "message", "answer", "note", "chat", "solve", "item", "escalation")
    ]
    return bool(wrote) and len(wrote) == len(there) and all(each.inside is bool(theirs) for each in wrote)


_SLA = Lazy(r"(?<![a-z])sla(?![a-z])", 2)
_ENDS = Lazy(
    r"\b(?:ran|runs?) out\b|\bexpire[sd]?\b|\b(?:is|was|falls) due\b|\bends?\b|\bended\b|\blapse[sd]?\b|到期|截止|过期|超时",
    2,
)


def _no_limit(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """Whether the SLA of a ticket is told to end on a day on which none of its limits ends."""
    if not _SLA.search(place.clause) or not _ENDS.search(place.clause) or not claim.day or not claim.day.day:
        return False
    marks = place.marks & book.ticket_marks
    due = [e for e in book.scene.events if e.kind == "due" and (not marks or e.record.lower() in marks)]
    return bool(due) and not any(_on(claim, e.at, e.account, book) for e in due)


def _on(claim: Claim, at: datetime, whose: str | None, book: EvidenceBook) -> bool:
    day = claim.day
    if day is None:
        return False
    wanted = resolve(day, book.today())
    return any(wanted == at.astimezone(zone).date() for zone in book.zones_of(whose))


_SEEN = Lazy(r"\b(?:appear\w*|occur\w*|happen\w*|came up|showed up|(?:was|were) (?:also )?seen)\b|出现|发生", 2)


def _not_seen_then(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """Whether an error is told to have been seen in a month, or on a day, of which none of what names it is or speaks."""
    start, end = STATEMENT_END.around(place.sentence, place.offset, place.offset)
    if not _SEEN.search(place.sentence, start, end) or not claim.day or not claim.day.month:
        return False
    marks = {key for key in place.marks if key not in book.scene.records and key in book.index.marks}
    if len(marks) != 1:
        return False
    known = set(_days_of(marks.pop(), book))
    wanted = (claim.day.month, claim.day.day)
    return bool(known) and not any(wanted in ((month, day), (month, None)) for month, day in known)


def _days_of(mark: str, book: EvidenceBook) -> Iterator[tuple[int | None, int | None]]:
    """The months and days of every piece of evidence in which the mark stands, and those it tells."""
    records = {fact.record for fact in book.index.marks.get(mark, ())}
    read = book.made[0].evidence if book.made else ()
    for item in read:
        if item.record_id not in records or not item.record_id:
            continue
        if item.at:
            for zone in book.zones_of(item.account_id):
                local = item.at.astimezone(zone)
                yield local.month, local.day
        yield from ((each.day.month, each.day.day) for each in days(fold(item.quotation)) if each.day)
    for event in book.scene.events:
        if event.record in records:
            yield event.at.month, event.at.day
