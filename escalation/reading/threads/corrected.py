"""What is taken back in the same breath: "it ends at 7 instead of 6 … wait, other way round: it begins at 5"."""

from __future__ import annotations

import re

_RELENT = r"(?-i:(?:(?:well|oh|ah|hm+)[\s,]+)+(?:ok(?:ay)?|fine|actually))\b[\s,:;.!…–—-]*"
"""But I cannot change 1,200 of them by hand... well ok, find and replace does it."""
_RELENTS = re.compile(rf"(?:\.{{2,}}|…|\s[–—-]+)\s*{_RELENT}")
_BEFORE = re.compile(r"(?:[!?。！？\n]|(?<!\.)\.(?!\.))\s*")
_TURNS = re.compile(
    r"(?:^|[,;:.…–—-])\s*(?:(?:oh|ah|hm+|ok|no|sorry|hang on|hold on|wait|actually|correction|i mean)\b[\s,:;!.…–—-]*){1,4}"
    r"(?:it(?:['’]s| is) |that(?:['’]s| is) )?(?:just |exactly )?(?:the )?(?:other way (?:a)?round|opposite|reverse|vice versa)\b"
    r"[\s,:;.!…–—-]*"
    rf"|(?:^|\.{{2,}}|…|\s[–—-]+)\s*{_RELENT}"
    r"|(?:^|[,;.…–—-])\s*(?:scratch that|i (?:mis-?typed"
    r"|got (?:that|it) (?:wrong|backwards?|the wrong way round)))\b[\s,:;.!…–—-]*"
    r"|(?:^|[，,。；;…])\s*(?:(?:啊|哦|等等|等一?下|抱歉|更正|不[对對]|不是|[说說写寫打]错了?|[說寫打]錯了?)[\s，,：:…]*){1,3}"
    r"(?:应该|應該|其实|其實)?是?(?:反[过過][来來]|反了|[说說写寫搞弄]反了|相反)的?[\s，,：:；;。]*"
    r"|(?:^|[，,。；;…])\s*(?:我)?(?:[说說写寫搞弄打][错錯反])了[\s，,：:；;]+",
    re.IGNORECASE,
)
_SIGNS = ("well", "oh", "round", "opposite", "reverse", "vice versa", "scratch", "typed", "got ", "反", "错", "錯")


def standing(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The sentences of one text without what a later one takes back, each that takes back from what holds instead.

    Where nothing is told instead, all stays as it is written.
    """
    kept: list[str] = []
    for part in parts:
        turn = _turn(part)
        if turn is None:
            kept.append(part)
            continue
        if turn.start() == 0 and kept:
            kept.pop()
        kept.append(part[turn.end() :])
    return tuple(kept)


def without_relented(text: str) -> str:
    """The text without the sentences that end in words by which the writer takes them back."""
    while found := _RELENTS.search(text):
        ends = [m.end() for m in _BEFORE.finditer(text, 0, found.start())]
        text = f"{text[: ends[-1] if ends else 0]}{text[found.end() :]}"
    return text


def _turn(part: str) -> re.Match[str] | None:
    lower = part.lower()
    if not any(map(lower.__contains__, _SIGNS)):
        return None
    turns = list(_TURNS.finditer(part))
    return turns[-1] if turns and re.search(r"\w", part[turns[-1].end() :]) else None
