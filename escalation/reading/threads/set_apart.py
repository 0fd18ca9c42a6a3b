"""A second matter that its writer sets apart himself: "also the fuel report is wrong, but that's for another mail"."""

from __future__ import annotations

import re

from escalation.reading.threads.entries import sentences
from escalation.reading.uncovered import uncover

_ALSO = re.compile(
    r"^\W*(?:(?:and |oh |ps )?(?:also|another (?:thing|matter|question|problem|issue)|by the way|btw|one more thing|separately"
    r"|on another note|unrelated)\b|另外|此外|还有|顺便|对了|另有|再有)"
)
_APART = re.compile(
    r"\b(?:for (?:another|a separate|later|next)|(?:another|a separate|its own|a new|a different) (?:mail|e-?mail|ticket|case"
    r"|request|matter|time|day|story)|separately|not urgent|no hurry|can wait|not related|unrelated)\b"
    r"|(?:另外|单独|分开|稍后|以后|改天|回头|下次)再?[说提开发讲报问]|另[开提发]|[别另]的?(?:工单|邮件|单子)"
    r"|另一[回码件]事|不急|与此无关"
)


def without_set_apart(text: str, about: str) -> str:
    """The text without sentences of a second matter that is kept for later, unless `about` (the typed line) is about it."""
    told = sentences(text)
    for at, sentence in enumerate(told):
        plain = uncover(sentence).text
        following = uncover(told[at + 1]).text if at + 1 < len(told) else ""
        if not _ALSO.match(plain) or plain.endswith("?"):
            continue
        later = _APART.search(plain) or (len(following) < _SHORT and _APART.search(following))
        if later and not _shared(plain, uncover(about).text):
            text = text.replace(sentence, " " * len(sentence), 1)
    return text


_SHORT = 60
"""Characters of a sentence that only says what becomes of the one before."""


def _shared(sentence: str, line: str) -> bool:
    """Whether both name the same thing: a longer word, or two Chinese characters."""
    words = {w[:6] for w in re.findall(r"[a-z]{5,}", sentence)} & {w[:6] for w in re.findall(r"[a-z]{5,}", line)}
    return bool(words) or bool(_pairs(sentence) & _pairs(line))


def _pairs(text: str) -> set[str]:
    return {run[n : n + 2] for run in re.findall(r"[㐀-鿿]+", text) for n in range(len(run) - 1)}
