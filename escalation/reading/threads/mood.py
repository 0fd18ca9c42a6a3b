"""How a customer stands to us, in their own sentences: that they press, and that there is no hurry."""

from __future__ import annotations

import re
from collections.abc import Iterable

from escalation.reading.quote import Quote
from escalation.reading.signals.polarity import assertions
from escalation.reading.threads.entries import Entry, sentences
from escalation.reading.threads.upset import angry
from escalation.reading.uncovered import uncover

AT_EASE = re.compile(
    r"\bnot (?:at all |very |that )?urgent\b|\bno (?:hurry|rush|urgency)\b|\bwhenever (?:you|it) (?:can|have|suits?)\b"
    r"|\b(?:kein\w*|nicht) (?:eile|eilig|dringend)\b|\bpas (?:d'urgence|urgent|pressé)\b|不(?:算|太|是很)?(?:急|着急|紧急)(?!不)"
)
"""Who says that there is no hurry asks for nothing by it, and is not stopped."""
_DENIED = re.compile(r"\b(?:not|isn['’]t|no) (?:because|that)\b|(?:不是|并非|怎么能|能)不(?:急|着急)|不急才怪")

_CONTRACT = re.compile(
    r"\b(?:under|per|in|by|breach of|terms of|according to|clause|about) (?:\w+ ){0,2}?(?:contract|agreement)\b"
    r"|\b(?:contract|agreement)(?:'s|’s)? (?:says|penalt\w+|clause|terms)\b|\b(?:service credits?|penalt(?:y|ies)"
    r"|compensat\w+|refund|damages)\b"
    r"|\bprocurement\b|\b(?:vertrag\w*|vertragsstrafe|entschädig\w*|schadens?ersatz|contrat|indemnit\w+|pénalit\w+)\b"
    r"|合同(?:条款|约定|规定|上|里|算|走)|(?:按|依|照|据|走)[^，。；]{0,3}合[同约]|赔偿|赔付|索赔|求偿|违约|扣款|退款"
    r"|采购(?:部|那边)?(?=[，,。]|知道|处理)|报给采购"
)
_UPWARDS = re.compile(
    r"\bescalat\w+\b|\b(?:my|our|the) (?:boss|manager|director|ceo|coo|cfo|cio|cto|vp|board|management|owner)\b[^.;]{0,30}?"
    r"\b(?:ask\w*|want\w*|demand\w*|insist\w*|furious|angry|unhappy|on my back)\b|\b(?:your|a) (?:manager|supervisor|boss"
    r"|director|ceo)\b"
    r"|\b(?:geschäftsführ\w+|vorstand|direktion|la direction|directeur)\b|\b(?:formal |official )?complain(?:t|ing|ts)\b"
    r"|\bbeschwer\w+|\bréclamation\b"
    r"|投诉|客诉|要求升级|升级处理|(?:老板|领导|总监|总经理|董事长|董事会|院长|馆长|校长|高层)[^，。；]{0,8}(?:问|要|催"
    r"|不满|发火|知道|盯)"
)
_UNHEARD = re.compile(
    r"\b(?:nobody|no one) (?:has )?(?:even )?(?:answer|acknowledg|repl|respond|call)\w*|\bis anyone (?:there|reading)\b"
    r"|\bwhen is (?:some|any)(?:one|body)\b|没人(?:理|管|回|负责)"
)
_DAMAGE = re.compile(
    r"\b(?:lost|losing|cost|costing) (?:us )?(?:(?:a|an|another|two|three|\d+) (?:\w+ )?(?:loads?|shipments?|consignments?"
    r"|customers?|clients?|deals?|contracts?|bookings?|sales?)\b|[$£€]\s?\d|\d[\d.,]{0,12}k?\s?(?:pounds|dollars|euros?))"
    r"|\b(?:\d|pounds|dollars|euros?)[^.;,]{0,8} (?:in |of )?(?:damages?|losses|loss)\b|\bdamages? of\b"
    r"|损失[^，。；]{0,4}?(?:\d|[一二两三四五六七八九十几]{1,3}[百千万])|丢了?(?:一|两|几|\d{1,4})(?:批|车|箱)[^，。；]{0,3}货"
    r"|(?:丢|丢掉|跑)了?(?:一|两|几|\d{1,4})个?(?:客户|订单|大单|单子)"
)
"""What it has cost them in money or trade."""
_KINDS = (_CONTRACT, _UPWARDS, _UNHEARD, _DAMAGE)


def at_ease(sentence: str) -> bool:
    """Whether it says that there is no hurry."""
    plain = uncover(sentence).text
    return AT_EASE.search(plain) is not None and not _DENIED.search(plain)


def pressing(sentence: str) -> bool:
    """Whether it holds the contract or a loss against us, calls in who stands above, is angry or unheard."""
    plain = uncover(sentence).text
    pressed_so = angry(plain) or any(kind.search(plain) for kind in _KINDS) or _waits(sentence)
    return pressed_so and not at_ease(sentence)


def _waits(sentence: str) -> bool:
    """Whether it complains that no word came."""
    return any(each.signal == "sla_complaint" and each.polarity == "affirmed" for each in assertions(sentence))


def pressed(told: Iterable[Entry]) -> tuple[Quote, ...]:
    """The latest such sentence of each ticket's customer, in the tickets' order."""
    latest: dict[str, Quote] = {}
    for entry in told:
        for sentence in sentences(entry.text) if entry.role == "customer" else ():
            if pressing(sentence):
                latest[entry.ticket] = entry.quote(sentence)
    return tuple(latest.values())


def unhurried(told: Iterable[Entry]) -> tuple[Quote, ...]:
    """The first sentence of each ticket's customer that says there is no hurry."""
    first: dict[str, Quote] = {}
    for entry in told:
        for sentence in sentences(entry.text) if entry.role == "customer" else ():
            if at_ease(sentence):
                first.setdefault(entry.ticket, entry.quote(sentence))
    return tuple(first.values())
