"""What a text gives as the beginning of what goes on: "since 11 October", 「从10月6号起」, "since Tuesday"."""

from __future__ import annotations

import re
from functools import lru_cache

from escalation.reading.times.days import days
from escalation.text.folding import simplified

_SINCE = re.compile(
    r"\b(?:since|from|starting|beginning|began|seit|ab dem|depuis|desde)\b(?:[^.;!?\n]|(?<=\d)\.){0,30}"
    r"|(?:自从|自|从|打从)[^，。；！？\n]{0,14}|[^，。；！？\n]{0,14}(?:起|以来|开始)",
    re.IGNORECASE,
)


@lru_cache(maxsize=32)  # as of `recent_days`
def onset_days(text: str) -> frozenset[str]:
    """The named days, as `days` writes them, that stand in a phrase of beginning."""
    found = frozenset(days(text))
    if not found:
        return frozenset()
    return frozenset(found) & frozenset[str]().union(*(days(m.group()) for m in _SINCE.finditer(simplified(text))))


_DAY = (
    r"(?:(?:last |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|last (?:night|week)"
    r"|this (?:morning|afternoon|week))(?: (?:morning|noon|afternoon|evening|night))?"
)
_TAG = (
    r"(?:今[天早晨日]|昨[天晚日夜]|前天|[这這上]?[个個]?(?:[周週]|星期|[礼禮]拜)[一二三四五六日天])"
    r"(?:早上|早晨|上午|中午|下午|傍晚|晚上|夜[里裡]|半夜|凌晨)?"
)
_START = re.compile(
    r"\b(?:since|starting|started(?: at)?|began(?: at)?)\b[^,;。，；\n\d]{0,80}\d[^,;。，；\n]*"
    r"|[^，。；,;\n\d]{0,80}\d[^，。；,;\n]{0,40}(?:起|开始|以来)"
    rf"|\b(?:since|starting|started(?: on)?|began(?: on)?) {_DAY}\b|(?:自|[从從]|打[从從])?{_TAG}(?:[开開]始|起|以[来來])",
    re.IGNORECASE,
)


_HAPPENED = re.compile(
    r"(?P<en>\b(?:yesterday|last night|this morning)\b(?:,? (?:at|around|about) (?:\d{1,2}(?::\d\d)?"
    r"(?: ?[ap]\.?m\b\.?)?|noon|midnight)| (?:morning|noon|afternoon|evening)\b)?)"
    r"|(?P<zh>(?:昨[天晚日夜]|前天|今[早晨])(?:早上|早晨|上午|中午|下午|傍晚"
    r"|晚上|夜[里裡]|半夜|凌晨)?(?:[\d一二两兩三四五六七八九十]{1,3}(?:[点點时時](?:半|[\d一二三四五十]{1,3}分?)?|:\d\d))?)",
    re.IGNORECASE,
)
_DONE_THEN = re.compile(
    r"(?i)\b(?:told|said|wrote|asked|called|emailed|chased|promised|replied|answered|fixed|closed|solved|resolved|reported|escalated"
    r"|opened|sent it|upgraded|until|till|before|by)\b[^.;,，。；]{0,30}$"
)
_THEN_DONE = re.compile(
    r"(?i)^[ ,，]{0,2}(?:we|i|they|support)?\s?(?:told|said|wrote|asked|called|promised|replied|answered|fixed|closed|reported)\b"
    r"|^(?:我们|我們|客服|客户|客戶|他们|他們|已|就|才|刚|剛|又|都){0,3}"
    r"(?:答应|答應|承诺|承諾|回复|回覆|告知|反馈|反饋|反映|上报|上報|催|联系|聯繫|打电话|打電話|说|說|修复|修復|修好|升级|升級|恢复|恢復)"
)
"""Not the day on which it happened, but the one on which somebody spoke of it or mended it."""


def onset_words(text: str) -> str | None:
    """The words for when it began, with a figure in them or a day by its name; None when the text tells none."""
    if found := _START.search(text):
        return found.group().strip()
    for m in _HAPPENED.finditer(text):
        if not _DONE_THEN.search(text[: m.start()]) and not _THEN_DONE.search(text[m.end() :]):
            return m.group().strip()
    return None


_TIME = (
    r"(?:(?:about|around|at|on|the|last|this|yesterday|today|early|late|noon|midnight|morning|afternoon|evening|night|week|month"
    r"|utc|gmt|[cew]?est|[pm][sd]t|local time|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}|20\d\d-\d\d-\d\d"
    r"|\d{1,4}(?:[:.]\d\d)?(?:st|nd|rd|th|am|pm|h)?)\b(?![-/]) ?)"
)
_SINCE_THEN = re.compile(
    rf"\b(?:since|(?:it |this )?(?:started|began)) {_TIME}{{1,8}}"
    r"|(?:自从|自從|自|从|從)?(?:(?:\d{1,2}月)?\d{1,2}[日号號]|今[天早晨日]|昨[天晚日夜]|前天|上?(?:周|週|星期)[一二三四五六日天])"
    r"(?:凌晨|早上|上午|中午|下午|傍晚|晚上|夜里)?(?:[\d一二三四五六七八九十]{1,3}[点點时時:：](?:半|\d{1,2}分?)?(?:左右)?)?"
    r"(?:起|开始|開始|以来|以來)",
    re.IGNORECASE,
)


def onset_told(text: str) -> str | None:
    """The words of time alone in which a customer says since when it goes on: "since 26 Nov 18:20 UTC", 「昨天下午开始」."""
    found = (_LOOSE_END.sub("", m.group()) for m in _SINCE_THEN.finditer(text[:_READ]))
    return next((words for words in found if _NAMES_A_TIME.search(words)), None)


_LOOSE_END = re.compile(r"(?i)(?: (?:about|around|at|on|the|last|this|early|late))*\s*$")
_NAMES_A_TIME = re.compile(
    r"(?i)\d[:.]\d\d|\d(?:st|nd|rd|th|am|pm|h)\b|20\d\d-|[日号號点點时時]|day|noon|midnight|morning|evening|night|week|month|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|[今昨前周週星日]"
)
_READ = 2_000
"""Characters of a report in which its beginning stands, where it stands at all."""
