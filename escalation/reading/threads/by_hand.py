"""Work that people do by hand since a thing does not do it: "they key every order in again", 「现在只能手工登记」."""

from __future__ import annotations

import re
from functools import lru_cache

from escalation.reading.threads.entries import READ
from escalation.reading.threads.plainly import plainly

_WHO = (
    r"(?:we|i|they|he|she|you|staff|everybody|everyone|somebody|someone|people"
    r"|(?:our|the|their|my|your|two|three|all) (?:\w+ )?\w+)"
)
_WAY = (
    r"(?:by hand|manually|on paper|with pen and paper|one by one|line by line|in (?:a |an |our |their )?(?:spreadsheets?|excel)"
    r")"
)
_DONE = re.compile(
    rf"\b{_WHO} (?:[\w'’]+ ){{1,9}}?{_WAY}\b"
    rf"|\b{_WHO}(?: (?:now|have to|must|had to|then|currently|all|still|are|is|can|only|['’]re)){{0,4}}"
    r" (?:re-?(?:enter|key|typ|book|scan|writ|creat|captur)\w*|(?:key|typ|enter)(?:s|e|es|ed|ing)?"
    r"(?= \w+(?: \w+){0,3} (?:again|twice|anew)\b))\b"
    r"|\b(?:everything|all (?:of it|orders|bookings)|each \w+|every \w+|the \w+|it) (?:is|are|has to be|have to be|must be|gets?)"
    rf" (?:now )?(?:\w+ed|done|written|typed|kept) (?:\w+ ){{0,3}}?{_WAY}\b"
    r"|(?:手工|手动|人工|人力|用纸|在纸上|纸质|用表格|用excel|逐[条个张笔单]|一[条个张笔单]一?[条个张笔单])(?:地|来|去|再|重新|把[^，。；]{1,8})?"
    r"(?:做|记|录|输|填|抄|写|核|算|对|登|补|改|导|排|派|发|开|建|处理|统计|汇总|整理|安排|通知|操作|维护|上传|下载|下单|分配)"
    r"|靠(?:手工|人工|手动|纸|电话|表格|excel)"
)
_NONE = re.compile(
    r"\b(?:not|never|without|instead of|no longer|unable|cannot|neither|if|unless|would|could|please|should|try|tried|trying"
    r"|tests?|tested|before|when|used to|worked|works)\b|n['’]t\b"
    r"|没法|没办法|无法|不能|不用|不必|无需|不想|不可能|避免|如果|请|试[过了着]"
    r"|重试|重启|刷新|触发|同步|以前|之前|原来|过去|也(?:不|没)|[吗么]"
)
"""Not done, only proposed, once tried or long ago."""


@lru_cache(maxsize=READ)
def works_by_hand(sentence: str) -> bool:
    """Whether it tells that people do now by hand what they need."""
    plain = plainly(sentence)
    return not sentence.endswith(("?", "？")) and _DONE.search(plain) is not None and _NONE.search(plain) is None
