"""Folding: one spelling for full width, upper case and Traditional Chinese, so that equal words compare equal."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def simplified_table() -> tuple[str, str]:
    """Traditional characters, and in the same places their Simplified ones, as OpenCC's tables have it (`simplified.toml` beside
    this file, made from them).

    Characters are folded one by one, not by OpenCC's phrases: that keeps length and offsets, and gives a word the same form
    wherever it stands. What only phrases could tell apart (乾 in 乾坤) folds the same on both sides. OpenCC itself, which also
    holds the way back, would stay in memory with 5 MB; a dictionary of the characters, with half of one.
    """
    stated = tomllib.loads((files("escalation.text") / "simplified.toml").read_text(encoding="utf-8"))
    old, new = (str(stated[name]).replace("\n", "") for name in ("traditional", "simplified"))
    if len(old) != len(new):
        raise ValueError("simplified.toml: for each character one")
    return old, new


@lru_cache(maxsize=1)
def _traditional() -> re.Pattern[str]:
    # A table raises and catches an error for every character it does not hold; Simplified text passes a pattern at once.
    return re.compile(f"[{simplified_table()[0]}]")


def simplified(text: str) -> str:
    """The text with Traditional characters replaced by Simplified ones; length and case are kept."""
    if text.isascii():
        return text
    old, new = simplified_table()
    return _traditional().sub(lambda match: new[old.index(match.group())], text)


# Characters that NFKC leaves alone, or turns into punctuation that separates words just the same.
_NORMAL = re.compile(
    "[\x00-\x7f\u3001\u3002\u300a-\u3011\u4e00-\u9fff\u2013-\u201d\u2026\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]*"
)


def normal(text: str) -> str:
    """The text in NFKC as far as letters and digits go; checking first is 30 times cheaper for ordinary Chinese."""
    return text if text.isascii() or _NORMAL.fullmatch(text) else unicodedata.normalize("NFKC", text)


def fold(text: str) -> str:
    """Normal width, case folded, Traditional characters made Simplified. Idempotent; the length may change."""
    if text.isascii():
        return text.lower()
    return normal(simplified(normal(text)).casefold())
