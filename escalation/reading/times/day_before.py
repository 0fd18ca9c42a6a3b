""" "Before 5 December": the day itself is too late. What comes "before the run on 5 December" may still come that morning."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_NAMED = re.compile(
    r"\b(?:before|ahead of|vor dem) (?:(?:the|this|next|coming) ){0,2}"
    rf"(?:20\d\d-\d\d?-\d\d?|{_MONTH} {_DAY}\b|{_DAY}(?: of)? {_MONTH}(?![a-z])|\d{{1,2}}(?:st|nd|rd|th)\b|tomorrow\b"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b)"
    r"(?!:)(?!['’]s|,? (?:\w+ )?(?:mornings?|afternoon|evening|night|lunch|noon|opening|start|end|close)\b)"
)


def before_a_day(plain: str) -> bool:
    """Whether a folded text names a day itself as what it must be before, and nothing that happens on it."""
    return _NAMED.search(plain) is not None


def end_of_day_before(day: date, local: datetime) -> datetime:
    """The end (UTC) of the day before `day` in the zone of `local`: of its working hours, at 18:00, or of the day itself where
    these are over at `local`."""
    first, last = (datetime.combine(day - timedelta(days=1), t, tzinfo=local.tzinfo) for t in (time(18), time(23, 59)))
    return (first if first > local else last).astimezone(UTC)
