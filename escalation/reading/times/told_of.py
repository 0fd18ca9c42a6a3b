"""Days and hours that tell which things are meant or when something happened: they set nobody a limit.

"Photos from before March", 「三月以前送货的照片」 and 「凌晨 2:10 有人登录」 name a time as "by March" does;
what stands around it says that it lies behind.
"""

from __future__ import annotations

import re

from escalation.reading.times.months import MONTH

_WISHED = r"ask|want|need|promis|expect|requir|agre|plann|schedul|hop|suppos|demand|request|decid"
"""What was wished for by a day may still be ahead: "we asked for it by Friday"."""
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur|sun)(?:day)?"
_DAY = (
    rf"(?:the )?(?:(?:early|mid|late|beginning of|start of|middle of|end of|first|last|next|this)[- ](?:of )?(?:the )?)*"
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?(?:{MONTH})\b(?: \d{{1,2}}(?:st|nd|rd|th)?\b)?(?:,? 20\d\d)?|{_WEEKDAY}\b"
    r"|20\d\d(?:-\d\d?-\d\d?)?|(?:week|month|year|quarter)\b|\d{1,2}(?:st|nd|rd|th)\b)"
)
_CLOCK = r"(?:\d{1,2}[:.]\d\d(?: ?[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b\.?|noon|midnight)(?: ?(?:utc|gmt|z)\b)?"
_DID = (
    r"(?:was|were|had been|happened|saw|came|went|broke|began|sent|made|wrote|took|ran|got|put|lost"
    rf"|(?!(?:{_WISHED}))[a-z]{{2,}}ed)"
)
_WHO = r"(?:some ?(?:body|one)|(?:an? )?(?:unknown|strange|unfamiliar|foreign)|nobody|none of|i |we |they |he |she |it |the )"

_ENGLISH = re.compile(
    # which things: "from before March", "older than 1 May", "that were uploaded before Friday", "we sent them before June"
    rf"\b(?:from|dated|of) (?:before|prior to|until|up to) {_DAY}|\bolder than {_DAY}"
    rf"|\b(?:that|which|who|we|they|i|he|she|you|customers?|users?|drivers?) (?:have |had )?{_DID}\b"
    rf"(?: (?!by\b|before\b)\w+){{0,3}}?"
    rf" (?:before|until|prior to|up to) {_DAY}"
    # when it happened: "signed in at 02:10 UTC", "at 9:14 somebody opened it", "since 14:00", "from 3 pm on"
    rf"|\b{_DID}(?: (?!by\b|before\b|until\b|at\b)\w+){{0,4}}? at (?:about |around )?{_CLOCK}"
    rf"|\bat (?:about |around )?{_CLOCK},? {_WHO} ?(?:\w+ ){{0,3}}?{_DID}\b"
    rf"|\b(?:since|seit|depuis)(?: about| around| etwa| environ)? (?:{_CLOCK}|\d{{1,2}} ?(?:h|uhr)\b)"
    rf"|\bfrom {_CLOCK} on(?:wards?)?\b"
)

_HAN_DAY = (
    r"(?:20\d\d\s*年)?\s*(?:\d{1,2}\s*月(?:份|\s*\d{1,2}\s*[日号]?|[初中底末]|[上中下]旬)?|\d{1,2}\s*[日号]|[上本这]?个?月[初中底末]?"
    r"|[上本这]?个?(?:周|星期|礼拜)[一二三四五六日天末]?|今天|昨天|前天|去年|年[初底])"
)
_HAN_PART = (
    r"(?:(?:今天|昨[天晚]|前天|今早|今日|凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|深?夜里?|当地(?:时间)?|utc|大?约)\s*)*"
)
_HAN_CLOCK = r"\d{1,2}\s*(?:[:：]\s*\d\d|[点时](?:\s*半|\s*\d{1,2}\s*分?)?)\s*(?:utc)?(?:左右|前后|许|多)?"
_HAN_DID = (
    r"(?:有人|有(?:一)?个?(?:陌生|未知|可疑|异常|境外|不明)|(?:我们?|客户|同事|系统|他们|对方)?(?:就|才|又|突然|忽然)?(?:发现|出现|收到|看到|发生|登[录入]|被"
    r"|断[了线网开]|掉线|挂[了掉]|崩|宕|停[了止摆]|卡[了住死]|报(?:错|障|修)|[登用打进连点]不|不(?:能|行)|无法|失败)"
    r"|(?:开始|起)[^，。；,;]{0,8}?(?:报错|不能|不行|无法|失败|异常|变慢|卡|掉|断|打不开|登不|用不|没)|以来|起(?=[，,。就]|$))"
)
_HAN = re.compile(
    # which things: 「三月以前送货的照片」; not 「周五之前要用的」, nor behind 「需要」
    rf"(?<!需要)(?<!必须)(?<!务必)(?<!希望)(?<![请要得]在)(?<!须在)(?<!望在){_HAN_DAY}\s*(?:之前|以前|前)"
    r"(?:[^，。；！？,;!?请要需须得能把给将可]{0,9})的(?!时候|话|[，。；！？,;!?]|$)"
    # when it happened: 「凌晨 2:10 有人登录」, 「从 14:00 起」
    rf"|(?:[从自]\s*)?{_HAN_PART}{_HAN_CLOCK}[，,]?\s*{_HAN_DID}|[从自]\s*{_HAN_PART}{_HAN_CLOCK}\s*(?:开始|起|就)"
)
_COMING = re.compile(r"(?:明天|明早|明晚|后天|下个?(?:周|星期|礼拜)[一二三四五六日天]?|今晚)\s*$")


def without_what_was(plain: str) -> str:
    """A folded text, hours in digits, without the days and hours that only tell of things past."""
    text = _ENGLISH.sub(lambda m: " " * len(m[0]), plain)
    return _HAN.sub(lambda m: m[0] if _COMING.search(text[: m.start()]) else " " * len(m[0]), text)


_IN_OTHER_WORDS = re.compile(
    r"\b(?:i\.? ?e\b\.?|that is|that means|which means|namely|in other words)[,:]?"
    r"|也就是说?|换句话说|[，,]即(?!将|使|刻|可|时|便)"
)
_INSTANT = re.compile(
    rf"\b(?:{MONTH})\b|\b{_WEEKDAY}\b|\d{{1,2}}[:：]\d\d|\d ?[ap]\.?m\b|\d\s*[日号点]|(?:周|星期)[一二三四五六日天]|[明后]天"
)


def spelled_out(text: str) -> str:
    """From where a folded text says a limit in other words, if those name a day or an hour: "within 72 hours, i.e. by Sunday
    08:30" is Sunday 08:30, from whenever the 72 hours are counted."""
    cut = next((m for m in _IN_OTHER_WORDS.finditer(text) if _INSTANT.search(text, m.end())), None)
    return text if cut is None else text[cut.end() :]
