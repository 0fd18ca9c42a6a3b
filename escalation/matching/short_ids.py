"""Colleagues call a tracker item by its number alone: "812 confirmed", "could be 812", 「像 820」."""

from __future__ import annotations

import re
from functools import lru_cache

_NUMBERED = re.compile(r"[A-Za-z][A-Za-z0-9_]*-(\d{3,7})")
"""An item's id whose number is long enough to mean something alone."""


def short_id(record_id: str) -> str | None:
    """The number of an id such as "PLW-812"; None where it has none, or one so short that anything may be meant by it."""
    m = _NUMBERED.fullmatch(record_id)
    return m[1] if m else None


def calls_it(text: str, number: str) -> bool:
    """Whether a message means the item with this number by it: at the beginning of a line as what the rest is about, or where
    something is likened to it. A number that counts something ("812 labels") or is part of another one is none."""
    return number in text and _means(number).search(text) is not None


_BEGINS = (
    r"(?=\s*[:：—]|[^\n:：.,;，。；]{1,30}[:：]"
    r"| (?:is|was|has|are|confirmed|fixed|reopened|merged|deployed|closed|done|again|still|needs|goes|went|will|not|now)\b"
    r"|\s?(?:已|还|又|是|修|在|的|没|沒|今|明|这|這|那|确|確|复|複|能|可))"
)
"""What the line is about: "812: cause found", "799 week view: one query a site", "812 confirmed"."""
_LIKENED = (
    r"\b(?:same as|like|see|is|be|it['’]s|that['’]s|dup(?:licate)?(?: of)?|for|fixes|fixed in|tracked (?:as|in|under)"
    r"|under|raised|opened|reopen(?:ed|ing)?|also|probably|maybe|perhaps) "
)
_OVER = r"(?=\s*(?:$|[.,;:?!)），。；？！]|too\b|again\b|as well\b|or\b|and\b|but\b|not\b))"
_HAN = r"(?:像是?|就是|也是|应该是|應該是|可能是|属于|屬於|跟|和|同|见|見|重开|重開|提了)\s?"
_HAN_OVER = r"(?=\s*(?:$|[，。；？！,.?!)）]|一样|一樣|的|吧|吗|嗎|有关|有關))"
"""What something is likened to, or what was raised for it, and nothing is counted by it."""


@lru_cache(maxsize=256)
def _means(number: str) -> re.Pattern[str]:
    alone = rf"(?<![A-Za-z0-9_#$€£¥.,:/-]){number}(?![A-Za-z0-9_%€]|[.,:/-]\d|-)"
    begins = rf"^\W*(?:re |fyi |on )?{alone}{_BEGINS}"
    return re.compile(rf"(?im){begins}|{_LIKENED}{alone}{_OVER}|{_HAN}{alone}{_HAN_OVER}")
