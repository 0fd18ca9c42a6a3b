"""Hours: times of day in both languages, with their zone when one is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from escalation.claims.found import Claim, Clock
from escalation.claims.lazy import Lazy
from escalation.claims.scanning.numerals import HAN_NUMERAL, hedge, value_of

_UTC_ZH = "(?:协调)?世界时|格林尼治(?:标准)?时间"
_ZONE = (
    r"\s?\(?(?P<zone>z(?![a-z])|"
    r"(?:utc|gmt)\s?(?:[+-]\d{1,2}(?::?\d{2})?)?(?![a-z\d])|[+-]\d{2}:?\d{2}(?!\d)|北京时间|beijing time|"
    rf"{_UTC_ZH})\)?"
)
_LEAD = rf"(?:(?P<lead>北京时间|utc|beijing time|{_UTC_ZH})\s?)?"
_PERIOD = r"(?:(?P<period>午夜|凌晨|清晨|早上|早晨|一早|上午|中午|下午|午后|傍晚|晚上|当晚|今晚|深夜|夜里|夜间|(?<!最)晚)\s?)?"
_N = rf"\d{{1,2}}|{HAN_NUMERAL}"
_COLON = Lazy(
    rf"{_LEAD}{_PERIOD}(?<![\d.])(?<!\d:)(?P<h>[01]?\d|2[0-4])(?::|\.(?=\d\d\s?[ap]\.?m\b))(?P<m>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?!\d)"
    rf"(?:\s?(?P<half>[ap])\.?m\b\.?)?(?:{_ZONE})?",
    re.I,
)
_SPOKEN_HOUR = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_AM = Lazy(
    rf"(?:(?<![\d:.])(?P<h>1[0-2]|0?[1-9])\s?|\b(?P<word>{_SPOKEN_HOUR}) )(?P<half>[ap])\.?m\b\.?(?:{_ZONE})?"
    r"|\b(?:at|by|from|until|till|since) (?P<hh>[01]?\d|2[0-3])h(?P<mm>[0-5]\d)\b",
    re.I,
)
_HAN_HOUR = Lazy(
    rf"{_LEAD}{_PERIOD}(?<![\d.])(?!(?<=[多少早晚快慢大小高低好差有])一点)(?P<h>{_N})\s?(?P<mark>[点时])(?!间|段|期|区|钟内)"
    rf"(?P<m>半|整|[一三]刻|\s?(?:{_N})\s?分(?!钟)|[0-5]\d(?![\d:.万])|[二三四五]?十[一二三四五六七八九]?(?![多几个分天]))?(?P<after>多(?!少|久)|钟|前|后|左右|起|至|到|之|，|。|,|;|；|、|\)|）|\s|$)?"
)
_PAST = Lazy(
    rf"\b(?P<apart>five|ten|a quarter|quarter|twenty|twenty[ -]five|half|\d{{1,2}})(?: minutes)? (?P<side>past|to) "
    rf"(?P<h>{_SPOKEN_HOUR}|1[0-2]|[1-9])\b(?! (?:customers?|accounts?|users?|tickets?|days?|hours?|weeks?|of)\b)"
    r"(?:,? in the (?P<part>morning|afternoon|evening)| at (?P<night>night))?",
    re.I,
)
_CLOCK_WORD = Lazy(
    rf"\b(?P<h>{_SPOKEN_HOUR}|1[0-2]|[1-9])(?: o'clock(?:,? in the (?P<a>morning|afternoon|evening))?|"
    r",? in the (?P<b>morning|afternoon|evening)| at (?P<c>night)"
    r"| (?:the next|the same|that|this|yesterday|on the following) (?P<d>morning|afternoon|evening))",
    re.I,
)
_NAMED = Lazy(
    r"\b(?P<noon>noon|midday)\b|\b(?P<midnight>midnight)\b|(?P<zh_noon>正午|中午(?=之?前))|(?P<zh_midnight>午夜)",
    re.I,
)
_APART = {"five": 5, "ten": 10, "a quarter": 15, "quarter": 15, "twenty": 20, "half": 30}
_AFTERNOON = frozenset(["下午", "午后", "傍晚", "晚上", "当晚", "今晚", "晚"])
_NIGHT = frozenset(["深夜", "夜里", "夜间"])
_SMALL_HOURS = 5 * 60
""" "Ten past one at night" is before dawn, "nine at night" is not."""
_QUARTERS = {"半": 30, "整": 0, "一刻": 15, "三刻": 45}


_DAILY = Lazy(r"每[天日晚早周]\s?$|[今明昨当][天日晚早]\s?$")


def hours(text: str) -> Iterator[Claim]:
    """Every time of day in a folded text."""
    for pattern in (_COLON, _AM, _HAN_HOUR):
        for match in pattern.finditer(text):
            clock = _clock(text, match)
            if clock:
                yield Claim("time", match.start(), match.end() - len(match.groupdict().get("after") or ""), clock=clock)
    yield from spoken(text)


def spoken(text: str) -> Iterator[Claim]:
    """Every time of day told in words: "half past eight", "ten to nine in the morning", "three o'clock", "noon"."""
    for match in _PAST.finditer(text):
        apart, side = match["apart"].lower(), match["side"].lower()
        minutes = int(apart) if apart.isdigit() else _APART.get(apart, 25)
        if side == "to" and (apart == "half" or apart.isdigit()):
            continue  # "5 to 9" is a range.
        minute = int(value_of(match["h"])) % 12 * 60 + (minutes if side == "past" else -minutes)
        yield _told(match, minute, match["part"] or match["night"])
    for match in _CLOCK_WORD.finditer(text):
        yield _told(match, int(value_of(match["h"])) % 12 * 60, match["a"] or match["b"] or match["c"] or match["d"])
    for match in _NAMED.finditer(text):
        yield Claim("time", *match.span(), clock=Clock(0 if match["midnight"] or match["zh_midnight"] else 720))


def _told(match: re.Match[str], minute: int, part: str | None) -> Claim:
    """Without a part of the day either half of it may be meant."""
    part = (part or "").lower()
    late = part in ("afternoon", "evening") or (part == "night" and minute >= _SMALL_HOURS)
    clock = Clock((minute + (720 if late else 0)) % 1440, halves=not part)
    return Claim("time", *match.span(), clock=clock)


def _clock(text: str, match: re.Match[str]) -> Clock | None:
    groups = match.groupdict()
    period, half = groups.get("period"), (groups.get("half") or "").lower()
    if groups.get("mark") and not (
        period or groups["m"] or groups["after"] is not None or groups["lead"] or _may(text, match)
    ):
        return None  # 三点 may be three points.
    hour = int(value_of((groups["h"] or groups.get("word") or groups.get("hh") or "").lower()))
    minute = _minute(groups.get("m") or groups.get("mm"))
    if (half == "p" or period in _AFTERNOON) and hour < 12:
        hour += 12
    if period in _NIGHT and 6 <= hour < 12:
        hour += 12
    if (half == "a" or period in ("凌晨", "午夜")) and hour == 12:
        hour = 0
    if hour > 24 or minute > 59:
        return None
    zone = groups.get("zone") or groups.get("lead")
    halves = bool(groups.get("mark")) and not period and 0 < hour < 12
    bound = "over" if groups.get("after") == "多" else hedge(text, match.start(), (match.end(),))
    return Clock(hour % 24 * 60 + minute, offset_of(zone) if zone else None, bound=bound, halves=halves)


def _may(text: str, match: re.Match[str]) -> bool:
    """24点, or 每天三点: no points, whatever follows."""
    late = match["h"].isdigit() and int(match["h"]) > 12
    return late or bool(_DAILY.search(text, max(0, match.start() - 4), match.start()))


def _minute(text: str | None) -> int:
    if not text:
        return 0
    return _QUARTERS[text] if text in _QUARTERS else int(value_of(text.strip("分 ")))


def offset_of(zone: str) -> int:
    """Minutes east of UTC of a written zone: "Z", "UTC+8", "+08:00", "北京时间"."""
    if zone in ("北京时间",) or zone.lower() == "beijing time":
        return 480
    match = re.search(r"([+-])(\d{1,2}):?(\d{2})?$", zone)
    if not match:
        return 0
    minutes = int(match[2]) * 60 + int(match[3] or 0)
    return minutes if match[1] == "+" else -minutes
