"""Trials whose outcome is told after them: what we did to our own service, and "all tried, all blank"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from escalation.reading.threads.entries import sentences

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
_BARE = re.compile(
    rf"(?i)^\W*(?P<deed>(?:(?:we|i) (?:have |just |now )*|(?:the |our )?[\w-]+(?: [\w-]+){{0,2}} (?:was |were |has been |is )?)?"
    rf"(?<!not )(?<!never )(?<!be ){_MADE}\b[^,;:?!\n]{{0,40}})\.?$"
    r"|^\W*(?P<han>(?:已|我们|刚|把|将)?[^，。；：？\n]{0,16}(?:重启|扩容|回滚|切换|主备切换|切到|扩到|重新部署)(?:了|到|至|成|完|后)?[^，。；：？\n]{0,16})[。]?$"
)
_STATE = re.compile(
    r"(?i)\b(?:back|up|down|flap\w*|fail\w*|works?|working|still|again|same|no (?:change|effect|difference)|offline|online"
    r"|recover\w*|restored|reconnect\w*|gone|ok|fine|green|better|worse|stable|\d+ ?%|\d+ of \d+)\b"
    r"|恢复|正常|好了|还是|仍|没用|无效|一样|断|离线|在线|稳定|\d+ ?%|成功|失败"
)
"""What came of it, told in the next sentence, tells how it is then."""
_VERB = re.compile(rf"(?i){_MADE}|重启|扩容|回滚|切换|切到|扩到|重新部署")
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


def ours_in(text: str) -> Iterator[tuple[str, str, str]]:
    """All such deeds of a message, with the words in which both stand; the outcome may be the next sentence's: "failed over to b.
    half the lanes flap"."""
    said = sentences(text)
    for at, sentence in enumerate(said):
        after = said[at + 1] if at + 1 < len(said) else ""
        if (found := ours_with_outcome(sentence)) is not None:
            yield (*found, sentence)
        elif not _NOT_DONE.search(sentence) and (bare := _BARE.match(sentence)) and _tells_how_it_is(after):
            start = text.index(sentence)
            whole = text[start : text.index(after, start) + len(after)]
            yield next(d for d in bare.groups() if d).strip(" .。"), after.strip(" .。!！;；"), whole


def _tells_how_it_is(sentence: str) -> bool:
    return bool(_STATE.search(sentence)) and not sentence.endswith(("?", "？"))


def verb_of(deed: str) -> str:
    """The word for what was done, by which two tellings of one deed are known; "" where there is none."""
    found = _VERB.search(deed)
    return found.group().casefold() if found else ""


def all_with_outcome(sentence: str) -> tuple[str, str] | None:
    """What was tried and how all of it went: "tried three browsers, all blank"."""
    return _parts(_ALL.match(sentence))


def _parts(found: re.Match[str] | None) -> tuple[str, str] | None:
    if found is None:
        return None
    deed, result = (text for text in found.groups() if text)
    return deed.strip(), result.strip(" .。!！;；")
