"""Periods named without a day: a week, a month, a quarter, a year; each ends on its last day, a week on its Friday.

Of a month "early" and 月初 end on the 5th, 上旬 on the 10th, "mid" and 月中 on the 15th, 中旬 on the 20th; "end", 月底 and 下旬
on its last day. "Before May" and 五月初前 mean before its first day, 中旬前 before the 11th. A month that ended less than a
month ago is the past one; an earlier one is the next that comes.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from escalation.reading.times.months import MONTH, NAMES

_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "一": 1, "二": 2, "三": 3, "四": 4}
_BEGINS = r"early|(?:the )?(?:beginning|start|first days) of|anfang|début|principios de"
_MIDDLE = r"mid|(?:the )?middle of|mitte|mi|mediados de"
_ENDS = r"late|(?:the )?end(?: of)?|ende|fin(?: de)?|finales de"
_PART = rf"(?:(?P<first>{_BEGINS})|(?P<mid>{_MIDDLE})|(?P<last>{_ENDS}))"
_NO_MONTH = r"(?<!\bsince )(?<!\bsince the )(?<!\bfrom )(?<!\bfrom the )(?<!\blast )(?<!\bbegan )"
"""What is looked back to is no limit."""
_YEAR = r"(?:,? (?P<year>20\d\d)\b)?"
_BARE = r"\b(?:in|by|during|for|until|till|within|before|ahead of)(?: the (?:month of )?)?"
_VERB = r"(?<!\bmay(?= (?:be|have|not|we|you|they|it|i|need|cause|well|also|still|take|lead|get)\b))"
_MONTH = re.compile(
    rf"{_NO_MONTH}\b{_PART}[- ](?:in )?(?:the month of )?(?P<name>{MONTH})\b{_VERB}{_YEAR}(?! \d)"
    rf"|{_BARE} ?(?P<bare>{MONTH})\b{_VERB}(?:,? (?P<bare_year>20\d\d)\b)?(?! \d)"
    rf"|\b(?P<ended>{MONTH})(?:['’]s)?[- ]end\b"
)
_BEFORE = re.compile(r"\b(?:before|ahead of)\b[^.;,]{0,6}?$")
_HAN_PART = r"(?P<part>初|上旬|中旬|中(?=[前之以要就给，。,；]|$)|下旬|底|末)"
_HAN_BEFORE = r"(?P<before>之前|以前|前)?"
_PAST = r"(?!\s*(?:开始|起|以来|就|已))"
_HAN_MONTH = re.compile(
    r"(?:(?P<year>20\d\d)\s*年\s*|(?P<next>明)年\s*|(?:今|本)年\s*)?(?<![\d个第])(?P<month>\d{1,2})\s*月份?"
    rf"(?:{_HAN_PART}{_HAN_BEFORE}{_PAST}|(?P<ahead>之前|以前|前)|(?:份|内|之内)?(?=上线|推出|发布|交付|完成|提供|[,，。]|$))"
)
_HAN_THIS = re.compile(
    rf"(?<![\d一二三四五六七八九十每各上历个])(?P<which>(?<!下)下下个?|(?<!下)下个?|[本这当]个?)?月{_HAN_PART}{_HAN_BEFORE}{_PAST}"
    r"|(?P<whole>(?<!下)下下个?|(?<!下)下个?)月(?!\d)|(?P<within>[本这当])个?月(?:之)?内"
)
_AHEAD = {"下": 1, "下个": 1, "下下": 2, "下下个": 2}
_OWN_YEAR = r"(?<!fiscal )(?<!financial )(?<!school )(?<!tax )(?<!model )"
_YEAR_END = re.compile(
    rf"\b(?P<next>next )?{_OWN_YEAR}year['’]?s?[- ]end\b|\bend of (?P<next2>next )?(?:the |this )?(?:calendar )?year\b|\beoy\b"
    r"|(?<!财)(?P<han>明|今|本)?年(?:底|末)(?!\s*(?:开始|起|以来))"
)
_SEASON_END = re.compile(
    rf"\b{_OWN_YEAR}(?:end of (?:the |this )?quarter|quarter[- ]end|eoq)\b|(?:本)?季(?:度)?(?:末|底)(?!\s*(?:开始|起))"
)
_NEXT_SEASON = re.compile(r"\bnext quarter\b|下(?:个)?季度?")
_QUARTER = re.compile(
    r"(?:(?P<year>20\d\d) ?年?)?(?:(?<![a-z\d])q(?P<n>[1-4])(?![a-z\d])|\b(?P<word>first|second|third|fourth) quarter\b"
    r"|第?(?P<han>[一二三四])季度)(?:(?: of)? (?P<after>20\d\d)\b)?"
)
_AFTER_NEXT_WEEK = re.compile(r"\bweek after next\b|下下个?(?:周|星期|礼拜)(?![一二三四五六日天])")
_NEXT_WEEK = re.compile(r"\bnext week\b|下个?(?:周|星期|礼拜)(?![一二三四五六日天])")
_THIS_WEEK = re.compile(
    r"\bthis week\b|\b(?:eow|end of (?:this |the )?week)\b|[本这]周(?![一二三四五六日天])|周末前"
    r"|\b(?:before|by|ahead of|until) (?:the |this |next )?weekend\b"
)
_MONTHS_AHEAD = re.compile(r"\bmonth after (next)\b|\bnext month\b")
_THIS_MONTH = re.compile(r"\b(?:eom|end of (?:this |the )?month|month is out|month[- ]end)\b")


def period(text: str, today: date) -> date | None:
    """The last day of the first period named in a folded text, in or after `today`; None when none is named."""
    return _week(text, today) or _month(text, today) or _this_month(text, today) or _season(text, today)


def _week(text: str, today: date) -> date | None:
    monday = today - timedelta(days=today.weekday())
    if _AFTER_NEXT_WEEK.search(text):
        return monday + timedelta(days=18)
    if _NEXT_WEEK.search(text):
        return monday + timedelta(days=11)
    return today + timedelta(days=(4 - today.weekday()) % 7) if _THIS_WEEK.search(text) else None


def _month(text: str, today: date) -> date | None:
    if m := _MONTH.search(text):
        month = NAMES[m["name"] or m["bare"] or m["ended"]]
        first = coming_month(today, month, m["year"] or m["bare_year"])
        if _BEFORE.search(text[: m.start("first")] if m["first"] else "") or (m["bare"] and "before" in m.group()):
            return first
        return _within(first, "early" if m["first"] else "mid" if m["mid"] else "end")
    if (m := _HAN_MONTH.search(text)) and 1 <= int(m["month"]) <= 12:
        first = coming_month(today, int(m["month"]), m["year"] or (str(today.year + 1) if m["next"] else None))
        return first if m["ahead"] else _han_part(first, m["part"], m["before"])
    return None


def _this_month(text: str, today: date) -> date | None:
    if m := _HAN_THIS.search(text):
        away = _AHEAD.get(m["which"] or m["whole"] or "", 0)
        first = _first(today, away)
        found = _han_part(first, m["part"], m["before"])
        # A bare 月初 is the next one when this month's is over.
        return found if found >= today or m["which"] else _han_part(_first(today, away + 1), m["part"], m["before"])
    if m := _MONTHS_AHEAD.search(text):
        early = re.search(rf"(?:{_BEGINS}) {m.group()}", text)
        return _within(_first(today, 2 if m.group(1) else 1), "early" if early else "end")
    return _within(_first(today, 0), "end") if _THIS_MONTH.search(text) else None


def _season(text: str, today: date) -> date | None:
    if m := _YEAR_END.search(text):
        return date(today.year + bool(m["next"] or m["next2"] or m["han"] == "明"), 12, 31)
    if m := _QUARTER.search(text):
        last = 3 * int(m["n"] or _QUARTERS[m["word"] or m["han"]])
        return _within(coming_month(today, last, m["year"] or m["after"]), "end")
    away = 3 if _NEXT_SEASON.search(text) else 0 if _SEASON_END.search(text) else None
    return None if away is None else _within(_first(today, away + (-today.month) % 3), "end")


def coming_month(today: date, month: int, year: str | None = None) -> date:
    """The first day of that month: of the year said, else this year's while it lasts or ended less than a month ago."""
    if year:
        return date(int(year), month, 1)
    this = date(today.year, month, 1)
    return this if (today - _within(this, "end")).days < 31 else date(today.year + 1, month, 1)


def _han_part(first: date, part: str | None, before: str | None) -> date:
    match part:
        case "初":
            return first if before else _within(first, "early")
        case "上旬":
            return first if before else first.replace(day=10)
        case "中旬":
            return first.replace(day=11 if before else 20)
        case "中":
            return _within(first, "mid")
        case "下旬" if before:
            return first.replace(day=21)
        case _:
            return _within(first, "end")


def _within(first: date, part: str) -> date:
    last = monthrange(first.year, first.month)[1]
    return first.replace(day={"early": 5, "mid": 15}.get(part, last))


def _first(today: date, away: int) -> date:
    months = today.year * 12 + today.month - 1 + away
    return date(months // 12, months % 12 + 1, 1)
