"""Sentences that say two things are not one: what they name is tied to nothing."""

from __future__ import annotations

import re

SENTENCE = re.compile(r"[^.!?。！？；;\n]+[.!?。！？；;\n]?")
_DENIED = re.compile(
    r"\bnot (?:the |this |that |related|about|part|caused)|n[o']t the same|unrelated|different|separate (?:issue|matter|thing)"
    r"|nothing to do|不是同|不是一|不是这|无关|無關|不同|另一个|另一個|另外一|两回事|兩回事",
    re.IGNORECASE,
)


def denies(sentence: str) -> bool:
    return _DENIED.search(sentence) is not None
