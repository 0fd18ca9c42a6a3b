"""Limits that no calendar here can turn into a day: "before Easter", 「春节前」, "by the end of term"."""

from __future__ import annotations

import re

from escalation.reading.uncovered import uncover

_UNREAD = re.compile(
    r"\b(?:by|before|until|till|ahead of|no later than|in time for)\b(?: \w+){0,3}? (easter|christmas|xmas|thanksgiving|new year"
    r"|chinese new year|lunar new year|spring festival|ramadan|eid|diwali|passover|holidays?|summer|winter|spring|autumn|fall"
    r"|(?:fiscal|financial|school|tax) year(?:[- ]end)?|fy ?\d*|semester|term|sprint|season|h[12]|(?:first|second) half)\b"
    r"|((?:春节|过年|元旦|元宵|清明|五一|端午|中秋|国庆|双十一|双十二|圣诞|农历[^，。；]{1,4}|暑假|寒假|开学|放假|财年|学期|[上下]半年"
    r"|春季|夏季|秋季|冬季|腊月|正月)[^，。；]{0,2}(?:之前|以前|前|之内|内))"
)
"""Times whose day differs from house to house or from year to year: named, and not read."""


def unread_limit(text: str) -> str | None:
    """The words of such a limit, as `text` writes them; None when there are none."""
    plain = uncover(text)
    m = _UNREAD.search(plain.text)
    return None if m is None else text[slice(*plain.span(*m.span()))]
