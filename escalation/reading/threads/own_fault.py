"""Who writes that it was their own fault, and not ours: "our own UPS died, not you", 「是我们自己断网了，跟你们没关系」."""

from __future__ import annotations

import re
from functools import lru_cache

from escalation.reading.quote import Quote
from escalation.reading.threads.entries import READ, Entry, entries, sentences
from escalation.reading.threads.plainly import plainly
from escalation.reading.threads.symptom import symptomatic
from escalation.records import Ticket
from escalation.remembered import OfRecord

_WENT = (
    r"(?:was|were|is|are|had|has|lost|died|failed|broke|blew|blocked|expired|lapsed|ran out|tripped|unplugged|got"
    r"|did(?:n['’]t| not)|stopped|went|caused|cut)"
)
_NOT_PEOPLE = r"(?!(?:customers?|clients?|guests?|patients?|users?|staff|people|members|students|sales|data|orders?)\b)"
_THEIRS = re.compile(
    rf"\b(?:our|my) own {_NOT_PEOPLE}(?:[\w'-]+ ){{1,4}}?{_WENT}\b"
    r"|(?<!not )\b(?:our|my) (?:own )?(?:fault|mistake|error|bad)\b(?! (?:log|message|code|rate|page))"
    r"|\b(?:fault|problem|cause|error|issue|it|that|this) (?:is|was|lies|lay) (?:entirely |only |really )?"
    r"(?:with us|on our (?:own )?(?:side|end)|at our end)\b"
    r"|\b(?:turned out|turns out|it was|found it)\b[^.;]{0,24}\b(?:our|my) (?:own )?[\w' -]{2,30}?"
    r"\b(?:lost|died|failed|broke|blew|blocked|expired|tripped|unplugged|stopped|outage|settings?|firewall|router|switch|cable)\b"
    r"|(?:^|[.,;!:–-] ?|\b(?:is|was|so|['’]s) )not (?:you|yours|your (?:side|end|fault|system|software|product|service))"
    r"(?=\W*$|\s?[,;–-])"
    r"|\bnothing to do with (?:you|your (?:side|system|software|product|service))\b"
    r"|\bour (?:internet |network |power )?(?:provider|isp|electrician|landlord) (?:\w+ ){0,2}?(?:had|cut|was|broke)\b"
    r"|(?:是|其实是|原来是|结果是)(?:因为)?(?:我们?|咱们?|本店|本公司)(?:自己|这边|这里|公司|店里|内部|这儿|[\u4e00-\u9fff]{1,2}里)?的?"
    r"[^，。；]{0,14}?(?:问题|原因|坏了|满了|断了|断网|停电|错了|没插|松了|过期|搞错|弄错|设错|接错|没电)"
    r"|(?:不是|不怪|并非|不关)(?:你们|贵司|您那边|您们)(?:系统|软件|平台|产品)?的?(?:问题|原因|错|事|责任)?(?=[，。；！,!]|$)"
    r"|[跟与和](?:你们|贵司|系统)(?:系统|软件)?(?:没有?关系|无关)"
    r"|我们(?:自己)?(?:这边)?(?:搞|弄|设|看|接|填|插)错了"
)
"""In a customer's words."""
_NOT_OURS = re.compile(
    r"\bnot (?:our|ours|us)\b(?! (?:call|policy|decision))[^.;]{0,12}(?=\W*$)"
    r"|\b(?:not|nothing to do with) our (?:side|end|fault|product|system)\b"
    r"|\b(?:on|at) (?:their|the customer['’]s) (?:own )?(?:side|end)\b"
    r"|不是我们的?(?:问题|原因|系统|产品)|(?:客户|对方|他们)(?:自己|自身|本身)的?[^，。；]{0,16}(?:问题|原因|坏|慢|断|错|满)"
)
"""In a note of ours."""
_UNSURE = re.compile(
    r"\b(?:maybe|perhaps|might|could|may|possibly|probably|if|whether|not sure|unsure|think|thought|guess|assum\w+|unless|or is"
    r"|first we|n['’]t (?:our|on our)|not (?:our|on our|because of our))\b|\?|是不是|可能|也许|如果|以为|不确定|怀疑|会不会|是否"
)
_OURS_UNSURE = re.compile(
    r"\b(?:maybe|perhaps|might|could|may|possibly|probably|if|whether|not sure|unsure|think|guess)\b"
    r"|\?|是不是|可能|也许|如果|不确定|怀疑|会不会|是否"
)


_NEEDED = (
    "our own", "my own", "our fault", "my fault", "mistake", "my bad", "our bad", "our error", "not you", "nothing to do with",
    "our side", "our end", "with us", "turned out", "turns out", "it was our", "it was my", "found it", "provider", "isp ",
    "electrician", "landlord", "自己", "不是你", "不怪", "并非", "並非", "不关", "不關", "唔關", "跟你", "与你",
    "與你", "和你", "跟贵", "与贵",
    "跟系", "与系", "與系", "和系", "错了", "錯了", "是我们", "是我們", "係我", "是因", "是咱", "是本", "是贵", "是貴",
)  # fmt: skip
_NEEDED_OF_US = (
    "not our", "not us", "nothing to do with our", "their side", "their own", "their end", "customer's", "customer’s",
    "不是我们", "不是我們", "客户自", "客戶自", "客户本", "对方自", "對方自", "对方本",
    "他们自", "他們自", "他们本", "他們的", "他们的",
)  # fmt: skip
"""One of these stands in all that is looked for: where none does, nothing is searched."""


def _may_say(text: str, *, customer: bool) -> bool:
    lower = text.lower()
    return any(stem in lower for stem in (_NEEDED if customer else _NEEDED_OF_US))


@lru_cache(maxsize=READ)
def says_own_fault(sentence: str, *, customer: bool = True) -> bool:
    """Whether a customer says that the cause was theirs, or (`customer` false) one of us that it is the customer's; no guess."""
    if not _may_say(sentence, customer=customer):
        return False
    plain = plainly(sentence)
    if customer:
        return _THEIRS.search(plain) is not None and _UNSURE.search(plain) is None
    return _NOT_OURS.search(plain) is not None and _OURS_UNSURE.search(plain) is None


@OfRecord
def own_fault(ticket: Ticket) -> Quote | None:
    """The customer's last words that it was theirs; None where none says so, or a later message of theirs shows the fault."""
    told = (ticket.subject, ticket.description, *(c.body for c in ticket.comments if c.role == "customer"))
    return _last(entries(ticket)) if any(_may_say(text, customer=True) for text in told if text) else None


@OfRecord
def noted_as_theirs(ticket: Ticket) -> bool:
    """Whether one of us notes that it lies with the customer."""
    if not any(_may_say(c.body, customer=False) for c in ticket.comments if c.role == "internal"):
        return False
    notes = (e for e in entries(ticket) if e.role == "internal")
    return any(says_own_fault(s, customer=False) for e in notes for s in sentences(e.text))


def _last(told: tuple[Entry, ...]) -> Quote | None:
    found: Quote | None = None
    for entry in told:
        if entry.role != "customer":
            continue
        said = [s for s in sentences(entry.text) if says_own_fault(s)]
        if said:
            found = entry.quote(said[0])
        elif found and any(symptomatic(s) for s in sentences(entry.text) if not s.endswith(("?", "？"))):
            found = None
    return found
