"""Days: calendar dates in the forms both languages write, months, quarters of a year, and weekdays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from escalation.claims.found import Claim, Day
from escalation.claims.lazy import Lazy
from escalation.claims.scanning.numerals import HAN_NUMERAL, value_of

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_LONG = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_NAME = rf"(?:{'|'.join(_LONG)}|(?:sept|{'|'.join(_MONTHS)})\.?)"
_ORDINAL = r"(?:st|nd|rd|th)?"
_N = rf"\d{{1,2}}|{HAN_NUMERAL}"
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_HAN_WEEK = dict(zip("一二三四五六日天", (0, 1, 2, 3, 4, 5, 6, 6), strict=True))

_NOT_A_VERB = r"(?!(?<=\bor may) (?:have|be|not|also|still|yet|well|need|want|only|never|even)\b)"
"""Behind "may": "what was or may have been seen" names no month."""

_FORMS = tuple(
    Lazy(pattern, re.I)
    for pattern in (
        r"(?<![\d.])(?P<y>(?:19|20)\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d|\.\d)",
        r"(?<![\d-])(?P<m>0\d|1[0-2])-(?P<d>[0-3]\d)(?=[ T]\d{1,2}:\d\d)",
        rf"(?P<y>(?:19|20)\d\d|二[〇零][〇零一二三][〇零一二三四五六七八九])\s?年\s?(?P<m>{_N})\s?月\s?(?P<d>{_N})\s?[日号]?",
        rf"(?P<y>(?:19|20)\d\d)\s?年\s?(?P<m>{_N})\s?月(?:份|底|初)?",
        rf"(?<!个)(?P<m>{_N})\s?月\s?(?P<d>{_N})\s?[日号]?(?![个位家名次条])",
        rf"(?<!\d\.)\b(?P<d>\d{{1,2}}){_ORDINAL}(?: of)?[ \-](?P<n>{_NAME})(?:,?[ \-](?P<y>(?:19|20)\d\d))?(?![\w])",
        rf"\b(?P<n>{_NAME}) (?P<d>\d{{1,2}}){_ORDINAL}(?![\w:%])(?:,? (?P<y>(?:19|20)\d\d)(?![\d/-]))?(?!\w)",
        rf"\b(?P<n>{_NAME}),? (?P<y>(?:19|20)\d\d)\b",
        r"(?<![\d./])(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>(?:19|20)\d\d)(?![\d/])",
        r"(?<![\d.])(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>(?:19|20)\d\d)(?![\d.])",
        r"(?<![\d./\w])(?P<m>\d{1,2})/(?P<d>\d{1,2})(?![\d/%])",
        rf"(?<![\d第])(?P<d>{_N})[日号](?![常志期子前内])(?=前|之前|上午|下午|晚|\s|，|。|,|\d|$)",
        r"(?<![\d第.:])(?P<d>\d{1,2})\s?日(?![常志期子前内程元均本\d])",
        rf"\b(?:in|by|until|since|for|of|early|late|mid|from|to|or) (?P<n>{'|'.join(_LONG)})\b(?! \d){_NOT_A_VERB}",
        rf"\b(?P<n>{'|'.join(_LONG)})\b(?= (?:was|saw|had|brought|alone)\b)",
        rf"(?<![\d个])(?P<m>{_N})\s?月(?:份|底|初|中旬)?(?![\d])",
        r"(?<![A-Za-z_\d.,$€£¥:/#\-])(?P<y>20[12]\d)(?:\s?年(?!\s?\d))?(?![\d:%/\-]|[,.]\d|\s?[a-z]{4})",
    )
)
_WEEKDAY = Lazy(
    rf"\b(?P<en>{'|'.join(_WEEKDAYS)})s?\b|(?:(?<![一二两三四五六七八九十\d])周|星期|礼拜)(?P<zh>[{''.join(_HAN_WEEK)}])(?![期个年])",
    re.I,
)


def days(text: str) -> Iterator[Claim]:
    """Every date in a folded text; a form that could be month/day or day/month carries both readings."""
    taken: list[tuple[int, int]] = []
    for form in _FORMS:
        for match in form.finditer(text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            day = _day(match[0], match.groupdict())
            if day:
                taken.append(match.span())
                yield Claim("date", *match.span(), day=day)


_QUARTER = Lazy(
    r"\bQ(?P<a>[1-4])\b|\b(?P<b>first|second|third|fourth) quarter\b|(?P<c>[一二三四])季度|第(?P<d>[一二三四1-4])季度",
    re.I,
)
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "一": 1, "二": 2, "三": 3, "四": 4}


def quarters(text: str) -> Iterator[Claim]:
    """Every quarter of a year named; `key` is "q1" to "q4"."""
    for match in _QUARTER.finditer(text):
        word = next(group for group in match.groups() if group).lower()
        yield Claim("date", *match.span(), key=f"q{_ORDER.get(word) or word}")


def weekdays(text: str) -> Iterator[Claim]:
    """Every weekday named; `key` is "0" for Monday to "6" for Sunday."""
    for match in _WEEKDAY.finditer(text):
        number = _WEEKDAYS.index(match["en"].lower()) if match["en"] else _HAN_WEEK[match["zh"]]
        yield Claim("date", *match.span(), key=str(number))


def _day(written: str, parts: dict[str, str | None]) -> Day | None:
    year = _number(parts.get("y"))
    name = parts.get("n")
    month = _MONTHS.index(name[:3].lower()) + 1 if name else _number(parts.get("m"))
    day = _number(parts.get("d"))
    swapped = (day, month) if month and day else None
    if (month or 1) > 12 or (day or 1) > 31 or month == 0 or day == 0:
        # 20/11 can only be the twentieth of November.
        if not swapped or name or swapped[0] > 12 or not 0 < swapped[1] <= 31:
            return None
        month, day = swapped
    slashed = month and day and not name and day <= 12 and "/" in written and not written[:4].isdigit()
    return Day(year, month, day, other=(day, month) if slashed and month and day else None)


def _number(text: str | None) -> int | None:
    return int(value_of(text)) if text else None


_WORDS: tuple[tuple[Lazy, int], ...] = (
    (Lazy(r"\b[Tt]omorrow\b|明天|明日"), 1),
    (Lazy(r"\b[Yy]esterday\b|\b[Ll]ast night\b|昨[天日晚夜]"), -1),
    (Lazy(r"后天"), 2),
    (Lazy(r"前[天日]"), -2),
)
_NEXT = Lazy(r"\b[Nn]ext\s$|下个?$")
_LAST = Lazy(r"\b[Ll]ast\s$|上个?$")
_THIS = Lazy(r"[这本]个?$")


def relative_days(text: str, told: datetime) -> Iterator[Day]:
    """The dates meant by the relative words of a folded text that was told at that instant."""
    for pattern, away in _WORDS:
        if pattern.search(text):
            yield _day_relative(told + timedelta(days=away))
    for claim in weekdays(text):
        wanted, week = int(claim.key), -told.weekday()
        before = text[max(0, claim.start - 6) : claim.start]
        if _NEXT.search(before):
            yield _day_relative(told + timedelta(days=week + 7 + wanted))
        elif _LAST.search(before):
            yield _day_relative(told + timedelta(days=week - 7 + wanted))
        elif _THIS.search(before):
            yield _day_relative(told + timedelta(days=week + wanted))
        else:
            yield _day_relative(told + timedelta(days=(week + wanted) % 7))


def _day_relative(at: datetime) -> Day:
    return Day(at.year, at.month, at.day)
