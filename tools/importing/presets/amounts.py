"""A number as people write it, with what they put around it: "$1,200,000", "1 200 000,50", "24k", "36万美元", "(5,000)"."""

from __future__ import annotations

import re
from decimal import Decimal

_TIMES: dict[str, int] = {
    **dict.fromkeys(("k", "thousand", "千"), 1_000),
    **dict.fromkeys(("万", "萬"), 10_000),
    **dict.fromkeys(("m", "mn", "mio", "million", "百万", "百萬"), 1_000_000),
    **dict.fromkeys(("亿", "億"), 100_000_000),
    **dict.fromkeys(("b", "bn", "billion"), 1_000_000_000),
}
_DOLLARS = re.compile(r"usd|us\$|u\.s\.|美元|美金|dollars?|(?<![a-z])\$", re.IGNORECASE)
_MONEY = re.compile(
    r"[€£¥￥₩₹₽$]|\b(?:eur|gbp|cny|rmb|jpy|chf|krw|inr|sek|nok|dkk|pln|twd|ntd|hkd|sgd|aud|cad|nzd|brl)\b|[元圆圓块塊镑鎊]|欧|歐|日[元圆圓]",
    re.IGNORECASE,
)
_WRITTEN = re.compile(r"(\D*?)([-+−]?)\s*(\d(?:[\d,.'’ \u00a0\u202f]*\d)?)\s*(\D*)", re.DOTALL)
_WORDS = 4
"""Characters of a unit that mean nothing here ("h", "Std.", "seats" is too long)."""


def number(text: str) -> float:
    """A money amount is in USD; brackets mean less than zero, as in a ledger.

    Raises ValueError for what is no number, for an amount in another currency (there is no rate to trust) and for "1.250",
    which is a little more than one to some and twelve hundred and fifty to others.
    """
    stripped = text.strip()
    inner = stripped[1:-1].strip() if stripped.startswith("(") and stripped.endswith(")") else None
    match = _WRITTEN.fullmatch(stripped if inner is None else inner)
    if match is None:
        raise ValueError(f"{text!r} is not a number")
    before, sign, digits, after = match.groups()
    times = _times(text, before, after)
    value = _value(text, re.sub(r"['’ \u00a0\u202f]", "", digits)) * times
    return float(-value if sign in ("-", "−") or inner is not None else value)


def _times(text: str, before: str, after: str) -> int:
    """By what the words around multiply it."""
    plain = [_DOLLARS.sub(" ", part) for part in (before, after)]
    if any(map(_MONEY.search, plain)):
        raise ValueError(f"{text!r} is not in US dollars")
    first, last = (part.strip().casefold() for part in plain)
    unit, _, rest = last.partition(" ")
    times = _TIMES.get(unit) or _TIMES.get(unit.rstrip("."))
    if len(first) > _WORDS or len(rest if times else last) > _WORDS or "-" in before:
        raise ValueError(f"{text!r} is not a number")
    return times or 1


def _value(text: str, digits: str) -> Decimal:
    """ "1,200" is twelve hundred; "1,20" and "1.200,5" have a decimal comma; a mark that comes twice parts thousands."""
    marks = re.findall(r"[.,]", digits)
    tail = digits[max(digits.rfind("."), digits.rfind(",")) + 1 :]
    if marks and (len(set(marks)) == 2 or (len(marks) == 1 and (len(tail) != 3 or marks[0] == "."))):
        if len(marks) == 1 and len(tail) == 3 and not digits.startswith("0."):
            raise ValueError(f"{text!r} may be {digits} or {digits.replace('.', ',')}")
        return Decimal(f"{re.sub('[.,]', '', digits[: -len(tail) - 1]) or '0'}.{tail}")
    return Decimal(re.sub(r"[.,]", "", digits))
