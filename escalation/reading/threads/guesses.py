"""What one of us only suspects: a guess at a cause is neither what is seen nor what somebody may act on."""

from __future__ import annotations

import re
from functools import lru_cache

from escalation.reading.threads.entries import READ, sentences
from escalation.reading.uncovered import uncover

_GUESS = re.compile(
    r"\b(?:suspect(?:s|ed|ing)?|suspicion|(?:my|our|a|just a|only a|first) (?:guess|theory|hunch)|i guess|guessing|maybe|perhaps"
    r"|possibly|might|could (?:be|have)|may (?:be|have)|not sure|unsure|not certain|i wonder)\b|\?\?"
    r"|怀疑|疑似|也许|或许|可能|说不定|猜(?:测|想|是)?|不确定|不太确定|推测"
)
_OPEN = re.compile(
    r"\b(?:(?:not|n['’]t|never|nor)(?: \w+){0,2}? (?:confirmed|proven|proved|verified|certain|checked|clear|established)"
    r"|un(?:confirmed|proven|verified)|(?:still |yet )?to be (?:confirmed|proven|verified|checked))\b"
    r"|(?:还没|还未|尚未|没有?|未|待|有待)(?:能)?(?:被|经|得到|进一步)?(?:证实|确认|核实|验证|查实|证明)"
)
_PART = re.compile(r"[,，;；]\s*|\s[-–—]\s")


def guess(sentence: str) -> bool:
    """Whether a sentence says of itself that it only supposes."""
    plain = uncover(sentence).text
    return bool(_GUESS.search(plain) or _OPEN.search(plain))


@lru_cache(maxsize=READ)
def guessed(words: str, text: str) -> bool:
    """Whether `words` stand in `text` as a guess: their sentence says so, or the one after it does ("Not confirmed.")."""
    told = sentences(text)
    for at, sentence in enumerate(told):
        if words in sentence:
            following = uncover(told[at + 1]).text if at + 1 < len(told) else ""
            opened = _OPEN.search(following)
            return guess(sentence) or bool(opened and opened.start() < _SOON)
    return guess(words)


_SOON = 9
"""Characters into a sentence within which it speaks of the one before it."""


def without_guess(sentence: str) -> str:
    """What of a sentence is no guess, from its beginning to the guess, verbatim; empty where it begins with one."""
    start = 0
    for mark in _PART.finditer(sentence):
        if guess(sentence[start : mark.start()]):
            break
        start = mark.end()
    else:
        return sentence if not guess(sentence[start:]) else sentence[:start].rstrip(" ,，;；–—-")
    return sentence[:start].rstrip(" ,，;；–—-")


def before_guess(text: str) -> str:
    """What of a note was found, from its beginning to its first guess, verbatim; the whole note where nothing in it is one."""
    told = sentences(text)
    at = next((n for n, sentence in enumerate(told) if guess(sentence)), None)
    if at is None:
        return text
    found = without_guess(told[at])
    start = text.index(told[at])
    return text[: start + len(found)].strip() if found else text[:start].strip()
