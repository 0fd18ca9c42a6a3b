"""Money: amounts with a currency, sign or word, before or behind, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from escalation.claims.fold import lower
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.scanning.numerals import DIGITS, HAN_NUMERAL, HUNDREDS, SCALE, amount_of, value_of

_SIGNS = {
    "us$": "USD", "$": "USD", "usd": "USD", "hk$": "HKD", "hkd": "HKD", "nt$": "TWD", "twd": "TWD", "€": "EUR", "eur": "EUR",
    "£": "GBP", "gbp": "GBP", "¥": "CNY", "cny": "CNY", "rmb": "CNY", "jpy": "JPY",
}  # fmt: skip
_WORDS = {
    "us dollars": "USD", "us dollar": "USD", "dollars": "USD", "dollar": "USD", "美元": "USD", "美金": "USD", "euros": "EUR",
    "euro": "EUR", "欧元": "EUR", "pounds": "GBP", "pound": "GBP", "英镑": "GBP", "yuan": "CNY", "人民币": "CNY",
    "元人民币": "CNY",
        "元": "CNY", "块": "CNY", "港元": "HKD", "港币": "HKD", "日元": "JPY", "新台币": "TWD", "台币": "TWD", "yen": "JPY",
}  # fmt: skip
CURRENCIES = _SIGNS | _WORDS
_SIGN = r"us\$|hk\$|nt\$|\$|€|£|¥|(?<![a-z])(?:usd|hkd|twd|eur|gbp|cny|rmb|jpy)(?![a-z])"
_CODE_AFTER = r"(?:usd|hkd|twd|eur|gbp|cny|rmb|jpy)(?![a-z])|€|£"
_WORD = "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True))
_M = r"|\s?m[mn]?(?![a-z])"
_NUMBER = rf"{DIGITS}|\b{HUNDREDS}\b|{HAN_NUMERAL}"
_BEFORE = Lazy(rf"(?P<unit>{_SIGN}|人民币|美元|美金)\s?(?P<number>{DIGITS})(?P<scale>{SCALE}{_M})?")
_LOW = r"(?:\s?(?P<low>[1-9一二两三四五六七八九])\s?千)?"
"""18 万 6 千."""
_AFTER = Lazy(
    rf"(?<![\d.])(?<!\d,)(?P<number>{_NUMBER})(?P<scale>{SCALE}{_M})?{_LOW}[ \-]?(?:多|余)?"
    rf"(?P<unit>{_CODE_AFTER}|{_WORD})(?![a-z])"
)
_BARE = Lazy(
    rf"\barr(?: of| is| at risk| was|:| =)*\s(?:about |around |over )?(?P<number>{DIGITS})(?P<scale>{SCALE}{_M})"
)
_ROLES = (
    ("arr", Lazy(r"\barr\b|annual|recurring|contract|年度经常性|年费|年合同|年收入|经常性收入", re.I)),
    ("deal", Lazy(r"\bdeals?\b|opportunit|expansion|pipeline|商机|扩容|增购", re.I)),
)


def money(text: str) -> Iterator[Claim]:
    """Every amount with a currency in a folded text."""
    small = lower(text)
    taken = bytearray(len(small))  # a mark per character: a pasted table may hold thousands of amounts
    for match in _BARE.finditer(small):
        if not _AFTER.match(small, match.start("number")):
            start, end = match.start("number"), match.end()
            taken[start:end] = b"\1" * (end - start)
            yield Claim(
                "money", start, end, amount=amount_of(text, start, end, match["number"], match["scale"]), unit="USD"
            )
    for pattern in (_BEFORE, _AFTER):
        for match in pattern.finditer(small):
            if any(taken[match.start() : match.end()]):
                continue
            taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
            amount = amount_of(text, match.start(), match.end(), match["number"], match["scale"], match.end("number"))
            if low := match.groupdict().get("low"):  # 18 万 6 千美元
                amount = replace(amount, value=amount.value + value_of(low) * 1000, step=Fraction(1000))
            yield Claim("money", *match.span(), amount=amount, unit=CURRENCIES[match["unit"].lower()])


def money_roles(text: str) -> frozenset[str]:
    """What an amount beside these words is: "arr", "deal"."""
    return frozenset(name for name, pattern in _ROLES if pattern.search(text))
