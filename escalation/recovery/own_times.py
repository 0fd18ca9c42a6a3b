"""When a fault began and was over by what people wrote of it: a ticket is opened later than that, and closed later still."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from escalation.reading.threads.entries import entries
from escalation.reading.times.downtime import downtime
from escalation.records import Ticket, TrackerItem
from escalation.zones import zone as zone_named

_T = r"(?:上午|早上|凌晨|下午|晚上|中午)?\s*\d{1,2}[:：]\d{2}\s*(?:am|pm|z\b|utc|gmt)?"
_TIME = re.compile(r"(?i)(上午|早上|凌晨|下午|晚上|中午)?\s*(\d{1,2})[:：](\d{2})\s*(am|pm|z\b|utc|gmt)?")
_WINDOW = re.compile(
    rf"(?i)(?:\b(?:from|between)\s+|从\s*|自\s*)?({_T})\s*(?:-|–|—|~|to|until|till|and|至|到)\s*({_T})"
)
_OVER = re.compile(
    rf"(?i)\b(?:restored|recovered|back|fixed|resolved|works?|working|finished|up|normal)\b[^.;]{{0,24}}?"
    rf"\b(?:at|since|by)\s+({_T})"
    rf"|({_T})\s*(?:左右|起)?\s*(?:已经?|就)?(?:全部|完全)?(?:恢复|修复|正常)|(?:恢复|修复)(?:时间|于|在)[^,，。]{{0,4}}?({_T})"
)
_IS_OVER = re.compile(
    r"(?i)(?:^|[.!;,]\s*)(?:it is |it['’]s |this is |all |everything is )?(?:now )?(?:back|fixed|restored|recovered|resolved"
    r"|working again|stopped|released)\b(?! (?:to|for|by|when|if))|\b(?:has|have) been (?:restarted|restored|fixed|released)\b"
    r"|\b(?:is|are) released now\b|已(?:经)?(?:全部)?(?:恢复|修复)|(?:^|[，。])(?:恢复|修复)了"
)
_SINCE = re.compile(
    rf"(?i)\b(?:since|started at|began at|stopped at)\s+(?:about |around )?({_T})|({_T})\s*(?:左右)?(?:起|开始|以来)"
)
_SENTENCE = re.compile(r"(?:[^\n.!?。！？]|\.(?=\w))+[.!?。！？]?")
_LENGTH = re.compile(r"(?i)\((?:about )?(\d+(?:\.\d+)?) ?(h|hours?|min|minutes?)\)|（(\d+(?:\.\d+)?) ?(小时|分钟)）")
_DAY = re.compile(
    r"(20\d\d)-(\d\d)-(\d\d)|\b(\d{1,2}) (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(\d{1,2})月(\d{1,2})日",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NOT_OF_IT = re.compile(
    r"(?i)\b(?:open(?:ing)? (?:hours|from|between)|office|available|call|meeting|maintenance|shift)\b"
    r"|营业|服务时间|会议|维护|值班"
)

NEAR = timedelta(days=3)
"""A fault is reported within this time of its beginning, and over within this time of its report's end."""


@dataclass(frozen=True)
class Told:
    """What the texts name, UTC; None where they do not."""

    began: datetime | None = None
    ended: datetime | None = None
    hours: float | None = None
    about: bool = False
    """Nobody named the time: it was over when support wrote that it was."""


NOT_TOLD = Told()


def own_times(ticket: Ticket, items: Iterable[TrackerItem], zone: str | None) -> Told:
    """The fault of `ticket` as its thread and the incidents on the tracker tell it; what support says last counts."""
    place = zone_named(zone)
    texts = [*_of_items(items), *_of_thread(ticket)]
    window = since = over = length = wrote = None
    for text in texts:
        if text.staff:
            window = window or _window(text, place) if text.item else _window(text, place) or window
            over = _over(text, place, ticket) or over
            length = _length(text.words) or length
            wrote = text.at if not text.item and _IS_OVER.search(text.words) else wrote
        since = since or _one(_SINCE, text, place)
    began, ended = window or (since, over)
    about = ended is None and length is None and wrote is not None
    ended = wrote if about else ended
    if ended and began and began >= ended:
        began = None
    if ended and not began:
        began = ended - timedelta(hours=length) if length else ticket.created_at
    if began and length and not ended:
        ended = began + timedelta(hours=length)
    hours = length or ((ended - began).total_seconds() / 3600 if began and ended else None)
    return _sensible(ticket, Told(began, ended, hours, about))


