"""Trials whose outcome is told after them: what we did to our own service, and "all tried, all blank"."""

from __future__ import annotations

import re

_MADE = (
    r"(?:re-?started|re-?booted|failed over|switched over|rolled back|scaled(?: up| out| down)?|drained|re-?deployed|recycled"
    r"|power-?cycled)"
)
_OURS = re.compile(
    rf"(?i)^\W*(?P<deed>(?:(?:we|i) (?:have |just |now )*|(?:the |our )?[\w-]+(?: [\w-]+){{0,2}} (?:was |were |has been |is )?)?"
    rf"(?<!not )(?<!never )(?<!be ){_MADE}\b[^,;.:?!\n]{{0,60}}?)"
    r"\s*(?:[,;:–—]|\s-\s|\band\b|\bbut\b)\s*(?P<result>\S[^?\n]{2,120})$"
    r"|^\W*(?P<han>(?:已|我们|刚|把|将)?[^，。；：？\n]{0,16}(?:重启|扩容|回滚|切换|主备切换|切到|扩到|重新部署)(?:了|到|至|成|完|后)?[^，。；：？\n]{0,16})[，；：]"
    r"(?P<found>[^？\n]{2,80})$"
)
_NOT_DONE = re.compile(
    r"(?i)\b(?:please|can you|could you|should|will|would|must|going to|need to|if|when|until|after|before"
    r"|every time|maybe|try)\b"
    r"|请|是否|会|将要|准备|打算|建议|需要|如果|之后再|能否|吗"
)
_ALL = re.compile(
    r"(?i)^\W*(?P<deed>(?:(?:we|i)(?: have|['’]ve)? )?(?:already )?tried [^.;:]{3,80}?)[,;:–—]\s*(?:and )?"
    r"(?P<result>(?:they(?:['’]re| are) |it(?:['’]s| is) )?(?:all|both|each|every one|everywhere|always)\b[^?]{2,60})$"
    r"|^\W*(?P<han>[^。；？]{2,60}?(?:都|也|全)[试試](?:过|過|了)+)[，,](?P<found>(?:都|全|也|[还還]|[结結]果|一律)[^？]{1,40})$"
    r"|^\W*(?:我们?|我們?|已经?|已經?|都)*(?P<did>[^，。；？\n]{1,6}[过過](?!了)[^，。；？\n]{1,30})[，,]"
    r"(?P<vain>(?:但|都|也|[还還]是|仍然?)*(?:[没沒]有?用|[无無]效|[没沒]有?效果|不行|不管用|一[样樣])[^？]{0,20})$"
)


def ours_with_outcome(sentence: str) -> tuple[str, str] | None:
    """What we did to our own service and what came of it: "broker restarted, gates back 08:40"."""
    return None if _NOT_DONE.search(sentence) else _parts(_OURS.match(sentence))


def all_with_outcome(sentence: str) -> tuple[str, str] | None:
    """What was tried and how all of it went: "tried three browsers, all blank"."""
    return _parts(_ALL.match(sentence))


def _parts(found: re.Match[str] | None) -> tuple[str, str] | None:
    if found is None:
        return None
    deed, result = (text for text in found.groups() if text)
    return deed.strip(), result.strip(" .。!！;；")
