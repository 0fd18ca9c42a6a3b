"""Stemming: a fixed, small reduction of English words; one function for what is stored and what is asked."""

from __future__ import annotations

import re

_VOWEL = re.compile(r"[aeiouy]")


def stem(word: str) -> str:
    """A folded Latin word without plural, -ing, -ed and final e: a fixed, small reduction, not a linguist's stem."""
    if len(word) < 4 or not word.isascii() or not word.isalpha():
        return word
    word = _without_participle(_singular(word))
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "uses")) and len(word) > 5:
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us")) and not (word.endswith("is") and len(word) > 4):
        return word[:-1]
    return word


def _without_participle(word: str) -> str:
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= 3 and _VOWEL.search(rest) and not word.endswith("eed"):
            doubled = len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "lsze"
            return rest[:-1] if doubled else rest
    return word
