"""Whether an end that is told is that of an earlier time: "it happened last week too, then it came back by itself"."""

from __future__ import annotations

import re

from escalation.reading.signals.clauses import Clause

_DAYS = r"(?:week|month|year|quarter|time|mon|tues|wednes|thurs|fri|satur|sun|winter|[jfmasond]\w{2,8})(?:day)?"
_NUMBER = r"(?:a|an|one|two|three|four|few|couple of|some|several|\d{1,2})"
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_THEN = (
    rf"\b(?:last {_DAYS}|{_NUMBER} (?:hours?|days?|weeks?|months?|years?) ago|yesterday|the other day"
    rf"|in (?:{_MONTHS}|spring|summer|autumn|winter)|before|earlier|once|previously|in the past)\b"
    r"|上上?个?(?:周|星期|月|季度|次|回|礼拜)[一二三四五六日天]?|去年|前年|前(?:天|几天|阵子|段时间|两天|些天)|昨[天晚]"
    r"|之前|以前|早前|曾经?|[\d几两三四五六七八九十]{1,2}(?:天|周|个?星期|个?月|年)[之以]?前"
)
_EPISODE = re.compile(
    r"\b(?:had|saw|got|seen|been|was|were|happen(?:ed|s)?|occurr?(?:ed|s)?|did) (?:\w+ ){0,5}?(?:too|also|as well|once|twice"
    r"|before|already)\b|\b(?:also|already|once) (?:happened|occurred|had|saw|did|was|been|went|broke|stopped)\b"
    r"|\b(?:too|as well)(?=\W*$|\s*[,;.])|\b(?:same|similar) (?:thing|problem|issue|fault|trouble)\b|\bhappened before\b"
    r"|也(?:有|出|发生|出现|遇到?|碰到?|是|断|掉|坏|这样|卡|崩|停|挂)[^，。；,]{0,8}过?"
    r"|[出有发生现到断掉卡坏停崩挂样]过(?=\W*$|[，,。；;！!])|[一两二三几]次"
)
_SPAN = re.compile(_THEN)
_LASTS = re.compile(
    r"\b(?:since|from|starting|started|began|for the (?:last|past))\b|开始|起(?=[，,。]|就|一直)|以来|至今|一直|从"
)
"""It began then: what is told of it goes on until it is said to end."""
_NOW = re.compile(
    r"\b(?:now|today|just|meanwhile|already|finally|currently|as of|this (?:morning|afternoon|evening|week)|right now|since)\b"
    r"|现在|今[天早晚日]|刚刚?|目前|已经?|终于|这会儿|眼下"
)
_GOES_BACK = re.compile(
    r"^\W*(?:(?:and|but|so) )?(?:then|later|afterwards?|that time|back then|eventually|in the end|(?:it|that) (?:went|came|was"
    r"|got|had))\b|^\W*(?:后来|之后|那次|那时|当时|隔天|第二天|过后|过了|没多久|不久)"
)
"""How the end of what the sentence before told of is taken up."""
_AS_A_RULE = re.compile(
    r"\b(?:usually|normally|generally|often|mostly|sometimes|most of the time|each time|every time|as a rule)\b"
    r"|一般|通常|往往|有时|大多|大部分时候|每次|多半"
)
"""What tends to end it has not ended it."""


def as_a_rule(clause: Clause) -> bool:
    return _AS_A_RULE.search(clause.text) is not None


def of_an_earlier_time(clause: Clause) -> bool:
    """Whether the end in this clause is that of an occurrence that its sentence, or the one before, tells as one of the past."""
    if _NOW.search(clause.text):
        return False
    lead = clause.sentence[: clause.offset]
    if _tells_of_one(lead + clause.text):
        return True
    return not lead.strip() and bool(_GOES_BACK.search(clause.text)) and _tells_of_one(clause.sentence_before)


def _tells_of_one(words: str) -> bool:
    return bool(_SPAN.search(words) and _EPISODE.search(words)) and not _LASTS.search(words)
