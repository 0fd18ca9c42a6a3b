"""Days of the year that a text names, however it writes them: "March 1", "1er mars", 「三月一號」 are one day."""

from __future__ import annotations

import re

_MONTHS = (
    "jan|janv|januar", "feb|févr|fév|februar", "mar|mars|märz|marzo", "apr|avr|avril|abr", "may|mai|mayo",
    "jun|juin|juni", "jul|juil|juillet|juli", "aug|août|ago", "sep|sept", "oct|okt", "nov", "dec|déc|dez|dic",
)  # fmt: skip
_MONTH = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split("|")}
_NAME = "(" + "|".join(sorted(_MONTH, key=len, reverse=True)) + r")[a-zéûä]*\.?"
_BEGUN = r"(?=j[au]|f[eé]|m[aä]|a[bgopuv]|se|o[ck]|no|d[eéi])"
"""How the names begin: most words are no month, and two letters tell."""
_AFTER = re.compile(rf"\b{_BEGUN}{_NAME}\s+(?:the\s+)?(\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]\d)", re.IGNORECASE)
_BEFORE = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th|er|\.)?\s+(?:of\s+|de\s+)?{_NAME}\b", re.IGNORECASE)
_CHINESE = re.compile(r"(\d{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号號]")
_ISO = re.compile(r"\b20\d\d-(\d\d)-(\d\d)\b")
_DIGIT = re.compile(r"\d")
_DIGITS = {c: n for n, c in enumerate("一二三四五六七八九", start=1)}


def days(text: str) -> set[str]:
    """Each day as "@month-day"; what cannot be a day is left out."""
    if not _DIGIT.search(text) and "月" not in text:
        return set()
    found = [(_MONTH[m.group(1).lower()], int(m.group(2))) for m in _AFTER.finditer(text)]
    found += [(_MONTH[m.group(2).lower()], int(m.group(1))) for m in _BEFORE.finditer(text)]
    if "月" in text:
        found += [(_number(m.group(1)), _number(m.group(2))) for m in _CHINESE.finditer(text)]
    if "-" in text:
        found += [(int(m.group(1)), int(m.group(2))) for m in _ISO.finditer(text)]
    return {f"@{month}-{day}" for month, day in found if 1 <= month <= 12 and 1 <= day <= 31}


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.partition("十")
    if not ten:
        return _DIGITS.get(text, 0)
    return 10 * (_DIGITS.get(tens, 0) if tens else 1) + (_DIGITS.get(ones, 0) if ones else 0)
