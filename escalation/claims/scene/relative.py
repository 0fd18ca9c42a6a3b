"""Relative days: "yesterday 8:30", 明天中午前, "next month", held against the days of the sources, in the zones concerned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Reason
from escalation.claims.scanning.days import relative_days
from escalation.claims.scene.parts import Parts
from escalation.claims.stops import CLAUSE_END
from escalation.claims.support.dates import times
from escalation.claims.support.index import resolve

_DAY = Lazy(
    r"\b(?P<back>yesterday)\b|\b(?P<on>tomorrow)\b|\b(?P<now>today)\b|(?P<zh_back>昨[天日])|(?P<zh_on>明[天日])|(?P<zh_now>今[天日])",
    2,
)
_AWAY = {"back": -1, "zh_back": -1, "now": 0, "zh_now": 0, "on": 1, "zh_on": 1}
_UP_TO = Lazy(r"\s?(?:,|at|around|about|by|before|的|在|约|大约|北京时间|当地时间)?\s?(?:at )?", 2)
_FROM = Lazy(r"\s?(?:\(?[A-Z][a-z]+ time\)?|local time)?,? ?", 0)
_PERIOD = Lazy(
    r"\b(?:the )?(?:next|coming|following) (?P<unit>week|month|quarter|year)\b"
    r"|(?P<zh>下一?个?(?:周|星期|月|季度)|明年)(?![一二三四五六日天])",
    2,
)
_WANTED = Lazy(
    r"\b(?:wants?|wanted|demand(?:s|ed)?|insist(?:s|ed)?|expect(?:s|ed)?|requires?|required|needs?|needed|asks?|asked)\b"
    r"|要求|希望|期望|需要|要在|坚持",
    2,
)
_NOBODY = Lazy(
    r"\b(?:not|never|no|whether|if|please|we|should|must|could)\b|n't\b|[未没不]|是否|如果|请|我们|我方|建议", 2
)
"""Left open, denied, or asked by us."""
_NEXT = r"\b(?:next|coming|following|nächst\w*|(?:la |le )?prochaine?) "
_WORDS = {
    "week": Lazy(rf"{_NEXT}(?:week|woche|semaine)|\bsemaine prochaine|下一?个?(?:周|星期)", 2),
    "month": Lazy(rf"{_NEXT}(?:month|monat|mois)|\bmois prochain|下一?个?月", 2),
    "quarter": Lazy(rf"{_NEXT}(?:quarter|quartal|trimestre)|下一?个?季", 2),
    "year": Lazy(rf"{_NEXT}(?:year|jahr|an\b)|明年", 2),
}


def misdated(parts: Parts, book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    """Each time of day told of another day than the sources', and each day or period said to be wanted that none names."""
    today = book.today()
    if not book.whole or today is None:
        return
    for match in _DAY.finditer(parts.text):
        if parts.quoted(match.start()):
            continue
        away = _AWAY[str(match.lastgroup)]
        clocks = list(_clocks(parts, match))
        if clocks and not any(_on(claim, away, book) for claim in clocks):
            yield _joined(match, clocks[0]), Reason("time_unknown")
        elif away > 0 and _demanded(parts, match) and not _meant(today, away, book):
            yield Claim("date", *match.span()), Reason("date_unknown")
    for match in _PERIOD.finditer(parts.text):
        if not parts.quoted(match.start()) and _demanded(parts, match) and not _period(match, today, book):
            yield Claim("date", *match.span()), Reason("date_unknown")


def _clocks(parts: Parts, match: re.Match[str]) -> Iterator[Claim]:
    """The time of day right beside a word for a day, which has no date of its own."""
    for claim in parts.claims(max(0, match.start() - 40), match.end() + 20):
        if not claim.clock or claim.clock.day or claim.clock.weekday is not None:
            continue
        behind = claim.start >= match.end() and _UP_TO.fullmatch(parts.text, match.end(), claim.start)
        ahead = claim.end <= match.start() and _FROM.fullmatch(parts.text, claim.end, match.start())
        if behind or ahead:
            yield claim


def _on(claim: Claim, away: int, book: EvidenceBook) -> bool:
    """Whether something happened at that time on that day, in a zone that counts here; what a source only writes has no day."""
    clock = claim.clock
    if clock is None or book.now is None:
        return True
    facts = times(clock, book)
    if not facts or any(fact.at is None for fact in facts):
        return True
    zones = {zone for fact in facts for zone in book.zones_of(fact.account)}
    days = {book.now.astimezone(zone).date() + timedelta(days=away) for zone in zones}
    return any(fact.at and fact.at.astimezone(zone).date() in days for fact in facts for zone in zones)


def _joined(match: re.Match[str], claim: Claim) -> Claim:
    return Claim("time", min(match.start(), claim.start), max(match.end(), claim.end))


def _demanded(parts: Parts, match: re.Match[str]) -> bool:
    """Whether a customer, or somebody of theirs, is told to want it by then."""
    start, end = CLAUSE_END.around(parts.text, *match.span(), *parts.statement(match.start()))
    return bool(_WANTED.search(parts.text, start, match.start())) and not _NOBODY.search(parts.text, start, end)


def _days(book: EvidenceBook) -> frozenset[date]:
    """The days that the sources name, in words for a day as well."""
    told = {
        day
        for event in book.scene.events
        if event.says
        for each in relative_days(event.says, event.at)
        if (day := resolve(each, None))
    }
    return frozenset(told | book.told_days)


def _meant(today: date, away: int, book: EvidenceBook) -> bool:
    days = {today + timedelta(days=away)}
    days |= {book.now.astimezone(zone).date() + timedelta(days=away) for zone in book.zones if book.now}
    return bool(days & _days(book))


def _period(match: re.Match[str], today: date, book: EvidenceBook) -> bool:
    """Whether a source names such a period, or a day in it."""
    unit = next(name for name, pattern in _WORDS.items() if pattern.search(match[0]))
    if any(_WORDS[unit].search(event.says) for event in book.scene.events):
        return True
    return any(_next(unit, today, day) for day in _days(book))


def _next(unit: str, today: date, day: date) -> bool:
    if unit == "week":
        return 7 <= (day - (today - timedelta(days=today.weekday()))).days < 14
    if unit == "year":
        return day.year == today.year + 1
    months = (day.year - today.year) * 12 + day.month - today.month
    quarters = (day.year - today.year) * 4 + (day.month - 1) // 3 - (today.month - 1) // 3
    return months == 1 if unit == "month" else quarters == 1
