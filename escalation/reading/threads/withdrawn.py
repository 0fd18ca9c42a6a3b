"""What was said later takes back what was said before: a way round that stopped working, a note that "it holds"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from escalation.reading.quote import Quote
from escalation.reading.threads.entries import READ, Entry, sentences
from escalation.reading.threads.plainly import plainly

_HELPS = re.compile(
    r"\b(?:holds?|helps?|helped|works|worked|is fine|stable|clean|quiet|for now|until then|meanwhile|in the meantime|instead"
    r"|by hand|manually|so (?:we|they|i) (?:now )?(?:use|do|export|send|print|take|go)\b|work-?around|way round)\b"
    r"|暂时|先用|先这样|改用|手工|手动|人工|管用|有效|稳定|好了|正常了|可以了|没再"
)
"""Says that something helps, or how they go on."""
_GONE = (
    r"\b(?:has |have )?stopped (?:working|helping)\b|\bno longer (?:works?|helps?|holds?|enough)\b"
    r"|\b(?:does|did|do)(?:n['’]t| not) (?:help|work|hold) (?:any ?more|either)\b|\b(?:it|which|and) now (?:also |too )?"
    r"(?:fails|times out|stops|breaks|hangs)\b"
    r"|(?:现在)?(?:也|再|都)(?:不行|不管用|没用|失效|用不了)了?|失效了|不管用了|用不了了"
)
_INTERIM = re.compile(
    r"\b(?:for now|until then|meanwhile|in the meantime|instead|so (?:we|they|i) (?:now )?(?:use|do|export|send|print|take|go)"
    r"|work-?around|way round)\b|暂时|先用|先这样|改用"
)
"""How they go on until it is mended."""
_BACK = re.compile(
    _GONE
    + r"|\b(?:it|this|that|the (?:\w+ ){0,2}?(?:error|fault|problem|issue|silence|bug)) (?:is|was|came|comes) back\b"
    r"|\bback again\b"
    r"|\beven with\b[^.;]{0,40}\b(?:off|on|disabled|enabled|removed)\b"
    r"|\b(?:is|was)(?:n['’]t| not) it either\b|\brules? (?:that|it|this|[\w-]+) out\b|\bcorrection\b"
    r"|又(?:断|坏|慢|卡|掉|停|不行|来了|出现|开始|报错|没了)|又(?:不行|不管用|没用)"
)
"""Takes it back."""
_WAY_GONE = re.compile(_GONE)


@lru_cache(maxsize=READ)
def says_it_helps(sentence: str) -> bool:
    """Whether a sentence tells what helps or how one goes on; nothing else can be taken back."""
    return _HELPS.search(plainly(sentence)) is not None


@lru_cache(maxsize=READ)
def takes_back(sentence: str) -> bool:
    """Whether a sentence tells that it came back, or that a way round works no more."""
    return not sentence.endswith(("?", "？")) and _BACK.search(plainly(sentence)) is not None


@lru_cache(maxsize=READ)
def is_interim(sentence: str) -> bool:
    """Whether it tells how they go on for the time being."""
    return _INTERIM.search(plainly(sentence)) is not None


@lru_cache(maxsize=READ)
def way_is_gone(sentence: str) -> bool:
    """Whether it tells that such a way works no more."""
    return not sentence.endswith(("?", "？")) and _WAY_GONE.search(plainly(sentence)) is not None


def taken_back(ticket: str, at: datetime, told: Iterable[Entry]) -> Quote | None:
    """The customer's first words on `ticket` after `at` that take back what was told there; None where nothing does."""
    for entry in told:
        if entry.ticket == ticket and entry.role == "customer" and entry.at > at:
            for sentence in sentences(entry.text):
                if takes_back(sentence):
                    return entry.quote(sentence)
    return None
