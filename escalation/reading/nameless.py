"""A line without the names of customers: who it is says nothing of how grave it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from escalation.records import Account

STAND_IN = "Zqxj Vwkq"
"""A name that no reader has learnt anything from."""

FIRST = 4
"""Letters that the first word of a name has at least to stand for it."""


def nameless(text: str, accounts: Iterable[Account]) -> str:
    """The text with the names of these customers replaced, or the longest beginning of one that stands in it."""
    for account in accounts:
        for name in sorted((account.name, *account.aliases), key=len, reverse=True):
            text = _without(text, name)
    return text


@lru_cache(maxsize=64)
def _without(text: str, name: str) -> str:
    words = name.split()
    for n in range(len(words), 0, -1):
        begun = " ".join(words[:n])
        if n < len(words) and (len(begun) < FIRST or not begun.isascii()):
            break
        edge = r"\b" if begun[0].isascii() and begun[-1].isalnum() and begun[-1].isascii() else ""
        cut, found = re.subn(rf"{edge}{re.escape(begun)}{edge}", STAND_IN, text, flags=re.IGNORECASE)
        if found:
            return cut
    return text
