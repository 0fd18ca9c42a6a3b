"""Numerals: digits, number words and Chinese numerals, read as exact values with the precision they show."""

from __future__ import annotations

import re
from fractions import Fraction

from escalation.claims.found import Amount, Bound
from escalation.claims.lazy import Lazy

_TO_NINETEEN = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen"""
_BY_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: value for value, word in enumerate(_TO_NINETEEN.split())}
_TENS = {word: 20 + 10 * place for place, word in enumerate(_BY_TENS.split())}
_WORDS = _SMALL | _TENS | {"dozen": 12}
_HAN_DIGITS = dict(zip("零〇一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_HAN_TENS = {"十": 10, "百": 100, "千": 1000}
SCALES: dict[str, int] = {
    "k": 10**3, "thousand": 10**3, "千": 10**3, "万": 10**4, "百万": 10**6, "million": 10**6, "m": 10**6, "千万": 10**7,
    "mn": 10**6, "mm": 10**6, "亿": 10**8, "bn": 10**9, "billion": 10**9,
}  # fmt: skip

DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
WORD = rf"(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(list(_SMALL)[1:10])}))?|{'|'.join(reversed(list(_SMALL)[2:]))}"
HUNDREDS = rf"(?:(?:{WORD}|one|a) hundred(?: and (?:{WORD}|one))?|(?:a |one |two |three )?dozen|{WORD})"
HAN_NUMERAL = r"[零〇一二两三四五六七八九十百千廿卅]+"
SCALE = r"(?:\s?(?:k|thousand|million|billion|bn)(?![a-z])|\s?(?:百万|千万|万|亿|千))"
NUMBER = rf"(?:(?<![\d.])(?<!\d,)(?:{DIGITS})|\b(?i:{HUNDREDS})\b|{HAN_NUMERAL})"
"""One number, without its scale. Use with the scale as a separate group: `({NUMBER})({SCALE})?`."""

_ABOUT = "about|around|approximately|approx\\.?|roughly|some|circa|~|≈|大约|大概|约莫|(?<![续签合预节])约|近乎|左右"
_OVER = "more than|over|at least|no fewer than|no less than|upwards of|超过|多于|至少|不少于|逾|超"
_UNDER = "less than|fewer than|under|up to|at most|no more than|不到|不足|至多|最多|少于"
_NEAR = "nearly|almost|close to|just under|just short of|将近|接近|近"
_MARK = r"(?:us|hk|nt|usd|eur|gbp|cny|rmb)?\s?[$€£¥]?\s?"
_BEFORE: tuple[tuple[Bound, Lazy], ...] = (
    ("over", Lazy(rf"(?<![a-z])(?:{_OVER})\s*了?\s*{_MARK}$", re.I)),
    ("under", Lazy(rf"(?<![a-z最])(?:{_UNDER})\s*了?\s*{_MARK}$", re.I)),
    ("near", Lazy(rf"(?<![a-z最])(?:{_NEAR})\s*了?\s*{_MARK}$", re.I)),
    ("about", Lazy(rf"(?<![a-z])(?:{_ABOUT})\s*[为有是]?\s*{_MARK}$", re.I)),
)
_AFTER: tuple[tuple[Bound, Lazy], ...] = (
    ("over", Lazy(r"\+|多(?![a-z])|余|以上")),
    ("about", Lazy(r"左右|上下|\s?or so\b", re.I)),
    ("under", Lazy(r"以内|以下")),
)


def value_of(numeral: str, scale: str | None = None) -> Fraction:
    """The exact value of one numeral as matched by NUMBER, times its scale word."""
    text = numeral.lower().replace(",", "").strip()
    factor = SCALES[scale.strip().lower()] if scale and scale.strip() else 1
    if text[0].isdigit() and text[0].isascii():
        return Fraction(text) * factor
    return (
        Fraction(_han(text) if text[0] in _HAN_DIGITS or text[0] in _HAN_TENS or text[0] in "廿卅" else _english(text))
        * factor
    )


def step_of(numeral: str, scale: str | None = None) -> Fraction:
    """The value of one unit of the last digit shown: 1.2k shows hundreds, 240,000 shows ones."""
    factor = SCALES[scale.strip().lower()] if scale and scale.strip() else 1
    decimals = len(numeral.partition(".")[2]) if numeral[0].isdigit() else 0
    return Fraction(factor, 10**decimals)


def amount_of(
    text: str, start: int, end: int, numeral: str, scale: str | None = None, unit_end: int | None = None
) -> Amount:
    """The amount written at `start:end` of a folded text, with the hedge that stands before or behind it."""
    return Amount(value_of(numeral, scale), step_of(numeral, scale), hedge(text, start, (end, unit_end or end)))


def hedge(text: str, start: int, ends: tuple[int, ...]) -> Bound:
    """ "about", "over", "under" or "exact", from the words beside a number."""
    before = text[max(0, start - 16) : start]
    for name, pattern in _BEFORE:
        if pattern.search(before):
            return name
    for end in ends:
        for name, pattern in _AFTER:
            if pattern.match(text, end):
                return name
    return "exact"


def _next(text: str) -> bool:
    values = [_HAN_DIGITS.get(char, 0) for char in text]
    return values[0] > 0 and values[1] == values[0] + 1


def _english(text: str) -> int:
    total = 0
    for word in re.split(r"[ -]", text):
        if word == "hundred":
            total = max(total, 1) * 100
        elif word == "dozen":
            total = max(total, 1) * 12
        elif word not in ("a", "and"):
            total += _WORDS[word]
    return total


def _han(text: str) -> int:
    text = text.replace("廿", "二十").replace("卅", "三十")
    if len(text) == 2 and text not in ("一二",) and _next(text):
        return _HAN_DIGITS[text[0]]  # 三四次 is three or four times.
    if not any(char in _HAN_TENS for char in text):
        return int("".join(str(_HAN_DIGITS[char]) for char in text))
    total, digit, last = 0, 0, 10
    for char in text:
        if char in _HAN_TENS:
            last = _HAN_TENS[char]
            total += max(digit, 1) * last
            digit = 0
        else:
            digit = _HAN_DIGITS[char]
            last = 10 if digit == 0 else last
    # 一百五 is a hundred and fifty; 一百零五 a hundred and five.
    spoken = digit * last // 10 if last > 10 else digit
    return total + spoken
