"""Naming: the forms in which a name stands in a text, and where they stand; capitals tell a name from a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from escalation.claims.fold import HAN, fold
from escalation.naming import GENERIC, LEGAL_FORMS, brand_key, head_keys, name_key, short_key
from escalation.text.everyday import is_everyday

_FIRST_NAMES_THAT_ARE_WORDS = frozenset(
    [
        "will",
        "mark",
        "grace",
        "may",
        "hope",
        "drew",
        "chase",
        "bill",
        "rose",
        "art",
        "pat",
        "april",
        "june",
        "august",
        "joy",
    ]
)
_TRADE = re.compile(
    "(?:物流|银行|保险|证券|医疗|医药|学院|大学|电子|地产|航空|能源|食品|汽车|传媒|教育|零售|服饰|制造)$"
)


def company_forms(names: Iterable[str]) -> set[str]:
    """A company's names as people write them: in full, without legal form or trade, by a distinctive first word."""
    forms: set[str] = set()
    for name in map(_plain, names):
        short = _cut(name)
        forms |= {name, short} - {""}
        first = short.split(" ")[0]
        called = len(first) >= 5 or (len(first) >= 3 and first.isupper() and first != name)
        if called and first.isascii() and not is_everyday(first.lower()):
            forms.add(first)
        brand = brand_key(name_key(name))
        if not brand.isascii() and len(brand) >= 2 and not is_everyday(brand):
            forms.add(brand)
        forms |= {head for head in head_keys(name_key(name)) if not is_everyday(head)}
        trade = _TRADE.sub("", brand)
        if trade != brand and len(trade) >= 2:
            # A word of its own is the name only where it is spoken of like a firm.
            forms |= {f"{trade}那边", f"{trade}家"} if is_everyday(trade) else {trade}
    return {form for form in forms if len(form) > 1}


def person_forms(names: Iterable[str]) -> set[str]:
    """A person's names as colleagues use them: in full, first and last name, 小陈, 陈工, 陈经理."""
    forms: set[str] = set()
    for name in map(_plain, names):
        forms.add(name)
        if re.fullmatch(rf"[{HAN}]{{2,4}}", name):
            forms |= _chinese_forms(name)
        elif "@" not in name:
            forms |= {part for part in re.split(r"[\s.]+", name) if len(part) > 2 and _is_name(part)}
    return {form for form in forms if len(form) > 1}


def stands(forms: Iterable[str], cased: str) -> Iterator[tuple[int, int]]:
    """Where any of the forms stands as a whole in a folded text with its capitals, longest first."""
    listed = tuple(sorted(forms, key=lambda form: (-len(form), form)))
    if not listed:
        return
    taken = 0
    for found in _any_of(listed).finditer(cased):
        if found.start() >= taken:
            taken = found.end()
            yield found.span()


@lru_cache(maxsize=64)  # a letter is checked line by line, each time against the same names
def _any_of(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(_pattern, forms)))


def _pattern(form: str) -> str:
    body = re.escape(form).replace(r"\ ", r"\s+")
    before = r"(?<![A-Za-z0-9])" if form[0].isascii() else ""
    after = r"(?![A-Za-z0-9])" if form[-1].isascii() else ""
    # An everyday word is a name only as it was written; any other is one in any case.
    exact = form.isascii() and is_everyday(form.lower()) and not form.isupper()
    return f"{before}{body}{after}" if exact or not form.isascii() else f"{before}(?i:{body}){after}"


def _plain(name: str) -> str:
    return " ".join(fold(name).split())


def _cut(name: str) -> str:
    if not name.isascii():
        return re.sub(r"(?:股份有限公司|有限责任公司|有限公司|公司)$", "", name).strip()
    words = name.split(" ")
    while len(words) > 1 and words[-1].lower().strip(".,") in LEGAL_FORMS | GENERIC:
        words.pop()
    return " ".join(words).strip(" ,") if short_key(name_key(name)) else name


def _chinese_forms(name: str) -> set[str]:
    family = name[:2] if len(name) == 4 else name[0]
    given = name[len(family) :]
    called = {f"{family}{title}" for title in ("工", "经理", "老师", "总监", "主管", "哥", "姐")}
    return called | {f"小{family}", f"老{family}"} | ({given} if len(given) > 1 else {f"小{given}"})


def _is_name(part: str) -> bool:
    return part[:1].isupper() and part.lower() not in _FIRST_NAMES_THAT_ARE_WORDS and not is_everyday(part.lower())
