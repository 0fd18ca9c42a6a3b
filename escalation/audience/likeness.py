"""Likeness: how much of an approved wording stands in what is said, by content words and pairs of Chinese characters."""

from __future__ import annotations

import re

from escalation.claims.fold import HAN
from escalation.reading.seen import Seen

_SMALL_WORDS = """
a an and are as at be been by for from had has have in is it its of on or our that the this to was we were will with you your
"""
_SMALL = frozenset(_SMALL_WORDS.split())
ENOUGH = 0.6
"""Share of the approved words that must stand in a sentence for it to say the same."""


def covered(approved: str, said: str) -> bool:
    """Whether `said` holds most of the content of `approved`."""
    wanted = _content(approved)
    return bool(wanted) and len(wanted & _content(said)) / len(wanted) >= ENOUGH


def _content(text: str) -> set[str]:
    small = Seen(text).small
    runs = re.findall(rf"[{HAN}]+", small)
    pairs = {run[at : at + 2] for run in runs for at in range(max(1, len(run) - 1))}
    return pairs | (set(re.findall(r"[a-z0-9]+", small)) - _SMALL)
