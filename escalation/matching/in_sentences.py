"""Troubles that a sentence tells, or denies, and no word of it alone."""

from __future__ import annotations

import re

_GONE = r"(?:missing|lost|gone|cut off)\b"
_NOTHING_MISSING = re.compile(
    rf"\b(?:no|not a single|none of the) (?:\w+ ){{0,2}}?(?:is|are|was|were|has been|have been|went|got) {_GONE}"
    rf"|\b(?:nothing|none) (?:is|was|has been|went) {_GONE}|\bno (?:missing|lost) \w+"
    r"|(?<!有)(?:[没沒]有?|未)(?:[丢丟]失?|缺失?|少|漏)(?!.{0,4}[吗嗎?？])",
    re.IGNORECASE,
)
_IN_NOTHING_MISSING = ("missing", "lost", "gone", "cut off", "丢", "丟", "缺", "少", "漏")
_MANY = (
    r"(?:\d+|two|three|four|five|ten|fifteen|twenty|thirty|forty|fifty|sixty|several|many|half an"
    r"|[一二两兩三四五六七八九十几幾半数數]+)"
)
_LONG = re.compile(
    rf"\b(?:takes?|took|taking|runs? for) (?:us |them |me )?(?:\w+ ){{0,3}}?{_MANY}(?: to \w+)?[ -]?(?:min(?:ute)?|hour|hr)s?\b"
    r"(?! (?:each|per|a (?:day|week|month)|every|of work|by hand))"
    rf"|[要需花用跑等费費待](?:了|上|掉)?(?:将近|將近|超过|超過|大约|大約|约|約)?{_MANY}(?:多|来|來|几|幾)?[个個]?"
    r"(?:分钟|分鐘|小时|小時|钟头|鐘頭)(?!之?[内內前])",
    re.IGNORECASE,
)


_IN_LONG = ("min", "hour", "hr", "分", "小", "头", "頭")
"""One of these stands in all that is looked for, as of those above: most texts hold none, which is told much sooner."""


SLOW, NONE = frozenset({"slow"}), frozenset[str]()


def undenied(text: str) -> str:
    """The text without what it says is not so: "I checked, no rows are missing" tells of no missing row."""
    held = text.lower().__contains__
    return _NOTHING_MISSING.sub(" ", text) if any(map(held, _IN_NOTHING_MISSING)) else text


def told_whole(text: str) -> frozenset[str]:
    """The concepts that whole sentences tell."""
    return SLOW if takes_long(text) else NONE


def takes_long(text: str) -> bool:
    """Whether something takes minutes or hours, where nobody says that it is slow."""
    return any(map(text.lower().__contains__, _IN_LONG)) and _LONG.search(text) is not None
