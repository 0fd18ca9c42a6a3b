"""Lengths of time and percentages, in both languages. Lengths are minutes; a month counts 30.4375 days, a year 365.25."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from escalation.claims.fold import lower
from escalation.claims.found import Amount, Claim
from escalation.claims.lazy import Lazy
from escalation.claims.scanning.numerals import DIGITS, HAN_NUMERAL, HUNDREDS, amount_of, hedge, value_of

MINUTES: dict[str, Fraction] = {
    "millisecond": Fraction(1, 60000), "second": Fraction(1, 60), "minute": Fraction(1), "hour": Fraction(60),
    "day": Fraction(1440), "week": Fraction(10080),
    "month": Fraction(43830), "year": Fraction(525960),
}  # fmt: skip
_EN = {
    "millisecond": "milliseconds?|ms", "second": "seconds?|secs?|s", "minute": "minutes?|mins?", "hour": "hours?|hrs?|h",
    "day": "(?:business |working |calendar )?days?",
    "week": "weeks?|wks?", "month": "months?", "year": "years?|yrs?",
}  # fmt: skip
_ZH = {
    "millisecond": "毫秒", "second": "秒钟?", "minute": "分钟|分(?!配|析|布|为|别|之|成|钟|点)", "hour": "小时|钟头",
    "day": "个?(?:工作日|自然日)|天",
    "week": "周(?![一二三四五六日])|个?星期(?![一二三四五六日天])|个?礼拜",
    "month": "个月|(?<=个半)月", "year": "年(?![费度\\d])",
}  # fmt: skip
_UNIT = "|".join(
    [f"(?P<en_{name}>(?:{words})(?![a-z]))" for name, words in _EN.items()]
    + [f"(?P<zh_{name}>{words})" for name, words in _ZH.items()]
)
_NUMBER = rf"(?<![\d.])(?<!\d,)(?:{DIGITS})|\b{HUNDREDS}\b|{HAN_NUMERAL}"
_WHOLE = "(?:(?:full|whole|solid|straight|entire|single) )?"
_VULGAR = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_PLAIN = Lazy(
    rf"(?P<number>{_NUMBER})(?P<vulgar>[½¼¾])?(?P<more>\s?\+|多|余)?(?P<half> and (?:a half|a quarter|three quarters))?"
    rf"(?P<ge>\s?个半)?(?:(?P<over>\s?个)多)?(?:[ \-]{_WHOLE}|整| ?个(?!月|工作|星期|礼拜|半))?"
    rf"(?:{_UNIT})(?P<tail>半| and (?:a half|a quarter|three quarters)(?! of))?"
)
_HALF = Lazy(
    r"\bhalf[ -](?:an?[ -])?(?P<en>second|minute|hour|day|week|month|year)\b|(?<!个)半个?(?P<zh>小时|钟头|分钟|天|月|年)",
    re.I,
)
_COUPLE = Lazy(
    r"\ba couple of (?:more )?(?P<unit>second|minute|hour|day|week|month|year)s\b|\b(?P<two>fortnight)\b", re.I
)
_CLOCKED = Lazy(r"(?<![\w.])(?P<h>\d{1,3})\s?h\s?(?P<m>[0-5]?\d)(?:\s?m(?:ins?)?)?(?![\w:])", re.I)
_PART_OF = Lazy(
    r"\b(?P<three>three[ -])?(?:a )?(?P<part>quarter)s? (?:of )?an (?P<unit>hour)\b|(?P<zh>[一二两三])刻钟",
    re.I,
)
_ARTICLE = Lazy(
    r"\b(?:for|in|within|about|after|over|than|under|below|nearly|almost|took|takes|lasted|every) (?:an?|one) "
    r"(?P<unit>minute|hour|day|week|month|year)\b(?! (?:and (?:a half|a quarter|three quarters)|half))"
    r"|\b(?:within|than|under|below|nearly|almost|about|half) (?:a|one) (?P<moment>second)\b(?! [a-z]+(?:s|ed|ing)?\b(?<! later))"
    r"|\b(?:an?|one) (?:single|full|whole|entire) (?P<full>minute|hour|day|week|month|year)\b"
    r"|\bof one (?P<one>hour|day|week|month|year)\b"
    r"|\b(?:an?|one) (?P<apart>minute|hour|day|week|month|year)(?= (?:after|before|later|earlier|late|early)\b)"
    r"|\b(?:an?|one) (?P<whole>hour|day|week|year)(?= and (?:\d|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|fifteen|twenty|thirty|forty|fifty)\b))",
    re.I,
)
_AND_PART = Lazy(
    r"\b(?:an?|one) (?P<unit>hour|day|week|month|year) and (?:(?P<half>a half)|(?P<quarter>a quarter)|three quarters)\b"
    r"|\bone and (?:(?P<a_half>a half)|(?P<a_quarter>a quarter)|three quarters) (?P<units>hour|day|week|month|year)s\b",
    re.I,
)
_WHICH = tuple("哪某同这那")
_EVERY = Lazy(rf"[^，。；,;]{{0,6}}(?:\d+|{HAN_NUMERAL})(?:、[二三四五六七八九])?[次回遍]")
_HOURS_END = Lazy(r"(?:小时|钟头|点)零?$")
_AND = Lazy(r" ?(?:and |and|零|又|,)? ?", re.I)
_ZH_HALF = {"小时": "hour", "钟头": "hour", "分钟": "minute", "天": "day", "月": "month", "年": "year"}
_PERCENT = Lazy(
    rf"(?P<number>(?<![\d.])(?<!\d,)(?:{DIGITS})|\b{HUNDREDS}\b)\s?(?:%|percent\b|per cent\b|pct\b)"
    rf"|百分之\s?(?P<han>{HAN_NUMERAL}|{DIGITS})"
    rf"|(?P<tenths>[一二两三四五六七八九])成(?P<more>[一二三四五六七八九半])?(?![功为立员果本分就长交])"
)


def percentages(text: str) -> Iterator[Claim]:
    """Every percentage in a folded text."""
    for match in _PERCENT.finditer(lower(text)):
        number = match["number"] or match["han"] or match["tenths"]
        amount = amount_of(text, match.start(), match.end(), number)
        if match["tenths"]:
            more = 5 if match["more"] == "半" else value_of(match["more"]) if match["more"] else 0
            amount = Amount(amount.value * 10 + more, amount.step * (1 if more else 10), amount.bound)
        yield Claim("percentage", *match.span(), amount=amount)


def lengths(text: str) -> Iterator[Claim]:
    """Every length of time in a folded text; `unit` is the smallest unit it was written in. "2 hours 15 minutes" is one."""
    pending: Claim | None = None
    for claim in sorted(_single(text), key=lambda each: each.start):
        if pending and _continues(text, pending, claim):
            pending = _joined(pending, claim)
            continue
        if pending:
            yield pending
        pending = claim
    if pending:
        yield pending


def _continues(text: str, first: Claim, second: Claim) -> bool:
    if first.end > second.start or MINUTES[second.unit] >= MINUTES[first.unit]:
        return False
    return bool(_AND.fullmatch(text, first.end, second.start))


def _joined(first: Claim, second: Claim) -> Claim:
    if not first.amount or not second.amount:
        return second
    value = first.amount.value + second.amount.value
    amount = Amount(value, second.amount.step, first.amount.bound)
    return Claim("duration", first.start, second.end, amount=amount, unit=second.unit)


def _single(text: str) -> Iterator[Claim]:
    yield from _worded(text)
    for match in _PLAIN.finditer(lower(text)):
        if match[0][-1] == "分" and not match["number"][0].isdigit() and not _after_hours(text, match.start()):
            continue  # 十分 is "very"; only behind hours it is ten minutes.
        if match["number"] == "一" and (
            _EVERY.match(text, match.end()) or text[match.start() - 1 : match.start()] in _WHICH
        ):
            continue  # 一天三次 is a rate, 哪一天 a day that is asked for.
        unit = next(name for name, found in match.groupdict().items() if name[2:3] == "_" and found)[3:]
        number_end = match.end("over") if match["over"] else match.end("number")  # 21 个多小时 is more than 21.
        amount = amount_of(text, match.start(), match.end(), match["number"], None, number_end)
        if match["vulgar"]:
            amount = Amount(amount.value + _VULGAR[match["vulgar"]], Fraction(1, 4), amount.bound)
        elif match["half"] or match["ge"] or match["tail"]:
            said = match["half"] or match["tail"] or ""
            more = Fraction(3, 4) if said.endswith("quarters") else Fraction(1, 4 if said.endswith("quarter") else 2)
            amount = Amount(amount.value + more, more, amount.bound)
        yield _length(text, match, amount, unit)
    for match in _ARTICLE.finditer(text):
        yield _length(text, match, Amount(Fraction(1)), next(unit for unit in match.groups() if unit).lower())


def _worded(text: str) -> Iterator[Claim]:
    """Halves, quarters, couples, and hours with their minutes: "half an hour", 三刻钟, "a fortnight", "21h30"."""
    for match in _HALF.finditer(text):
        unit = match["en"].lower() if match["en"] else _ZH_HALF[match["zh"]]
        yield _length(text, match, Amount(Fraction(1, 2), Fraction(1, 2)), unit)
    for match in _PART_OF.finditer(text):
        quarters = 3 if match["three"] else int(value_of(match["zh"] or "一"))
        yield _length(text, match, Amount(Fraction(quarters, 4), Fraction(1, 12)), "hour")
    for match in _AND_PART.finditer(text):
        half, quarter = match["half"] or match["a_half"], match["quarter"] or match["a_quarter"]
        more = Fraction(1, 2) if half else Fraction(1, 4) if quarter else Fraction(3, 4)
        yield _length(text, match, Amount(1 + more, Fraction(1, 4)), (match["unit"] or match["units"]).lower())
    for match in _COUPLE.finditer(text):
        yield _length(text, match, Amount(Fraction(2)), "week" if match["two"] else match["unit"].lower())
    for match in _CLOCKED.finditer(text):
        yield _length(text, match, Amount(Fraction(int(match["h"]) * 60 + int(match["m"]))), "minute")


def _after_hours(text: str, start: int) -> bool:
    return bool(_HOURS_END.search(text, max(0, start - 4), start))


def _length(text: str, match: re.Match[str], amount: Amount, unit: str) -> Claim:
    bound = amount.bound if amount.bound != "exact" else hedge(text, match.start(), (match.end(),))
    size = MINUTES[unit]
    return Claim("duration", *match.span(), amount=Amount(amount.value * size, amount.step * size, bound), unit=unit)
