"""Lengths of time said in words: "within two hours", "half an hour", 「两个工作日内」, and what they end on."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_COUNTS = {word: n for n, word in enumerate(_WORDS, 1)} | {"a": 1, "an": 1, "the": 1, "couple of": 2, "a couple of": 2}
_HAN = {char: n for n, char in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
NUMBER = rf"(?:\d{{1,3}}|an?|{'|'.join(_WORDS)}|[一二两三四五六七八九十])"

_BUSINESS = re.compile(
    rf"\b(?:within|in|next)(?: the)?(?: next)? ({NUMBER}) (?:business|working) days?\b|({NUMBER})\s*个?工作日(?:之)?内"
)
_HALF = re.compile(r"\b(?:within|in)(?: the next)?(?: a)? half(?: an?)?[ -]hour\b|半\s*个?小时(?:之)?内")
_LATER = re.compile(
    rf"\b({NUMBER}) (minutes?|hours?|days?|weeks?) from now\b|({NUMBER})\s*个?(分钟|小时|钟头)(?:之)?后"
)
_WITHIN = re.compile(
    rf"\b(?:within|in|next)(?: the)?(?: next)? ({NUMBER}|a couple of|couple of) ?(minutes?|mins?|hours?|hrs?|h"
    rf"|days?|weeks?)\b"
    r"|\bwithin (the) (hour|day)\b"
    rf"|({NUMBER})\s*个?(分钟|小时|钟头|天|日|周|星期)(?:之)?内"
)


def number(word: str) -> int:
    """The value of a word that `NUMBER` matches."""
    if word in _COUNTS:
        return _COUNTS[word]
    return _HAN[word] if word in _HAN else int(word)


def after(text: str, said_at: datetime, local: datetime) -> datetime | None:
    """The end of the first length named in a folded text, in UTC; business days end at 18:00 of the last one."""
    if business := _BUSINESS.search(text):
        last = _workday(local.date(), number(business.group(1) or business.group(2)))
        return datetime.combine(last, time(18), tzinfo=local.tzinfo).astimezone(UTC)
    if later := _LATER.search(text):
        count, unit = (later.group(1), later.group(2)) if later.group(1) else (later.group(3), later.group(4))
        return said_at.astimezone(UTC) + number(count) * minutes_of(unit)
    if _HALF.search(text):
        return said_at.astimezone(UTC) + timedelta(minutes=30)
    if span := _WITHIN.search(text):
        count, unit = next((span.group(n), span.group(n + 1)) for n in (1, 3, 5) if span.group(n))
        return said_at.astimezone(UTC) + number(count) * minutes_of(unit)
    return None


def minutes_of(unit: str) -> timedelta:
    """One of a unit as it is written: minute, hour, day or week."""
    if unit[0] in "m分":
        return timedelta(minutes=1)
    return timedelta(hours=1 if unit[0] in "h小钟" else 168 if unit[0] in "w周星" else 24)


def _workday(day: date, ahead: int) -> date:
    while ahead > 0:
        day += timedelta(days=1)
        ahead -= day.weekday() < 5
    return day
