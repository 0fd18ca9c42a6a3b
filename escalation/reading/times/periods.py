"""Periods named without a day: a week, a month, a quarter; each ends on its last day, a week on its Friday."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "一": 1, "二": 2, "三": 3, "四": 4}
_NEXT_WEEK = re.compile(r"\bnext week\b|下个?(?:周|星期)(?![一二三四五六日天])")
_THIS_WEEK = re.compile(r"\bthis week\b|\b(?:eow|end of (?:this |the )?week)\b|[本这]周(?![一二三四五六日天])|周末前")
_NEXT_MONTH = re.compile(r"\bnext month\b|下个?月(?!\d)")
_THIS_MONTH = re.compile(
    r"\b(?:eom|end of (?:this |the )?month|month is out|month[- ]end)\b|(?<!下个)(?<!下)月底|本月内"
)
_MONTH = re.compile(
    rf"\b(?:in|by|during|for|end of|until)(?: the end of)?(?: early| late| mid[- ]?)? ?({'|'.join(_MONTHS)})"
    r"(?:[a-z]*\b)(?! \d)|(?<!\d)(\d{1,2})\s*月(?:份|底|中旬?|前)?(?=上线|推出|发布|交付|完成|提供|[,，。]|$)"
)
_MIDDLE = re.compile(rf"\bmid(?:dle of)?[- ]?({'|'.join(_MONTHS)})[a-z]*\b(?! \d)")
_QUARTER = re.compile(r"\bq([1-4])\b|\b(first|second|third|fourth) quarter\b|第?([一二三四])季度")


def period(text: str, today: date) -> date | None:
    """The last day of the first period named in a folded text, in or after `today`; None when none is named.

    "mid April" is its 15th.
    """
    monday = today - timedelta(days=today.weekday())
    if _NEXT_WEEK.search(text):
        return monday + timedelta(days=11)
    if _THIS_WEEK.search(text):
        return today + timedelta(days=(4 - today.weekday()) % 7)
    if _NEXT_MONTH.search(text):
        return _last(today.year + today.month // 12, today.month % 12 + 1)
    if _THIS_MONTH.search(text):
        return _last(today.year, today.month)
    if middle := _MIDDLE.search(text):
        named = _MONTHS.index(middle.group(1)) + 1
        return date(today.year + (named < today.month), named, 15)
    month = _month(text)
    if month is None or not 1 <= month <= 12:
        return None
    return _last(today.year + (month < today.month), month)


def _month(text: str) -> int | None:
    if found := _MONTH.search(text):
        return _MONTHS.index(found.group(1)) + 1 if found.group(1) else int(found.group(2))
    if found := _QUARTER.search(text):
        return 3 * (int(found.group(1)) if found.group(1) else _QUARTERS[found.group(2) or found.group(3)])
    return None


def _last(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
