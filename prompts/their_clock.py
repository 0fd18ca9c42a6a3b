"""An instant as a customer's own clock shows it."""

from __future__ import annotations

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


def for_customer(due: datetime, timezone: str | None, language: Language) -> str:
    """An instant as the customer's own clock shows it; UTC where their zone is unknown."""
    try:
        local = in_zone(due, timezone)
    except OverflowError:
        local = None
    if local is None:
        return due.strftime("%Y-%m-%d %H:%M UTC") + (" " if language == "zh" else "")
    if language == "en":
        return f"{local:%Y-%m-%d %H:%M} (your local time)"
    return f"{local:%Y-%m-%d %H:%M}（{_CLOCKS.get(timezone or '', '当地时间')}）"
