"""One customer sees what is another's, both by name: "Mara of Oak Ltd saw the invoices of Elm Ltd"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from escalation.judgement.shown_plainly import states
from escalation.reading.nameless import STAND_IN, nameless
from escalation.reading.threads.entries import sentences
from escalation.records import Account

_SEES = (
    r"(?:\b(?:sees?|seeing|saw|seen|views?|viewing|viewed|reads?|opens?|opened|gets?|got|receives?|received|finds?|found|downloads?"
    r"|downloaded|access(?:es|ed)?|has access to|had access to|is shown|are shown|was shown|were shown)\b(?! no\b))"
)
_SEES_HAN = "(?:看到了?|看得到|看见了?|能看|打开了?|收到了?|下载了?|拿到了?|访问了?|访问到)"


class Crossing(NamedTuple):
    """Who saw whose data, by the names of their accounts, and the sentence that says so."""

    seer: str
    owner: str
    words: str


def crossed(text: str, named: Iterable[Account]) -> Crossing | None:
    """Whether a sentence says that one of the named customers sees what is another named one's; None where none does."""
    accounts = tuple(named)
    if len(accounts) < 2:
        return None
    for sentence in sentences(text) or [text]:
        for owner in accounts:
            marked = nameless(sentence, (owner,))
            if marked == sentence or not states(_theirs(), marked):
                continue
            before = marked.split(STAND_IN)[0]
            seer = next((a for a in accounts if a != owner and nameless(before, (a,)) != before), None)
            if seer is not None:
                return Crossing(seer.name, owner.name, sentence)
    return None


@lru_cache(maxsize=1)
def _theirs() -> re.Pattern[str]:
    owner = re.escape(STAND_IN.casefold())
    return re.compile(
        rf"{_SEES}[^,.;!?]{{0,40}}?(?:{owner}['’]s? \w{{3,}}|\w{{3,}} (?:of|from|belonging to|that belongs? to) {owner})"
        rf"|{_SEES_HAN}[^，。；！？]{{0,8}}?{owner}[^，。；！？]{{0,4}}?的[\u4e00-\u9fff]"
    )
