"""The zone that a text names beside an hour: "03:00Z", "11 pm EST", 「北京时间 20:00」; none where it is the listener's own."""

from __future__ import annotations

import re
from datetime import UTC, timedelta, timezone, tzinfo

from escalation.zones import zone

_CITIES = {
    "Asia/Shanghai": "beijing|shanghai|china|北京|上海|中国", "Asia/Taipei": "taipei|taiwan|台北|台湾",
    "Asia/Hong_Kong": "hong kong|香港", "Asia/Tokyo": "tokyo|japan|东京|日本", "Asia/Singapore": "singapore|新加坡",
    "Asia/Seoul": "seoul|korea|首尔|韩国", "Asia/Kolkata": "india|indian|mumbai|印度|孟买", "Asia/Dubai": "dubai|迪拜",
    "Europe/London": "london|uk|british|伦敦|英国", "Europe/Berlin": "berlin|german|germany|central european|柏林|德国",
    "Europe/Paris": "paris|french|巴黎|法国", "Europe/Madrid": "madrid|马德里", "Europe/Zurich": "zurich|swiss|苏黎世",
    "Europe/Amsterdam": "amsterdam|阿姆斯特丹", "Europe/Oslo": "oslo|奥斯陆", "Europe/Stockholm": "stockholm|斯德哥尔摩",
    "America/New_York": "new york|eastern|美东|纽约", "America/Chicago": "chicago|central|芝加哥",
    "America/Denver": "denver|mountain|丹佛", "America/Los_Angeles": "los angeles|pacific|california|美西|洛杉矶",
    "America/Toronto": "toronto|多伦多", "Australia/Sydney": "sydney|悉尼",
}  # fmt: skip
_SHORT = {
    "America/New_York": "est|edt|et", "America/Los_Angeles": "pst|pdt|pt", "America/Chicago": "cdt|ct",
    "America/Denver": "mst|mdt", "Europe/Berlin": "cet|cest", "Europe/London": "bst", "Asia/Tokyo": "jst",
    "Asia/Singapore": "sgt", "Asia/Hong_Kong": "hkt", "Australia/Sydney": "aest|aedt",
}  # fmt: skip
"""Letters that mean one zone only: "CST" is China's and Chicago's, "IST" India's and Ireland's."""

_BY_CITY = {name: place for place, names in _CITIES.items() for name in names.split("|")}
_BY_LETTERS = {letters: place for place, names in _SHORT.items() for letters in names.split("|")}
_CLOCK = r"\d?:\d\d(?::\d\d(?:\.\d+)?)?"
_OFFSET = re.compile(
    rf"(?:\b(?:utc|gmt)\s?|\dt\d{_CLOCK}|\d{_CLOCK}\s?(?=\+))([+-])(\d{{1,2}})(?::?(\d\d))?(?!\d)", re.ASCII
)
"""After a bare hour only a plus: "10:00-12:00" is a stretch of time."""
_UTC = re.compile(rf"\b(?:utc|gmt)\b|\d{_CLOCK}\s?z\b|世界时|格林尼治", re.ASCII)
_TIME_OF = re.compile(
    rf"(?<![a-z])({'|'.join(n for n in _BY_CITY if n.isascii())})(?:['’]s)?(?: (?:local|standard|daylight|summer))? time\b"
    rf"|({'|'.join(n for n in _BY_CITY if not n.isascii())})(?:当地|标准)?时间"
)
_LETTERS = re.compile(
    rf"[ap]\.?m\.?\s?\(?({'|'.join(_BY_LETTERS)})\b"
    rf"|:\d\d\s?\(?({'|'.join(n for n in _BY_LETTERS if len(n) > 2)})\b",
    re.ASCII,
)
"""Two letters only behind "am" or "pm": "et" is a French word."""


def said_zone(plain: str) -> tzinfo | None:
    """Of a text that is folded (lower case, Simplified). None where it names none."""
    if offset := _OFFSET.search(plain):
        minutes = int(offset.group(2)) * 60 + int(offset.group(3) or 0)
        # No place is further from UTC; what claims to be is a range or a sum.
        if minutes <= 14 * 60:
            return timezone(timedelta(minutes=minutes if offset.group(1) == "+" else -minutes))
    if _UTC.search(plain):
        return UTC
    if place := _TIME_OF.search(plain):
        return zone(_BY_CITY[place.group(1) or place.group(2)])
    letters = _LETTERS.search(plain)
    return zone(_BY_LETTERS[letters.group(1) or letters.group(2)]) if letters else None
