"""The sentence of a record that tells the most, cut where a sentence ends: the nearest to a summary without a model."""

from __future__ import annotations

import re

from escalation.reading.threads.stops import NO_STOP
from prompts.plain import disarm

_INSIDE = r"[^。！？!?.;；\n]*"
_SENTENCE = re.compile(rf"{_INSIDE}(?:(?:[.](?=\w)|{NO_STOP}){_INSIDE})*[。！？!?.;；]*[”’」』\"')）]*")
_GREETING = re.compile(
    r"(?i)^(hi|hello|hey|dear|good (morning|afternoon|evening)|thanks|thank you|many thanks|regards|best|cheers"
    r"|please (help|advise)|any (update|news)|您好|你好|大家好|嗨|谢谢|感谢|麻烦|辛苦|请尽快|急|打扰)"
)
GREETING = 44
"""Characters (a Chinese one counts two) below which what begins with a greeting is only that."""
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


def passage(text: str, limit: int) -> str:
    """As many whole sentences as `limit` characters hold, as written, from the first that tells something.

    A first sentence that is longer is cut like `most_telling`'s; "" when the text tells nothing.
    """
    flat, found = disarm(text), sentences(text)
    start = next((n for n, sentence in enumerate(found) if telling(sentence) >= 1), None)
    if start is None:
        return ""
    run = ""
    for sentence in found[start:]:
        joined = (f"{run} {sentence}" if f"{run} {sentence}" in flat else run + sentence) if run else sentence
        if len(joined) > limit or joined not in flat:
            break
        run = joined
    return run or shortened(found[start], limit)


def telling(sentence: str) -> float:
    """How much a sentence tells: figures, quotations and symptoms count, a greeting counts less than nothing."""
    length = len(sentence) * (2 if re.search(r"[\u4e00-\u9fff]", sentence) else 1)
    if _GREETING.match(sentence) and length < GREETING:
        return -1.0
    return min(len(_TELLING.findall(sentence)), 5) + (1.0 if 30 <= length <= 200 else 0.0)


def shortened(text: str, limit: int) -> str:
    """`text` in at most `limit` characters: whole, else cut after a clause or a word, with an ellipsis."""
    flat = disarm(text)
    if len(flat) <= limit:
        return flat
    cut = flat[: limit - 1]
    ends = [found.end() for found in re.finditer(r"[,，;；、]|\s", cut) if found.end() > limit // 2]
    return (cut[: ends[-1]] if ends else cut).rstrip(" ,，;；、") + "…"
