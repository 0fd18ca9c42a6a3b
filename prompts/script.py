"""The Chinese script a customer reads: templates are in Simplified, a customer in Taiwan or Hong Kong gets Traditional.

Only texts for customers: a brief stays in Simplified, whose terms its receivers expect (domain.md). What must stay as it was
written (a subject, an error text, a name) is kept, whatever script it is in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Literal, cast

from escalation.records import Account
from escalation.text.folding import simplified

Convention = Literal["tw", "hk"]

_HONG_KONG = re.compile(r"(?i)^(?:hk|hkg|mo|mac|hong ?kong|macao|macau|香港|澳門|澳门)\b")
_TRADITIONAL = re.compile(r"(?i)^zh[-_](?:hant|tw|hk|mo)\b")
_TABLES: dict[Convention, str] = {"tw": "s2twp", "hk": "s2hk"}
_REPLY = (("回複", "回覆"), ("回復", "回覆"))
"""Of the three characters that Simplified writes as one, the one that answers a letter."""
_USAGE: dict[Convention, tuple[tuple[str, str], ...]] = {
    "tw": (
        *_REPLY,
        ("許可權", "權限"),
        ("賬", "帳"),
        ("釋出", "發布"),
        ("後臺", "後台"),
        ("反饋", "回報"),
        ("優先順序", "優先級"),
        ("臺北", "台北"),
        ("瞭解", "了解"),
    ),
    "hk": (
        *_REPLY,
        ("反饋", "反映"),
        ("户", "戶"),
        ("登錄", "登入"),
        ("服務器", "伺服器"),
        ("鏈接", "連結"),
        ("支持團隊", "支援團隊"),
        ("導出", "匯出"),
        ("臺北", "台北"),
    ),
}
"""Where the tables' choice of words is not what support teams there write."""


def convention(account: Account | None) -> Convention | None:
    """How this customer's Chinese is written; None when it is Simplified, or no Chinese at all."""
    language = (account.language or "") if account else ""
    if account is None or not _TRADITIONAL.match(language):
        return None
    local = re.match(r"(?i)zh[-_](?:hk|mo)\b", language) or _HONG_KONG.match(account.region or "")
    return "hk" if local else "tw"


def in_script(text: str, told: Convention | None, keep: Iterable[str | None] = ()) -> str:
    """`text` in the customer's script; the passages of `keep` stand as they were, the longest first.

    Without `told` that is Simplified: a colleague in Taipei records a cause that a customer in Shanghai reads too.
    """
    passages = sorted({k for k in keep if k and not k.isascii()}, key=len, reverse=True)
    parts = re.split("(" + "|".join(map(re.escape, passages)) + ")", text) if passages else [text]
    return "".join(part if part in passages else _converted(part, told) for part in parts)


def _converted(text: str, told: Convention | None) -> str:
    if told is None:
        return simplified(text)
    text = _converter(told)(text)
    for found, usual in _USAGE[told]:
        text = text.replace(found, usual)
    return text


@lru_cache(maxsize=2)
def _converter(told: Convention) -> Callable[[str], str]:
    from opencc import OpenCC  # its tables are only worth their time for such a customer

    return cast("Callable[[str], str]", OpenCC(_TABLES[told]).convert)  # pyright: ignore[reportUnknownMemberType]
