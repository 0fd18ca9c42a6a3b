"""Figures: numbers that count something, once everything more specific has been read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from escalation.claims.fold import lower
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.scanning.nouns import MEASURE, nouns_at
from escalation.claims.scanning.numerals import DIGITS, HAN_NUMERAL, HUNDREDS, SCALE, amount_of

_PLAIN = Lazy(
    rf"(?<![\d.A-Za-z_])(?<!\d,)(?P<number>{DIGITS})(?P<scale>{SCALE})?(?![A-Za-z\d_])"
    rf"|\b(?P<word>{HUNDREDS})\b(?P<word_scale> (?:thousand|million|billion))?"
)
_HAN = Lazy(rf"(?P<number>{HAN_NUMERAL})(?P<scale>万|亿|百万|千万)?")
_MORE = Lazy(r" and an? (half|quarter)\b", re.I)
_TWICE = Lazy(r"\btwice\b(?! as\b)|\bthrice\b", re.I)
_IDIOM = Lazy(r"(?:[第周每统唯之万单同逐首]|星期|礼拜|百分)$")
# 一个, 一次, 一些 and so on are articles; 两者, 三方 are words.
_WORDS = Lazy(
    r"[一二两三四五六七八九十百千]{1,2}(?:者|边|方|处|旦|下|直|些|样|定|般|切|起|步|线|级|体|分(?!钟)|面|端|度)"
)
_OR_NEXT = Lazy(rf"、(?P<next>[二三四五六七八九])(?={MEASURE.pattern})")
_COUNTED = Lazy(rf"[多余]?{MEASURE.pattern}|\s?(?:用户|客户|工单|席位|公司|租户|企业)")


def figures(text: str, left: str) -> Iterator[Claim]:
    """Every counting number in `left`, the folded text with what is already read blanked out."""
    for match in _PLAIN.finditer(lower(left)):
        numeral, scale = match["number"] or match["word"], match["scale"] or match["word_scale"]
        yield _figure(text, match, numeral, scale)
    for match in _HAN.finditer(left):
        if _counts(left, match):
            yield _figure(text, match, match["number"], match["scale"])
    for match in _TWICE.finditer(left):
        amount = amount_of(text, *match.span(), "two" if match[0].lower() == "twice" else "three")
        yield Claim("figure", *match.span(), amount=amount, nouns=frozenset({"times"}))


def _figure(text: str, match: re.Match[str], numeral: str, scale: str | None) -> Claim:
    amount = amount_of(text, *match.span(), numeral, scale)
    more = _MORE.match(text, match.end())
    if more and not scale:
        amount = replace(amount, value=amount.value + Fraction(1, 4 if more[1].lower() == "quarter" else 2))
        return Claim(
            "figure", match.start(), more.end(), amount=amount, nouns=nouns_at(text, match.start(), more.end())
        )
    pair = _OR_NEXT.match(text, match.end())  # 三、四回: both count the same.
    return Claim("figure", *match.span(), amount=amount, nouns=nouns_at(text, match.start(), (pair or match).end()))


def _counts(text: str, match: re.Match[str]) -> bool:
    if match["number"] in ("一", "千", "百") or _WORDS.match(text, match.start()):
        return False
    if _IDIOM.search(text, max(0, match.start() - 2), match.start()):
        return False
    return bool(match["scale"] or _COUNTED.match(text, match.end()) or _OR_NEXT.match(text, match.end()))
