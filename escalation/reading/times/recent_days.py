"""Days lately that a text names by how long ago they were: "Tuesday", "since yesterday", 「今早」, 「週日」."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from escalation.text.folding import simplified

_WEEK = ("mon", "tues?", "wed(?:nes)?", "thu(?:rs)?", "fri", "sat(?:ur)?", "sun")
_SHORT = ("mon", "tues?", "wed", "thu(?:rs?)?", "fri", "sat", "sun")
# Short names are words of their own ("sun", "sat"): they are days only where a day is looked back to.
_ENGLISH = tuple(
    re.compile(rf"\b{name}day(?:['’]s)?\b|(?:(?<=\blast )|(?<=\bsince )|(?<=\bon )){short}\b", re.IGNORECASE)
    for name, short in zip(_WEEK, _SHORT, strict=True)
)
_LAST = re.compile(r"(?:\blast\s+|(?<!上)上个?)$", re.IGNORECASE)
# A weekday that is still to come is a deadline: "by Friday", "next Monday".
_COMING = re.compile(r"\b(?:by|until|till|before|next|this|on or before|due)\s+$", re.IGNORECASE)
_CHINESE = tuple(
    re.compile(rf"(?<!下)(?<!每)(?:周|星期|礼拜){name}(?![前之家个位名人])")
    for name in ("一", "二", "三", "四", "五", "六", "[日天]")
)
# "Month end today" is when it is due.
_TODAY = re.compile(
    r"\bthis (?:morning|afternoon)\b|(?<!by )(?<!end )(?<!due )(?<!close )(?<!deadline )\btoday\b"
    r"|今(?:天|早|晨|朝|日)(?!之内|内|前)",
    re.IGNORECASE,
)
_LAST_WEEK = re.compile(
    r"\blast week(?:['’]s)?\b|(?<!上)上(?:个)?(?:周|星期|礼拜)(?![一二三四五六日天])", re.IGNORECASE
)
_YESTERDAY = re.compile(r"\byesterday\b|\blast night\b|昨(?:天|晚|日|夜)", re.IGNORECASE)


@lru_cache(maxsize=32)  # a line is held against its candidates twice: to find what they lead to, and to judge
def recent_days(text: str, today: date) -> frozenset[date]:
    """The days of the last two weeks that are named; a weekday is the last one that was, today among them."""
    plain = simplified(text)
    found: set[date] = set()
    if _TODAY.search(plain):
        found.add(today)
    if _YESTERDAY.search(plain):
        found.add(today - timedelta(days=1))
    if _LAST_WEEK.search(plain):
        monday = today - timedelta(days=today.weekday() + 7)
        found |= {monday + timedelta(days=n) for n in range(7)}
    for number, (english, chinese) in enumerate(zip(_ENGLISH, _CHINESE, strict=True)):
        back = (today.weekday() - number) % 7
        told = [m for m in english.finditer(plain) if not _COMING.search(plain[: m.start()])]
        for m in (*told, *chinese.finditer(plain)):
            # "Last Wednesday" on a Thursday, 「上周三」: of the week before, though this week had one.
            before = back <= today.weekday() and _LAST.search(plain[: m.start()])
            found.add(today - timedelta(days=back + (7 if before else 0)))
    return frozenset(found)
