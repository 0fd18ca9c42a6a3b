"""Lines that hold no words: an id, an address, an error's code. They name something and say nothing of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s，。；、（）()“”「」<>]+", re.IGNORECASE)
_ID_IN_ADDRESS = re.compile(
    r"(?<=[/=])([A-Za-z][A-Za-z0-9]{1,9}-\d{1,8})(?=$|[/?#&.,;])|/(?:tickets?|cases?|issues?|requests?|conversations?)/(\d{3,9})(?=$|[/?#&.,;])"
)
_ID = re.compile(r"(?<![\w/-])#?(?:[A-Za-z][A-Za-z0-9]{0,9}-\d{1,8}|\d{3,9})(?![\w-])")
_SAYS_NOTHING = re.compile(
    r"\b(?:ticket|case|issue|item|jira|error|code|exception|got|getting|seeing|see|re|fw|fwd|please|pls|and|the|an?)s?\b"
    r"|工单|工單|案例|报错|報錯|错误码?|錯誤碼?|请看|請看|看下|看一下|这个|這個|和|与",
    re.IGNORECASE,
)
_ASKS_TO_LOOK = re.compile(
    r"\b(?:can|could|would|will|you|we|i|someone|somebody|anyone|have|take|to|at|into|on|with|about|regarding|for|of|is|it|this|that"
    r"|my|our|look|check|help|need|handle|escalate|review|read|follow|up|thanks?|thank|hi|hello|urgent(?:ly)?|now|asap|customer|number"
    r"|no)\b|麻烦|麻煩|帮忙|幫忙|帮我|幫我|帮|幫|处理|處理|跟进|跟進|升级|升級|查看|查|看看|看|一下|尽快|儘快|关于|關於|的|吧|谢谢|謝謝"
    r"|客户|客戶|需要|请|請|您|你|我们|我們|我",
    re.IGNORECASE,
)
"""Beside the number of a record: that somebody is to look at it says nothing of what it is about."""
_CODE = re.compile(
    r"\b(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]\w*(?:Exception|Error|Fault)|0x[0-9A-Fa-f]{4,}|[A-Z]{2,}-?\d{3,})\b"
)


def without_addresses(text: str) -> str:
    """The text without addresses: "https" says nothing of the matter."""
    return _ADDRESS.sub(" ", text)


def ids_in_addresses(text: str) -> Iterator[tuple[int, str]]:
    """Ids of records that addresses end in or hold, with where they stand: ".../browse/ENG-2304" is ENG-2304."""
    for address in _ADDRESS.finditer(text):
        for found in _ID_IN_ADDRESS.finditer(address.group()):
            yield address.start() + found.start(), (found.group(1) or found.group(2)).upper()


def only_names_records(text: str) -> bool:
    """Whether the line holds nothing but ids and addresses, and that somebody is to look at them."""
    rest = _ID.sub(" ", without_addresses(text))
    return not _worded(rest if rest == text else _ASKS_TO_LOOK.sub(" ", rest))


@lru_cache(maxsize=16)  # every criterion asks it of one line
def worded(line: str) -> str:
    """What a line says in words: it without addresses, nothing where it only names records."""
    return "" if only_names_records(line) else without_addresses(line)


@lru_cache(maxsize=16)
def only_an_error(text: str) -> bool:
    """Whether the line holds nothing but the code of an error: what fails and how widely is not said."""
    return _CODE.search(text) is not None and not _worded(_CODE.sub(" ", text))


def _worded(text: str) -> bool:
    return re.search(r"\w", _SAYS_NOTHING.sub(" ", text)) is not None
