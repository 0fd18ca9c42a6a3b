"""A customer whom the typed line names and whom no record knows: said, never silently dropped."""

from __future__ import annotations

import re
from collections.abc import Iterable

from escalation.naming import CJK_TRADES, firm_in, name_key
from escalation.text.concepts import concepts
from escalation.text.everyday import is_everyday
from escalation.text.folding import fold

_NAME = r"([A-Z][\w&-]*[a-z][\w&-]*(?: [A-Z][\w&-]+){0,3})"
_TALKS = (
    re.compile(
        rf"^{_NAME}(?:['’]s (?:\w+ )?)?\s+(?:(?:is|are|was|were|has|have|keeps?|just|also|now|again) )*"
        r"(?:says?|said|saying|reports?|reported|reporting|asks?|asked|asking|complain\w*|wants?|wrote|called|calling"
        r"|threaten\w*|telling|tells|told us)\b"
    ),
    # "Looking at Contoso now" is said of a competitor.
    re.compile(
        rf"\b(?:for|(?<!looking )at|from|customer|client|account)\s+{_NAME}\s*"
        r"(?:$|[.,;:–—]|\b(?:since|after|again|now|today|yesterday|tonight|this (?:morning|afternoon|week|month))\b)"
    ),
)
_SPEAKS = (
    r"(?:又|刚|今天|昨天|一直|那邊|那边|这边|這邊)?"
    r"(?:说|說|反馈|反饋|反映|投诉|投訴|来电|來電|来问|问|問|要求|称|表示|报告|報告|报障|报了)"
)
_FIRM = rf"(?:公司|科技|集团|集團|银行|銀行|大学|大學|股份|{CJK_TRADES})"
_SOME = (
    "(?!所有|全部|全体|多家|几家|幾家|我们|我們|你们|他们|有|一些|部分|各|每|很多|许多|好几|其他|这|那|某|大"
    "|[一二两三四五六七八九十百]家)"
)
_CHINESE = (
    re.compile(rf"^(?:客户|客戶|用户|用戶)?\s*{_SOME}([\u4e00-\u9fff]{{2,8}}?{_FIRM})"),
    re.compile(rf"^(?:客户|客戶)?\s*{_NAME}\s*(?:那边|那邊|这边|這邊|的客户|的客戶)?\s*{_SPEAKS}"),
)


def unresolved_name(text: str) -> str | None:
    """The name of a customer in a line in which no known account was found; None when nobody is named.

    Only a name where names stand counts ("Contoso says …", "… for Contoso") or one with its legal form; else words of the trade
    and everyday words do not.
    """
    for pattern in (*_TALKS, *_CHINESE):
        found = pattern.search(text.strip())
        if found and not concepts(found.group(1)) and not is_everyday(fold(found.group(1))):
            return found.group(1)
    return firm_in(text)


_SPELT = re.compile(rf"(?:^|[\s，。；：、,;:（(])(?:客户|客戶|用户|用戶)?([\u4e00-\u9fff]{{2,8}}?{_FIRM})")
NAMES = 3


def firms_spelt(text: str) -> tuple[str, ...]:
    """What may be a customer's name by the trade that it ends in, where a clause begins; words of the trade alone are none."""
    found = dict.fromkeys(match.group(1) for match in _SPELT.finditer(text))
    return tuple(name for name in found if len(name) >= LONG_ENOUGH)[:NAMES]


LONG_ENOUGH = 4
"""Characters of a Chinese name that may be another's but for one: a shorter one is near too many."""


def one_off(spelt: str, names: Iterable[str]) -> bool:
    """Whether it is one of these names but for one character, as a wrong choice in an input method leaves it."""
    said = name_key(spelt)
    return any(
        len(said) == len(known := name_key(name)) and sum(a != b for a, b in zip(said, known, strict=True)) == 1
        for name in names
    )
