"""The month of an earlier time that somebody likens this one to: "the same as in October", 「和十月那次一样」."""

from __future__ import annotations

import re
from datetime import date

from escalation.reading.times.months import MONTH, NAMES
from escalation.reading.uncovered import uncover

_IN = rf"(?P<month>{MONTH}|last month)\b\.?(?: \d{{1,2}}(?:st|nd|rd|th)?\b)?(?:,? (?P<year>20\d\d))?"
_LIKE = re.compile(
    rf"\b(?:same|like|as|similar to|alike|identical to|again|(?:happened|had|saw|seen|reported|occurred|was)(?: \w+){{0,4}}?)"
    rf"(?: (?:(?!not\b|by\b|until\b|before\b|for\b)[\w'’-]+|,)){{0,7}}? ?,? (?:in|of|on|from|back in|during|of the|one of)"
    rf" (?:early |mid |late |last |the )?(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?{_IN}"
    r"|\b(?:same|like|as|similar to|again|happened|already)(?: [\w'’-]+){0,5}? (?P<last>last month)\b"
    rf"|\b(?:your|the|that) (?P<month2>{MONTH}) (?:outage|incident|one|case|problem|failure|fault|issue|thing)\b(?: again)?"
)
_AGAIN = re.compile(r"\b(?:same|again|like|once more|as (?:in|back|with|it)|similar|alike|identical|already|before)\b")
_HAN_NUMBER = {c: n for n, c in enumerate("一二三四五六七八九十", 1)} | {"十一": 11, "十二": 12}
_HAN = re.compile(
    r"(?:[和跟与像同如]|类似|又|同样|一样)[^，。；！？]{0,6}?(?:(?P<year>20\d\d)年|去年|今年)?的?"
    r"(?:(?P<month>十[一二]|[一二三四五六七八九十]|\d{1,2})月(?:份|\d{1,2}[日号]|[初中底])?|(?P<last>上个?月))"
    r"[^，。；！？]{0,8}?(?:一样|相同|一模一样|类似|差不多|同样|那[次回样]|的(?:问题|故障|情况|毛病))"
    r"|(?:(?P<year3>20\d\d)年|去年|今年)?(?:(?P<month3>十[一二]|[一二三四五六七八九十]|\d{1,2})月(?:份|\d{1,2}[日号]|[初中底])?|(?P<last3>上个?月))"
    r"(?:也|就|已经?|曾经?|都)[^，。；！？]{0,6}?(?:出现|发生|遇到|碰到|有|来|坏|断|报|停)[^，。；！？]{0,4}?过"
)
_NOT = re.compile(
    r"\b(?:not|never|unlike|different|nothing)\b|n['’]t\b|不是|不一样|不同|没有?(?:像|和|出|发生|遇)|[?？]\s*$|\bwhether\b"
)


_NAMES_MONTH = re.compile(rf"月|\b(?:{MONTH}|last month)\b", re.IGNORECASE)


def names_month(text: str) -> bool:
    """Whether a text names any month: one that does not likens nothing to one, and most do not."""
    return _NAMES_MONTH.search(text) is not None


def likened_to(sentence: str, said: date) -> tuple[int, int] | None:
    """Year and month of the time that a sentence, said on that day, says was like this one, the last such month before; None
    where it likens it to none."""
    plain = uncover(sentence).text
    if _NOT.search(plain):
        return None
    if (m := _LIKE.search(plain)) and _AGAIN.search(plain):
        name = m["month"] or m["month2"] or m["last"]
        month = (said.month - 2) % 12 + 1 if name == "last month" else NAMES[name]
        return _before(month, m["year"], said)
    if m := _HAN.search(plain):
        if m["last"] or m["last3"]:
            return _before((said.month - 2) % 12 + 1, None, said)
        told = m["month"] or m["month3"]
        month = int(told) if told.isdigit() else _HAN_NUMBER.get(told, 0)
        return _before(month, m["year"] or m["year3"], said) if 1 <= month <= 12 else None
    return None


def _before(month: int, year: str | None, said: date) -> tuple[int, int]:
    if year:
        return int(year), month
    return (said.year if month < said.month else said.year - 1), month
