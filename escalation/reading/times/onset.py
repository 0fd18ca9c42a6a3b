"""What a text gives as the beginning of what goes on: "since 11 October", 「从10月6号起」, "since Tuesday"."""

from __future__ import annotations

import re
from functools import lru_cache

from escalation.reading.times.days import days
from escalation.text.folding import simplified

_SINCE = re.compile(
    r"\b(?:since|from|starting|beginning|began|seit|ab dem|depuis|desde)\b(?:[^.;!?\n]|(?<=\d)\.){0,30}"
    r"|(?:自从|自|从|打从)[^，。；！？\n]{0,14}|[^，。；！？\n]{0,14}(?:起|以来|开始)",
    re.IGNORECASE,
)


@lru_cache(maxsize=32)  # as of `recent_days`
def onset_days(text: str) -> frozenset[str]:
    """The named days, as `days` writes them, that stand in a phrase of beginning."""
    found = frozenset(days(text))
    if not found:
        return frozenset()
    return frozenset(found) & frozenset[str]().union(*(days(m.group()) for m in _SINCE.finditer(simplified(text))))


_DAY = (
    r"(?:(?:last |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|last (?:night|week)"
    r"|this (?:morning|afternoon|week))(?: (?:morning|noon|afternoon|evening|night))?"
)
_TAG = (
    r"(?:今[天早晨日]|昨[天晚日夜]|前天|[这這上]?[个個]?(?:[周週]|星期|[礼禮]拜)[一二三四五六日天])"
    r"(?:早上|早晨|上午|中午|下午|傍晚|晚上|夜[里裡]|半夜|凌晨)?"
)
_START = re.compile(
    r"\b(?:since|starting|started(?: at)?|began(?: at)?)\b[^,;。，；\n]*\d[^,;。，；\n]*"
    r"|[^，。；,;\n]*\d[^，。；,;\n]*(?:起|开始|以来)"
    rf"|\b(?:since|starting|started(?: on)?|began(?: on)?) {_DAY}\b|(?:自|[从從]|打[从從])?{_TAG}(?:[开開]始|起|以[来來])",
    re.IGNORECASE,
)


def onset_words(text: str) -> str | None:
    """The words for when it began, with a figure in them or a day by its name; None when the text tells none."""
    found = _START.search(text)
    return found.group().strip() if found else None
