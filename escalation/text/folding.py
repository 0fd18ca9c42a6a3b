"""Folding: one spelling for full width, upper case and Traditional Chinese, so that equal words compare equal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import cast

from opencc import OpenCC

# Ideographs OpenCC converts: CJK Extension A, the unified block, compatibility ideographs.
_HAN_BLOCKS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF))

# Where usage, not script, splits one word in two spellings; OpenCC keeps these apart without a phrase around them.
_VARIANTS = {"帐": "账", "著": "着", "乾": "干", "藉": "借", "夥": "伙", "瞭": "了", "妳": "你", "牠": "它"}


@lru_cache(maxsize=1)
def simplified_table() -> dict[int, str]:
    """Code point -> Simplified character, built once from OpenCC's t2s tables.

    Characters are folded one by one, not by OpenCC's phrases: that keeps length and offsets, and gives a word the same form
    wherever it stands. What only phrases could tell apart (乾 in 乾坤) folds the same on both sides.
    """
    han = [chr(code) for first, last in _HAN_BLOCKS for code in range(first, last + 1)]
    convert = cast("Callable[[str], str]", OpenCC("t2s").convert)  # pyright: ignore[reportUnknownMemberType]
    converted = convert("\n".join(han)).split("\n")
    table: dict[int, str] = {
        ord(old): new for old, new in zip(han, converted, strict=True) if old != new and len(new) == 1
    }
    for old, new in _VARIANTS.items():
        table[ord(old)] = new
    for code, new in table.items():
        table[code] = _VARIANTS.get(new, new)
    return table


@lru_cache(maxsize=1)
def _traditional() -> re.Pattern[str]:
    # A table raises and catches an error for every character it does not hold; Simplified text passes a pattern at once.
    return re.compile(f"[{''.join(map(chr, simplified_table()))}]")


def simplified(text: str) -> str:
    """The text with Traditional characters replaced by Simplified ones; length and case are kept."""
    if text.isascii():
        return text
    table = simplified_table()
    return _traditional().sub(lambda match: table[ord(match.group())], text)


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
