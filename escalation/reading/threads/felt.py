"""What a fault or a gap does to the customer's work, in their own sentences: work by hand, lost time, people left waiting."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from escalation.reading.quote import Quote
from escalation.reading.threads.entries import READ, Entry, sentences
from escalation.reading.threads.withdrawn import is_interim, way_is_gone
from escalation.reading.uncovered import uncover

_BY_HAND = re.compile(
    r"(?i)\b(?:by hand|manual(?:ly)?|one by one|spreadsheets?|on paper|paper map|printouts?|keys? them"
    r"|re-?key\w*|phon(?:e|ing) (?:it|driver)\w*"
    r"|write[s]? (?:it|the \w+) on|walks? along|hours? (?:a|per|each|every) (?:day|week|month)"
    r"|minutes? (?:a|per|each|every) \w+"
    r"|los(?:e|es|ing|t) (?:\w+ )?[\d,.]+ \w+ (?:an?|per|every|each) (?:minute|hour|day|week)"
    r"|(?:eat|tak|cost|los|wast|spend)(?:s|es|ing|t)? (?:us |me |up )?(?:\w+ ){0,2}?(?:hours?|days?|weeks?|afternoons?"
    r"|mornings?|nights?))\b"
    r"|每(?:分[钟鐘]|小[时時]|天|[周週])[^，。；]{0,4}(?:丢|丟|少|[损損]失|流失)[^，。；]{0,4}\d"
    r"|手工|人工|人手|手动|手動|逐[个個条條一]|对讲机|對講機|估算|von Hand|Tabelle|à la main|手作業"
)
_HARM = re.compile(
    r"(?i)\b(?:blind|for nothing|cannot (?:work|plan|see|pay|ship|book)|can['’]t (?:work|plan|see|pay"
    r"|ship|book)|we (?:cannot|can['’]?t|are (?:unable|not able) to)"
    r" (?!find|see why|tell|say|reproduce|understand|figure|know)"
    r"\w+|complain\w*|late fees?"
    r"|overcharged|charged (?:twice|our)|underpaid|unpaid|not reimbursed|are out|is out|staffing|wait(?:s"
    r"|ing)? (?:for|in)|stand(?:s|ing)? still"
    r"|queue up|stopped? (?:the|our|loading|shipping)|doubled|already (?:booking|using)|theft|patients"
    r"|(?:an?|the|our|each|every|one|any|no|per|for|of|to|with|by) patient|swallow(?:ed)?|out of pocket"
    r"|auditors?|stale|unreconciled"
    r"|lights? up|ruins?|(?:are|is|being|get|gets) (?:being )?(?:missed|turned (?:down|away)|rejected|refused|held up|delayed)"
    r"|(?:a|one|two) (?:third|quarter|half|thirds?) of|(?:half|most|every (?:second|other|third)) (?:of )?(?:the|our"
    r"|my)? ?\w+ (?:fail|get|are|is|do)"
    r"|miss(?:ed|es|ing)? (?:our|their|the|a|two|three|\d+) \w+|\d+ missed \w+|penalt(?:y|ies)|fined"
    r"|\d+ ?(?:%|percent) of (?:the|our|all)|to the same \w+ twice|twice for the same)\b"
    r"|违约金|違約金|赔了|賠了|误了|誤了|错过|錯過|没法|無法|无法|沒辦法|投诉|投訴|白跑|催(?:货|貨|我|着|單|单)?|不敢|被通报|被通報|闹|鬧|罚|罰"
    r"|(?:客户|顾客|病人|家长|住户|医院|学生)[^，。；]{0,12}(?:来问|在问|追问|有意见|抱怨)"
    r"|停(?:工|产|產|了)|排队|排隊|工资|薪資|等.{0,6}(?:小时|小時|分钟|分鐘)"
    r"|完全(?:不能|无法|看不|用不|没法)|(?:很|都|大|严重)?受(?:到)?影响|影响(?:很大|较大|了)|耽[误搁]|延误|損失|损失|白费"
    r"|浪费|跑了?[两几]趟|每[天周月週次]都(?:会|會|要|得|遇)"
    r"|刺眼|太亮|没法用|沒法用|syndicats|appellent"
)
_EASED = re.compile(r"(?i)\b(?:works|fine)\b(?! as)")
"""What helps or still works hinders nobody."""
_LIGHT = re.compile(
    r"(?:\bnot|n['’]t) (?:a |that |very |really |so )?(?:critical|serious|dramatic|important|big|tragic|bad|a problem)\b"
    r"|\bno (?:big deal|drama|great harm|harm done|problem)\b|\bwe can wait\b"
    r"|不(?:要紧|严重|影响|着急|碍事)|没(?:关系|事|大碍|什么影响)|问题不大"
)
"""Who makes light of it is no witness of what it costs."""
_ASIDE = re.compile(
    r"(?i)^(?:hi|hello|hey|thank|thanks|please)\b|^(?:您好|你好|谢谢|謝謝)|\bcan you\b|\bcould you\b|\bcurious\b"
)


def felt(told: Iterable[Entry]) -> tuple[Quote, ...]:
    """One sentence a ticket, in the tickets' order: the one that says most of what it costs or hinders."""
    best: dict[str, tuple[int, Quote]] = {}
    for entry in told:
        if entry.role != "customer":
            continue
        for sentence in sentences(entry.text):
            held = best.get(entry.ticket)
            if held and way_is_gone(sentence) and is_interim(held[1].quotation):
                best[entry.ticket] = (held[0], entry.quote(sentence))  # the way that it cost them is lost as well
                continue
            weight = _cost(sentence)
            if weight > best.get(entry.ticket, (0, None))[0]:
                best[entry.ticket] = (weight + bool(re.search(r"\d", sentence)), entry.quote(sentence))
    return tuple(quote for _, quote in best.values())


@lru_cache(maxsize=READ)
def _cost(sentence: str) -> int:
    """How much of what it costs or hinders a sentence tells."""
    if sentence.endswith(("?", "？")) or _ASIDE.search(sentence) or _EASED.search(sentence):
        return 0
    plain = uncover(sentence).text
    if _LIGHT.search(plain):
        return 0
    return 2 * len(_BY_HAND.findall(plain)) + len(_HARM.findall(plain))
