"""Rhythms: "every two hours", "daily", 「每半小时」, in hours."""

from __future__ import annotations

import re

from escalation.reading.times.lengths import NUMBER, minutes_of, number

_HALF = re.compile(r"\bevery half(?: an?)?[ -]hour\b|每\s*(?:隔\s*)?半\s*个?小时")
_EVERY = re.compile(
    rf"\b(?:every|each) (?:(other|second) )?(?:({NUMBER}) )?(?:business |working )?(minutes?|mins?|hours?|hrs?|h"
    rf"|days?|weeks?|morning|evening|afternoon)\b"
    rf"|每\s*(?:隔\s*)?({NUMBER})?\s*个?\s*(分钟|小时|钟头|天|日|周|星期)"
)
_IDIOM = re.compile(
    r"\b(?:every|each)(?: single)? (?:minute|second|moment)\b"
    r"|\b(?:every|each)(?: single)? (?:hour|day|week)(?= (?:of (?:the|your) |counts\b|matters\b|that passes))"
    r"|每(?:一)?分(?:钟|秒|每秒)|每时每刻|每(?:一)?刻"
)
"""Always, and nobody's rhythm: "every minute of the day", 「每分每秒」."""
_NAMED = (
    (re.compile(r"\bhourly\b"), 1.0),
    (re.compile(r"\b(?:daily|(?:once|twice) (?:a|per) day)\b|每天|每日|每早|每晚"), 24.0),
    (re.compile(r"\b(?:weekly|once a week)\b|每周|每星期"), 168.0),
)


def rhythm(text: str) -> float | None:
    """Hours between two times of what a folded text says recurs; None when nothing recurs."""
    text = _IDIOM.sub(" ", text)
    if _HALF.search(text):
        return 0.5
    if found := _EVERY.search(text):
        other, count, unit, han, han_unit = found.groups()
        if unit in ("morning", "evening", "afternoon"):
            unit = "day"
        times = number(count or han) if count or han else 2 if other else 1
        return times * minutes_of(unit or han_unit).total_seconds() / 3600
    return next((hours for pattern, hours in _NAMED if pattern.search(text)), None)
