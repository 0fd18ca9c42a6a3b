"""Places of the clock: which time zone the words beside a time of day name ("Denver time", 芝加哥当地时间, "local time")."""

from __future__ import annotations

import re
from datetime import tzinfo

from escalation.claims.book import EvidenceBook
from escalation.claims.lazy import Lazy

_CITIES_ZH = {
    "北京": "Shanghai", "上海": "Shanghai", "芝加哥": "Chicago", "丹佛": "Denver", "纽约": "New_York", "洛杉矶": "Los_Angeles",
    "伦敦": "London", "巴黎": "Paris", "柏林": "Berlin", "奥斯陆": "Oslo", "东京": "Tokyo", "香港": "Hong_Kong",
    "台北": "Taipei", "新加坡": "Singapore", "悉尼": "Sydney", "墨尔本": "Melbourne", "阿姆斯特丹": "Amsterdam",
    "罗马": "Rome", "都柏林": "Dublin", "马德里": "Madrid", "维也纳": "Vienna", "苏黎世": "Zurich", "斯德哥尔摩": "Stockholm",
    "多伦多": "Toronto", "温哥华": "Vancouver", "圣地亚哥": "Santiago", "圣保罗": "Sao_Paulo", "首尔": "Seoul", "孟买": "Kolkata",
}  # fmt: skip
_CITY_EN = r"(?P<city>[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
_AFTER = Lazy(
    rf"[\s,)]{{0,2}}(?:{_CITY_EN}(?:'s)? (?:local )?time|(?:local )?(?:time )?(?:in|at) {_CITY_EN.replace('city', 'inside')}\b"
    rf"|\({_CITY_EN.replace('city', 'bracket')}(?: time)?\)|\s?\(?(?P<zh>{'|'.join(_CITIES_ZH)})(?:当地)?(?:时间)?\)"
    r"|(?P<own>\(?(?:local time|local\b|their (?:own )?time|your time|当地时间|本地时间)))"
)
_BEFORE = Lazy(
    rf"(?:(?P<zh>{'|'.join(_CITIES_ZH)})(?:当地)?(?:时间)?|{_CITY_EN} time|(?P<own>当地时间|本地时间|local time))"
    r"[^。；;，,]{0,20}$"
)


def zones_at(sentence: str, start: int, end: int, book: EvidenceBook) -> tuple[tzinfo, ...]:
    """The zones meant by the words around the time at `start:end`; empty where they name none that this escalation has."""
    for match in (_AFTER.match(sentence, end), _BEFORE.search(sentence, max(0, start - 40), start)):
        if match:
            groups = match.groupdict()
            if groups.get("own"):
                return book.zones[1:]
            named = next((groups.get(name) for name in ("city", "inside", "bracket", "zh") if groups.get(name)), "")
            city = _CITIES_ZH.get(named or "", re.sub(" ", "_", named or ""))
            found = tuple(zone for zone in book.zones if str(zone).rpartition("/")[2] == city)
            if found:
                return found
    return ()
