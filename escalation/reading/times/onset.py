"""Days that a text gives as the beginning of what goes on: "since 11 October", 「从10月6号起」."""

from __future__ import annotations

import re

from escalation.reading.times.days import days
from escalation.text.folding import simplified

_SINCE = re.compile(
    r"\b(?:since|from|starting|beginning|began|seit|ab dem|depuis|desde)\b(?:[^.;!?\n]|(?<=\d)\.){0,30}"
    r"|(?:自从|自|从|打从)[^，。；！？\n]{0,14}|[^，。；！？\n]{0,14}(?:起|以来|开始)",
    re.IGNORECASE,
)


def onset_days(text: str) -> frozenset[str]:
    """The named days, as `days` writes them, that stand in a phrase of beginning."""
    found = frozenset(days(text))
    if not found:
        return frozenset()
    return frozenset(found) & frozenset[str]().union(*(days(m.group()) for m in _SINCE.finditer(simplified(text))))
