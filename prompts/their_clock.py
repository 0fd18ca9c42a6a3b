"""An instant as a customer's own clock shows it."""

from __future__ import annotations

import re
from datetime import datetime

from escalation.terms import Language
from prompts.filters import in_zone

_CLOCKS = {
    **dict.fromkeys(("Asia/Shanghai", "Asia/Chongqing", "Asia/Harbin", "PRC"), "北京时间"),
    "Asia/Taipei": "台北时间",
    "Asia/Hong_Kong": "香港时间",
    "Asia/Macau": "澳门时间",
    "Asia/Singapore": "新加坡时间",
    "Asia/Tokyo": "东京时间",
    "Asia/Seoul": "首尔时间",
}
"""What readers of Chinese call the clock of a zone; elsewhere it is their local time."""


_CITY = re.compile(r"[A-Z][a-z]+(?:/[A-Z][a-z]+)?/(?P<city>[A-Z][a-z]+(?:_[A-Z][a-z]+)?)")
"""A zone that is called by a city: Europe/London, America/New_York."""


def _city_time(timezone: str) -> str:
    """What readers of English call the clock of a zone: by its city, so that a reader who sits elsewhere is not misled."""
    found = _CITY.fullmatch(timezone)
    return f"{found['city'].replace('_', ' ')} time" if found else "your local time"


def for_customer(due: datetime, timezone: str | None, language: Language) -> str:
    """An instant as the customer's own clock shows it; UTC where their zone is unknown."""
    try:
        local = in_zone(due, timezone)
    except OverflowError:
        local = None
    if local is None:
        return due.strftime("%Y-%m-%d %H:%M UTC") + (" " if language == "zh" else "")
    if language == "en":
        return f"{local:%Y-%m-%d %H:%M} ({_city_time(timezone or '')})"
    return f"{local:%Y-%m-%d %H:%M}（{_CLOCKS.get(timezone or '', '当地时间')}）"
