"""A line that tells only that something fails: neither what of the product, nor how, nor for how many."""

from __future__ import annotations

import re
from functools import lru_cache

from escalation.naming import firm_in
from escalation.text.folding import simplified

_WHOLE = re.compile(
    r"\b(?:it|this|that|they|he|she|we|their|our|your|his|her|there|thing|things|something|stuff|system|platform|software|app"
    r"|application|product|tool|solution|program|programme|site|website|page|screen|interface|ui|gui)\b(?:['’]s\b)?"
    r"|系统|平台|软件|程序|产品|应用|工具|东西|网站|页面|界面|接口|介面|画面|屏幕|他们|她们|它|他|她|我们|这个|那个|这|那",
    re.IGNORECASE,
)
"""The product as a whole, or what any product has: no part of it that a team could look into."""

_FAILS = re.compile(
    r"\b(?:broken|broke|errors?|erroring|fail(?:s|ed|ing|ure)?|unusable|problems?|issues?|trouble|wrong|bug(?:s|gy)?|faulty"
    r"|acting up|acts up|misbehav(?:es|ing)|stop(?:s|ped) working|no longer works?"
    r"|(?:(?:does|do|did|is|are|will|can|wo|ca)(?:\s+not|n['’]?t)|cannot|not)\s+"
    r"(?:be\s+)?(?:work(?:ing)?|us(?:e|ed|ing|able)|function(?:ing)?))\b"
    r"|出错|报错|错误|出现?问题|有问题|坏|不能用|没法用|无法使用|无法用|用不了|不好使|不好用|不行|不正常|异常|失败|故障",
    re.IGNORECASE,
)

_BESIDE = re.compile(
    r"\b(?:the|an?|for|at|by|of|on|in|with|to|is|are|was|has|have|had|got|gets?|getting|says?|said|reports?|reported|reporting|again|still"
    r"|just|now|today|customer|client|user|please|pls|help|hi|hello|s)\b|客户|用户|客人|他家|那边|这边|今天|现在|刚刚|又|还|还是|出现|有"
    r"|说|反馈|报告|表示|请|麻烦|帮忙|看看|看一下|了|的|是|在|呢|啊|吧|啦|哦|都",
    re.IGNORECASE,
)


@lru_cache(maxsize=16)
def only_that_it_fails(line: str, stranger: str | None = None) -> bool:
    """Whether a line says no more than that the product, or something, does not work: "it's broken", 界面报错. A part, an action,
    a message, a number or a word of how grave it is makes it more; the name of a `stranger`, or of a firm, does not."""
    for name in (stranger, firm_in(line)):
        line = line.replace(name, " ") if name else line
    plain = simplified(line)
    rest = _FAILS.sub(" ", plain)
    if rest == plain:
        return False
    return re.search(r"\w", _BESIDE.sub(" ", _WHOLE.sub(" ", rest))) is None
