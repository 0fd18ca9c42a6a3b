"""Relative days: the dates that "tomorrow", "on Friday" and 下周三 mean on the day they were said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from escalation.claims.found import Day
from escalation.claims.lazy import Lazy
from escalation.claims.scanning.days import weekdays

_WORDS: tuple[tuple[Lazy, int], ...] = (
    (Lazy(r"\b[Tt]omorrow\b|明天|明日"), 1),
    (Lazy(r"\b[Yy]esterday\b|\b[Ll]ast night\b|昨[天日晚夜]"), -1),
    (Lazy(r"后天"), 2),
    (Lazy(r"前[天日]"), -2),
)
_NEXT = Lazy(r"\b[Nn]ext\s$|下个?$")
_LAST = Lazy(r"\b[Ll]ast\s$|上个?$")
_THIS = Lazy(r"[这本]个?$")


def relative_days(text: str, told: datetime) -> Iterator[Day]:
    """The dates meant by the relative words of a folded text that was told at that instant."""
    for pattern, away in _WORDS:
        if pattern.search(text):
            yield _day(told + timedelta(days=away))
    for claim in weekdays(text):
        wanted, week = int(claim.key), -told.weekday()
        before = text[max(0, claim.start - 6) : claim.start]
        if _NEXT.search(before):
            yield _day(told + timedelta(days=week + 7 + wanted))
        elif _LAST.search(before):
            yield _day(told + timedelta(days=week - 7 + wanted))
        elif _THIS.search(before):
            yield _day(told + timedelta(days=week + wanted))
        else:
            yield _day(told + timedelta(days=(week + wanted) % 7))


def _day(at: datetime) -> Day:
    return Day(at.year, at.month, at.day)