@dataclass(frozen=True)
class _Text:
    words: str
    at: datetime
    staff: bool
    item: bool = False


def _of_items(items: Iterable[TrackerItem]) -> Iterator[_Text]:
    for item in items:
        if item.created_at:
            yield _Text(f"{item.title}\n{item.body}", item.created_at, staff=True, item=True)


def _of_thread(ticket: Ticket) -> Iterator[_Text]:
    for entry in entries(ticket):
        yield _Text(entry.text, entry.at, staff=entry.role in ("agent", "internal"))


def _sensible(ticket: Ticket, told: Told) -> Told:
    """Nothing, where a time lies too far from the report to be one of this fault."""
    last = ticket.solved_at or ticket.updated_at or ticket.created_at
    first, late = ticket.created_at - NEAR, max(last, ticket.created_at) + NEAR
    if any(at and not first <= at <= late for at in (told.began, told.ended)) or (told.hours or 1) <= 0:
        return NOT_TOLD
    return told


def _window(text: _Text, place: ZoneInfo) -> tuple[datetime, datetime] | None:
    for sentence in _SENTENCE.finditer(text.words):
        found = _WINDOW.search(sentence[0])
        if found is None or _NOT_OF_IT.search(sentence[0]):
            continue
        place_said = _place(found[0] + sentence[0][found.end() : found.end() + 8], place)
        ended = _moment(found[2], text, place_said, _day(sentence[0], text.at))
        began = _moment(found[1], text, place_said, _day(sentence[0], text.at))
        if began and ended:
            return (began if began < ended else began - timedelta(days=1)), ended
    return None


def _one(pattern: re.Pattern[str], text: _Text, place: ZoneInfo) -> datetime | None:
    for sentence in _SENTENCE.finditer(text.words):
        if (found := pattern.search(sentence[0])) and not _NOT_OF_IT.search(sentence[0]):
            said = next(group for group in found.groups() if group)
            return _moment(said, text, _place(found[0], place), _day(sentence[0], text.at))
    return None


def _over(text: _Text, place: ZoneInfo, ticket: Ticket) -> datetime | None:
    """Support writes in the customer's time or in its own, UTC: whichever is not before the report."""
    for where in (place, ZoneInfo("UTC")):
        at = _one(_OVER, text, where)
        if at and (text.item or ticket.created_at - timedelta(hours=1) <= at <= text.at):
            return at
    return None


def _moment(said: str, text: _Text, place: ZoneInfo, day: date | None) -> datetime | None:
    """The time of day on the day named; else the last one before it was written, on the tracker the nearest."""
    part, hour, minute, half = _TIME.search(said).groups()  # type: ignore[union-attr]
    hours = int(hour)
    if hours < 12 and (part in ("下午", "晚上") or (half or "").lower() == "pm"):
        hours += 12
    if hours > 23 or int(minute) > 59:
        return None
    written = text.at.astimezone(place)
    at = datetime.combine(day or written.date(), datetime.min.time(), place).replace(hour=hours, minute=int(minute))
    if day is None and at > written + (timedelta(hours=12) if text.item else timedelta(0)):
        at -= timedelta(days=1)
    return at.astimezone(UTC)


def _place(words: str, place: ZoneInfo) -> ZoneInfo:
    return ZoneInfo("UTC") if re.search(r"(?i)\d\s?z\b|\butc\b|\bgmt\b", words) else place


def _day(words: str, at: datetime) -> date | None:
    found = _DAY.search(words)
    if found is None:
        return None
    year, month, day = at.year, 0, 0
    if found[1]:
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    elif found[4]:
        month, day = _MONTHS.index(found[5].lower()[:3]) + 1, int(found[4])
    else:
        month, day = int(found[6]), int(found[7])
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _length(words: str) -> float | None:
    """Hours, by the last sentence that names how long it was."""
    lengths = [hours for each in _SENTENCE.finditer(words) if (hours := downtime(each[0])) is not None]
    if lengths:
        return lengths[-1]
    if found := _LENGTH.search(words):
        amount, unit = float(found[1] or found[3]), (found[2] or found[4]).lower()
        return amount / 60 if unit.startswith(("min", "分")) else amount
    return None
