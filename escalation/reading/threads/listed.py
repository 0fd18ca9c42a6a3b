"""Deeds told as a list after a word for it: 「已做：冻结访问；要求修改密码。」, "Done so far: froze it; asked for a new one"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from escalation.reading.threads import tried_words as words
from escalation.reading.uncovered import uncover

_LEAD = re.compile(
    r"(?im)(?:^|(?<=[.。!！;；]))[^\S\n]*(?:\*+[^\S\n]*)?"
    r"(?:已做|已经做了|已經做了|已处理|已處理|已采取(?:的)?措施|已採取(?:的)?措施|已尝试|已嘗試|试过|試過|做过的|目前已做"
    r"|(?:(?:i|we) (?:have )?)?(?:already |so far |actions? )?"
    r"(?:done|tried|taken)(?: so far| already)?|(?:steps|actions|measures) taken(?: so far)?)"
    r"(?:\*+)?\s*[:：]\s*(?P<list>[^\n]+)"
)
_STOP = re.compile(r"[。！]|[.!](?=\s|$)")
_CAME_OF_IT = re.compile(
    r"^(?:但|可是)?(?:都|均|全)?(?:没有?|沒有?|未|无|無|不)(?:见|見|能)?(?:缓解|緩解|效果?|改善|变化|變化|用|解决|解決|起作用|行)"
)
_LAST_COMMA = re.compile(r"[，,](?=[^，,]*$)")


@dataclass(frozen=True)
class Listed:
    """`words` is the list as written, with its lead; each deed with its result, None where none was told."""

    words: str
    deeds: tuple[tuple[str, str | None], ...]


def listed(text: str) -> Iterator[Listed]:
    """Every list of deeds in `text`. A result told at its end ("no effect", 「都没有缓解」) belongs to each deed."""
    for found in _LEAD.finditer(text):
        told = found.group("list")
        end = stop.start() if (stop := _STOP.search(told)) else len(told)
        deeds, result = _cut(told[:end])
        if deeds:
            whole = text[found.start() : found.start("list") + end].strip(" .。;；*\n")
            yield Listed(whole, tuple(_its_own(deed, result) for deed in deeds))


def _its_own(deed: str, result: str | None) -> tuple[str, str | None]:
    """ "tested it from our box = ok": a deed of a list with a result of its own."""
    what, equals, came = deed.partition(" = ")
    return (what.strip(), came.strip()) if equals and what.strip() and came.strip() else (deed, result)


def _cut(told: str) -> tuple[list[str], str | None]:
    result = None
    if mark := _LAST_COMMA.search(told):
        tail = uncover(told[mark.end() :]).text.strip()
        if words.RESULT.match(tail) or words.LEADS_ON.search(tail) or _CAME_OF_IT.search(tail):
            told, result = told[: mark.start()], told[mark.end() :].strip()
    parts = re.split(r"[;；]", told)
    parts = re.split(r"[,，]", told) if len(parts) == 1 else parts
    deeds = [re.sub(r"^(?:and|以及|和)\s*", "", part.strip(" ,，、")) for part in parts]
    return [deed for deed in deeds if len(deed) > 1], result
