"""Over what a customer is angry or may leave, where the line says it in words that nobody has read before."""

from __future__ import annotations

import re
from functools import lru_cache

from escalation.reading.line.model import model
from escalation.text.concepts import concepts
from escalation.text.everyday import is_everyday
from escalation.text.folding import simplified
from escalation.text.tokens import tokens

_OVER = re.compile(
    r"\b(?:over|about|because(?: of)?|due to|on account of|owing to|thanks to|unless|until|without)\s+(?P<en>[^,.;!?，。；！？]+)"
    r"|(?:因为?|由于|对于?|关于|为了?|不满)(?P<zh>[\u4e00-\u9fff]{3,20}?)"
    r"(?=[，。；！？,.;!?]|$|要|就|想|威胁|打算|考虑|准备|扬言|可能|非常|很|十分|极|而|发火|生气|不满|暴怒)",
    re.IGNORECASE,
)
_BETWEEN_US = re.compile(
    r"\b(?:poor|bad|rude|lousy|sloppy|silen\w+|attitude|arrogan\w+|betray\w+|lat(?:e|eness)|unwilling\w*|careless\w*|ignoran\w+|apath\w+"
    r"|broken|empty|vague|awful|terrible|horrible|endless|repeated|dismissive|evasive|unhelpful|unprofessional|incompeten\w+)\b"
    r"|我们|你们|他们|态度|沟通|敷衍|推诿|推脱|扯皮|拖延|一再|借口|承诺|失信|怠慢|冷漠|傲慢|不专业|处理|的|太|差",
    re.IGNORECASE,
)
"""What people say of how they were treated: it names nothing of the product."""

_NAMES = re.compile(r"\b[A-Z][\w'’-]*")
"""People and firms: who is meant says nothing of what it is."""

_UNREAD = 3
"""Letters of a word, or characters of a Chinese run, from which it may name something."""


@lru_cache(maxsize=16)
def over_the_unread(line: str) -> bool:
    """Whether a line says over what, in a word that is neither everyday nor known to the reader or to the lexicon: "threatens
    not to renew over pug mill pairing". What a record of something else tells says nothing of it."""
    return any(_names_the_unread(tail) for tail in _tails(simplified(line)))


def _tails(line: str) -> list[str]:
    return [_BETWEEN_US.sub(" ", found["en"] or found["zh"]) for found in _OVER.finditer(line)]


def _names_the_unread(tail: str) -> bool:
    rows = model().rows
    words = tokens(_NAMES.sub(" ", tail))
    if any(
        len(w) >= _UNREAD and w.isascii() and w.isalpha() and not is_everyday(w) and rows.get(f"w:{w}") is None
        for w in words
    ):
        return True
    return any(
        len(run) >= _UNREAD and not concepts(run) and all(rows.get(f"w:{pair}") is None for pair in tokens(run))
        for run in re.findall(r"[\u4e00-\u9fff]+", tail)
    )
