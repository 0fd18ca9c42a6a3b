"""Sentences and clauses of folded text, with offsets: the room in which a negation, a condition or a question has effect."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

# Its runs are possessive: a sentence is walked through once. The group is not: Python before 3.11.5 loses matches there.
_SENTENCE = re.compile(
    r"(?:[^\n.!?。;；]++|[.!?](?=[\w/])|(?<=\be\.g)\.|(?<=\bi\.e)\.|(?<=\betc)\.|(?<=\bvs)\.)+"
    r"(?:[.!?。;；]+|$|(?=\n))"
)
_RESULT = (
    r"(?!\s*(?:it made no|same\b|no (?:luck|effect|change|difference)\b|还是|仍|依然|依旧|没用|无效|也?不行|没效果))"
)
"""What came of a deed stays in its clause."""
_MARK = rf"(?:(?<!\d)[,，]|[,，](?!\d{{3}})){_RESULT}|(?<!\d)[:：]|[:：](?!\d)|[;；—–(（)）]|\s-{{1,2}}\s"
_ENGLISH = (
    r"|\b(?:but\b(?! (?:still|no luck|no effect|it (?:still|did)|same|the same|that did))"
    r"|(?:however|although|though|whereas|yet|except)\b|(?=(?:we|they|i)['’]ll\b)"
    r"|(?<=[\w ])(?=(?:we|they|i|he|she|customer|client) (?:will|are going to|shall|plan to|intend to)\b)"
    r"|and (?=(?:we|i|it|they|he|she|the|our|their|this|that|there|now|production|everything"
    r"|customers?|users?|no|nobody)\b))"
)
_CHINESE = (
    r"|(?=[但不然可而并只我他客公就将会])(?:但是?|不过(?!分)|然而|可是|而且|并且|(?<!因)而(?!是|言|已)|只是"
    r"|(?=(?:我们|他们|客户|公司|我司|我)?(?:就(?!是|算)|将会?|会)(?:换|取消|不|终止|离开|找|投诉|起诉"
    r"|曝光|考虑|退|解约|停|转)))"
)
_IN_ASCII = re.compile(_MARK + _ENGLISH)
_IN_ANY = re.compile(_MARK + _ENGLISH + _CHINESE)


class Clause(NamedTuple):
    """One clause. `start` is its offset in the text; `sentence` the one it stands in, `offset` where the clause starts there.

    `last` when nothing follows it in its sentence.
    """

    start: int
    text: str
    sentence: str
    offset: int
    last: bool
    next_sentence: str = ""
    sentence_before: str = ""


def clauses(text: str) -> list[Clause]:
    sentences = [m for m in _SENTENCE.finditer(text) if m.group().strip()]
    found: list[Clause] = []
    for at, m in enumerate(sentences):
        following = sentences[at + 1].group() if at + 1 < len(sentences) else ""
        before = sentences[at - 1].group() if at else ""
        found += [clause._replace(sentence_before=before) for clause in _of_sentence(m.group(), m.start(), following)]
    return found


def _of_sentence(sentence: str, start: int, following: str) -> list[Clause]:
    marks = (_IN_ASCII if sentence.isascii() else _IN_ANY).finditer(sentence)
    cuts = [0, *(c.start() if c.group().strip().isalpha() else c.end() for c in marks), len(sentence)]
    pairs = [(a, b) for a, b in pairwise(cuts) if sentence[a:b].strip(" ,.!?。;:，")]
    return [
        Clause(start + a, sentence[a:b], sentence, a, last=(a, b) == pairs[-1], next_sentence=following)
        for a, b in pairs
    ]
