"""A way out that the typed line says was gone in vain: "restarting the scanner did not help"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from escalation.matching.profile import profiled
from escalation.reading.threads.entries import sentences
from escalation.reading.threads.plainly import plainly
from escalation.records import Article

_IN_VAIN = re.compile(
    r"(?P<deed>[^,.;:!?()–—]{4,60}?)(?:[\s,–—-]+(?:but|and|it|that|this|with|had|has|is|was|made))*[\s,]+"
    r"(?:(?:did|does|do)(?:n['’]t| not) (?:help|work)|no (?:effect|difference|change|use|luck)|in vain|to no avail"
    r"|without (?:success|effect)|changed nothing)\b"
    r"|(?P<han>[^，,。；;：:！!？?\s]{2,12}?)(?:了|过|完)?[，,]?(?:也|都|还是|仍然?|依然)(?:是)?(?:没用|没有用|无效|不管用|不行|没有?效果|一样)"
)
_SHORT = 3
"""Sentences up to which one step is all that an article asks for; a longer one has others left."""


def failed_by_line(line: str, articles: Iterable[Article]) -> tuple[str, ...]:
    """Ids of the articles whose step the line names and says was of no use."""
    deeds = [profiled(m["deed"] or m["han"]) for m in _IN_VAIN.finditer(plainly(line))]
    done = [deed.words for deed in deeds if deed.words]
    if not done:
        return ()
    brief = [a for a in articles if len(sentences(a.body)) <= _SHORT]
    return tuple(a.id for a in brief if any(words <= profiled(a.body).words for words in done))
