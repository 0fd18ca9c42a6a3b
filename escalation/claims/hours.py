"""Hours: times of day in both languages, with their zone when one is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from escalation.claims.found import Claim, Clock
from escalation.claims.lazy import Lazy
from escalation.claims.numerals import HAN_NUMERAL, hedge, value_of

_ZONE = (
    r"\s?\(?(?P<zone>z(?![a-z])|"
    r"(?:utc|gmt)\s?(?:[+-]\d{1,2}(?::?\d{2})?)?(?![a-z\d])|[+-]\d{2}:?\d{2}(?!\d)|北京时间|beijing time)\)?"
)
_LEAD = r"(?:(?P<lead>北京时间|utc|beijing time)\s?)?"
_PERIOD = r"(?:(?P<period>凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|当晚|今晚|(?<!最)晚)\s?)?"
_N = rf"\d{{1,2}}|{HAN_NUMERAL}"
_COLON = Lazy(
    rf"{_LEAD}{_PERIOD}(?<![\d:.])(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?!\d)"
    rf"(?:\s?(?P<half>[ap])\.?m\b\.?)?(?:{_ZONE})?",
    re.I,
)
_AM = Lazy(rf"(?<![\d:.])(?P<h>1[0-2]|0?[1-9])\s?(?P<half>[ap])\.?m\b\.?(?:{_ZONE})?", re.I)
_HAN_HOUR = Lazy(
    rf"{_LEAD}{_PERIOD}(?<![\d.])(?P<h>{_N})\s?(?P<mark>[点时])(?!间|段|期|区|钟内)"
    rf"(?P<m>半|整|[一三]刻|(?:{_N})\s?分(?!钟))?(?P<after>钟|前|后|左右|起|至|到|之|，|。|,|;|；|、|\)|）|\s|$)?"
)
_AFTERNOON = frozenset(["下午", "傍晚", "晚上", "当晚", "今晚", "晚"])
_QUARTERS = {"半": 30, "整": 0, "一刻": 15, "三刻": 45}


def hours(text: str) -> Iterator[Claim]:
    """Every time of day in a folded text."""
    for pattern in (_COLON, _AM, _HAN_HOUR):
        for match in pattern.finditer(text):
            clock = _clock(text, match)
            if clock:
                yield Claim("time", match.start(), match.end() - len(match.groupdict().get("after") or ""), clock=clock)


def _clock(text: str, match: re.Match[str]) -> Clock | None:
    groups = match.groupdict()
    period, half = groups.get("period"), (groups.get("half") or "").lower()
    if groups.get("mark") and not (period or groups["m"] or groups["after"] is not None or groups["lead"]):
        return None
    hour, minute = int(value_of(groups["h"])), _minute(groups.get("m"))
    if (half == "p" or period in _AFTERNOON) and hour < 12:
        hour += 12
    if (half == "a" or period == "凌晨") and hour == 12:
        hour = 0
    if hour > 24 or minute > 59:
        return None
    zone = groups.get("zone") or groups.get("lead")
    return Clock(
        hour % 24 * 60 + minute, offset_of(zone) if zone else None, bound=hedge(text, match.start(), (match.end(),))
    )


def _minute(text: str | None) -> int:
    if not text:
        return 0
    return _QUARTERS[text] if text in _QUARTERS else int(value_of(text.rstrip("分 ")))


def offset_of(zone: str) -> int:
    """Minutes east of UTC of a written zone: "Z", "UTC+8", "+08:00", "北京时间"."""
    if zone in ("北京时间",) or zone.lower() == "beijing time":
        return 480
    match = re.search(r"([+-])(\d{1,2}):?(\d{2})?$", zone)
    if not match:
        return 0
    minutes = int(match[2]) * 60 + int(match[3] or 0)
    return minutes if match[1] == "+" else -minutes
