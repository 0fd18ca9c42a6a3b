"""Folding that keeps every character's place: full width, Traditional Chinese and typographic variants, same length."""

from __future__ import annotations

import re
import unicodedata

from escalation.claims.lazy import Lazy

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: 0x20,
    0x00A0: 0x20,
    0x202F: 0x20,
    0x2019: 0x27,
    0x2018: 0x27,
    0x2010: 0x2D,
    0x2011: 0x2D,
    0x2212: 0x2D,
    0xFFE5: 0xA5,
    0xFFE1: 0xA3,
    # Letters that a pattern which ignores case takes for s, i and k.
    0x017F: 0x73,
    0x0130: 0x49,
    0x0131: 0x69,
    0x212A: 0x4B,
}
_DIGIT = Lazy(r"(?![0-9])\d")
# A circled or raised digit mostly numbers a list or a footnote; before a measure or a counted noun it is a count.
_COUNTING = Lazy(
    r"[\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089\u2460-\u2468\u2776-\u277e]"
    r"(?=\s?(?:[个家位名次条张起万千亿%]|客户|用户|工单|(?:customer|user|ticket|account|seat|hour|day|outage|row|person|people)))"
)
# 壹佰贰拾 is 一百二十; one such character alone may be part of a word or a name.
_CHEQUE = Lazy(r"[零壹贰叁肆伍陆柒捌玖拾佰仟]{2,}")
_PLAIN = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_HAN = Lazy(r"[\u3400-\u9fff]")
HAN = "\u3400-\u9fff"
_TOKEN = Lazy(rf"[{HAN}]|[^\W{HAN}_]+")
_CONTRACTION = Lazy(r"(\w)n't\b")


def fold(text: str) -> str:
    """The text with one spelling per character; positions are the same as in the original."""
    narrow = text.translate(_WIDE)
    if not narrow.isascii():
        narrow = _COUNTING.each(_ascii_digit, _DIGIT.each(_ascii_digit, narrow))
    if not _HAN.search(narrow):
        return narrow
    # Loaded here: OpenCC's tables are only worth their time when a Chinese text is checked.
    from escalation.text.folding import simplified

    plain = simplified(narrow)
    return _CHEQUE.each(_plain, plain if len(plain) == len(narrow) else narrow)


def _ascii_digit(match: re.Match[str]) -> str:
    return str(unicodedata.digit(match[0]))


def _plain(match: re.Match[str]) -> str:
    return match[0].translate(_PLAIN)


def lower(text: str) -> str:
    """A folded text in lower case, every character in its place: patterns that ignore case take twice as long."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(char.lower()[:1] for char in text)


def words(text: str) -> str:
    """A folded text's words, lower case, single-spaced and padded, for comparing quotations: punctuation does not count."""
    whole = _CONTRACTION.sub(r"\1nt", fold(text).lower())
    return f" {' '.join(_TOKEN.words(whole))} "
