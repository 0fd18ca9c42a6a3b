"""Sentences and clauses of folded text, with offsets: the room in which a negation, a condition or a question has effect."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_SENTENCE = re.compile(r"(?:[^\n.!?。!?;；]|[.!?](?=[\w/]))+(?:[.!?。;；]+|$|(?=\n))")
_CLAUSE = re.compile(
    r"[,，:：;；—–(（)）]|\s-{1,2}\s|\bbut\b(?! (?:still|no luck|no effect|it (?:still|did)|same"
    r"|the same|that did))|\b(?:however|although|though|whereas|yet|except)\b|但是?|不过(?!分)|然而|可是"
    r"|而且|并且|(?<![因])而(?!是|言|已)|只是"
    r"|(?<=[\w ])\b(?=(?:we|they|i|he|she|customer|client) (?:will|are going to|shall|plan to"
    r"|intend to)\b)|\b(?=(?:we|they|i)['’]ll\b)"
    r"|(?=(?:我们|他们|客户|公司|我司|我)?(?:就(?!是|算)|将会?|会)(?:换|取消|不|终止|离开|找|投诉|起诉"
    r"|曝光|考虑|退|解约|停|转))"
    r"|\band (?=(?:we|i|it|they|he|she|the|our|their|this|that|there|now|production|everything"
    r"|customers?|users?|no|nobody)\b)"
)


@dataclass(frozen=True)
class Clause:
    """One clause. `start` is its offset in the text; `sentence` the sentence it stands in; `last` when nothing follows it there."""  # noqa: E501

    start: int
    text: str
    sentence: str
    offset: int
    """Where the clause starts in its sentence."""
    last: bool
    next_sentence: str = ""


def clauses(text: str) -> list[Clause]:
    sentences = [m for m in _SENTENCE.finditer(text) if m.group().strip()]
    found: list[Clause] = []
    for at, m in enumerate(sentences):
        following = sentences[at + 1].group() if at + 1 < len(sentences) else ""
        found += _of_sentence(m.group(), m.start(), following)
    return found


def _of_sentence(sentence: str, start: int, following: str) -> list[Clause]:
    cuts = [
        0,
        *(c.start() if c.group().strip().isalpha() else c.end() for c in _CLAUSE.finditer(sentence)),
        len(sentence),
    ]
    pairs = [(a, b) for a, b in pairwise(cuts) if sentence[a:b].strip(" ,.!?。;:，")]
    return [
        Clause(start + a, sentence[a:b], sentence, a, last=(a, b) == pairs[-1], next_sentence=following)
        for a, b in pairs
    ]
