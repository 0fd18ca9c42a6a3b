"""A sentence as rules for steps read it: folded, and Cantonese with the little words of Mandarin."""

from __future__ import annotations

from functools import lru_cache

from escalation.reading.threads.entries import READ
from escalation.reading.uncovered import uncover
from escalation.text.cantonese import CANTONESE, as_mandarin


@lru_cache(maxsize=READ)
def plainly(text: str) -> str:
    """Lower case and Simplified, 「換咗條線」 as 「换了条线」; as long as `text` where nothing invisible stands in it."""
    folded = uncover(text).text
    if CANTONESE.isdisjoint(folded):
        return folded
    return as_mandarin(folded.replace("唔得", "不行").replace("哋", "们").replace("系我", "是我"))
