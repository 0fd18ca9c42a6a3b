"""Pieces: a sentence cut where another commitment may begin, so that each piece holds one and its own time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

_SENTENCE = re.compile(r"(?:[^\n.!?。;；！？]|[.!?](?=[\w/])|(?<=\b[ap]\.m)\.(?! [A-Z]))+[.!?。;；！？]*")
_CUT = re.compile(
    r"(?:,|:(?!\d)| [-–—]| (?:and|but|so|while))(?= (?:and |but |so |then )?"
    r"(?:we|i|you|it|they|let me|our (?:[\w-]+ ){1,3}(?:will|is|are)|the (?:[\w-]+ ){1,3}(?:will|is|are|has"
    r"|have)|expect)\b)"
    r"|(?<=[\u3400-\u9fff\d)])(?<!更新)(?<!时间)[,:](?!\d)|,(?=[\u3400-\u9fff])"
)
_TIME_ONLY = re.compile(r"[^,]{1,30}")
_NO_TIME_LEAD = re.compile(r"\b(?:hi|hello|dear|thanks?|thank|sorry|please)\b|您好|感谢|谢谢|抱歉")


class Piece(NamedTuple):
    """`[start, end)` of a folded text, and the sentence it stands in."""

    start: int
    end: int
    sentence: str


def pieces(small: str) -> Iterator[Piece]:
    """The pieces of a folded lower-case text, in order, without blank ones."""
    for found in _SENTENCE.finditer(small):
        sentence = found[0]
        cuts = [0, *(cut.end() for cut in _CUT.finditer(sentence)), len(sentence)]
        for start, end in pairwise(cuts):
            lead = len(sentence[start:end]) - len(sentence[start:end].lstrip(" ,，:"))
            if sentence[start:end].strip(" ,.!?。;；:"):
                yield Piece(found.start() + start + lead, found.start() + end, sentence)


def leads(words: str) -> bool:
    """Whether a piece may be nothing but the time of the next one: 「周三前，」, "on Friday,"."""
    return _TIME_ONLY.fullmatch(words.strip(" ,")) is not None and not _NO_TIME_LEAD.search(words)
