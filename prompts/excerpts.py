"""The sentence of a record that tells the most, cut where a sentence ends: the nearest to a summary without a model."""

from __future__ import annotations

import re

from escalation.reading.stops import NO_STOP
from prompts.plain import disarm

_INSIDE = r"[^。！？!?.;；\n]*"
_SENTENCE = re.compile(rf"{_INSIDE}(?:(?:[.](?=\w)|{NO_STOP}){_INSIDE})*[。！？!?.;；]*[”’」』\"')）]*")
_GREETING = re.compile(
    r"(?i)^(hi|hello|hey|dear|good (morning|afternoon|evening)|thanks|thank you|many thanks|regards|best|cheers"
    r"|please (help|advise)|any (update|news)|您好|你好|大家好|嗨|谢谢|感谢|麻烦|辛苦|请尽快|急|打扰)"
)
_TELLING = re.compile(
    r"(?i)\d|[\"“「『]|\b(error|fail|failed|failing|crash|time-?out|missing|wrong|lost|cannot|can't|unable|since|after|when|every|"
    r"export|login|sync|need|users?)\b|错误|失败|报错|超时|丢失|缺失|无法|不能|自从|之后|每次|导出|登录|同步|需要|用户"
)


def sentences(text: str) -> list[str]:
    """The sentences of `text`, in order, each on one line; a line break also ends one."""
    return [said for line in text.splitlines() for found in _SENTENCE.findall(line) if (said := disarm(found))]


def most_telling(text: str, limit: int = 200) -> str:
    """The sentence of `text` with the most figures, quotations and symptoms, at most `limit` characters; "" when empty."""
    found = sentences(text)
    if not found:
        return ""
    best = max(range(len(found)), key=lambda index: (telling(found[index]), -index))
    return shortened(found[best].rstrip("；;"), limit)


def telling(sentence: str) -> float:
    """How much a sentence tells: figures, quotations and symptoms count, a greeting counts less than nothing."""
    if _GREETING.match(sentence):
        return -1.0
    length = len(sentence) * (2 if re.search(r"[\u4e00-\u9fff]", sentence) else 1)
    return min(len(_TELLING.findall(sentence)), 5) + (1.0 if 30 <= length <= 200 else 0.0)


def shortened(text: str, limit: int) -> str:
    """`text` in at most `limit` characters: whole, else cut after a clause or a word, with an ellipsis."""
    flat = disarm(text)
    if len(flat) <= limit:
        return flat
    cut = flat[: limit - 1]
    ends = [found.end() for found in re.finditer(r"[,，;；、]|\s", cut) if found.end() > limit // 2]
    return (cut[: ends[-1]] if ends else cut).rstrip(" ,，;；、") + "…"
