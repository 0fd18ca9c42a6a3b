"""Fields of a form in another tool as they are quoted: "ARR: 210000 USD; Plan: Enterprise"."""

from __future__ import annotations

import re
from collections.abc import Iterable

_FIELD = r"(?:^|[;；\n,，]\s*)"
_ARR = re.compile(
    rf"(?i){_FIELD}(?:arr|annual recurring revenue|contract value|年度?经常性收入|年費|年费)\s*[:：=]\s*(?P<value>[^;；\n]+)"
)
_PLAN = re.compile(rf"(?i){_FIELD}(?:plan|tier|edition|套餐|方案|版本)\s*[:：=]\s*(?P<value>[^;；\n,，]+)")
_RENEWAL = re.compile(
    rf"(?i){_FIELD}(?:renewal(?: date)?|renews(?: on)?|续约(?:日期?)?|續約(?:日期?)?)\s*[:：=]\s*(?P<value>20\d\d-\d\d-\d\d)"
)
_FORM = re.compile(rf"(?i){_FIELD}(?:[\w ]{{1,30}}|[\u4e00-\u9fff]{{1,10}})\s*[:：=]\s*\S")
FIELDS = {"arr_usd": _ARR, "plan": _PLAN, "renewal_date": _RENEWAL}
"""How a field of a customer's record is quoted: its name, a colon and its value."""


def is_form(words: str) -> bool:
    """Whether the words are fields of a form and no sentence of anybody."""
    return any(pattern.search(words) for pattern in FIELDS.values()) or (
        len(_FORM.findall(words)) > 1 and not re.search(r"[.!?。！？]", words)
    )


def values_of(field: str, words: Iterable[str]) -> list[str]:
    """What each of the texts gives for a field, as it stands there."""
    return [m["value"].strip().rstrip(".。") for text in words if (m := FIELDS[field].search(text))]
