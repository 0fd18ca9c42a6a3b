"""What is said to be no part of a fault: what was checked and found in order, what else still works."""

from __future__ import annotations

import re
from functools import lru_cache

from escalation.reading.quote import Quote
from escalation.reading.threads.entries import READ, Entry, sentences
from escalation.reading.threads.showing import Shown, strong
from escalation.reading.threads.symptom import symptomatic
from escalation.reading.threads.tried_words import DID_THAT
from escalation.reading.uncovered import uncover

RULED_OUT = re.compile(
    r"(?i)\b(?:same (?:in|on|with|for) |give the same|(?:also|even) (?:happens |fails |occurs )?(?:on|in"
    r"|with) (?:a |another |other |test |incognito|different )|not (?:related|caused|due|a (?:network"
    r"|browser|permission|config))|ruled? out|no (?:vpn|proxy|firewall|filter|system change"
    r"|recent change)s?|(?:other|all other) (?:functions?|features?|users?|browsers?|endpoints?"
    r"|projects?|accounts?|regions?|screens?|pages?|alerts?|trips?|\w+ (?:drivers?|users?)) (?:work|are|is)\b"
    r"|network (?:is|was|looks?) (?:fine|ok|good|stable)|\b(?:are|is) (?:not affected|unaffected)\b"
    r"|\b[A-Z][\w ]{2,30} (?:(?:are|is) )?(?:fine|right)(?=[.,;]|$)|\b\w+ (?:right|correct),? [\w ]{2,20}wrong\b"
    r"|nothing (?:was )?changed|no change)"
    r"|(?:换|換)(?:了|个|個|成|用|过|過)?.{0,8}(?:也|仍|还是|還是|一样|一樣|同样|同樣)|.{0,12}(?:都"
    r"|也)(?:是)?(?:一样|一樣|同样|同樣)(?:的)?(?:问题|問題|报错|錯誤)?|排除|(?:网络|網路|網絡)(?:正常"
    r"|没问题|沒問題)|其他(?:功能|用户|项目|浏览器|用戶|專案).{0,4}(?:正常|没问题|可以)"
    r"|(?:的)?(?:是)?正常的?(?=[。，,；]|$)|没有(?:加|做"
    r"|改)?(?:任何)?(?:筛选|变更|改动|修改)|沒有(?:加|做|改)?(?:任何)?(?:篩選|變更)|与.{0,8}无关"
)
_PASSES = re.compile(r"(?i)[就又]正常|\bretr(?:y|ies|ying)\b|\byou(?: are|['’]re) (?:quite )?right\b")
"""A fault that comes and goes, or an agent who agrees: nothing is ruled out."""
_MOMENT = re.compile(
    r"^\W*(?:(?:at|by|on) )?(?:\d{1,2}[:.]\d\d(?: ?[ap]m)?|\d{1,2} ?[ap]m|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|yesterday|today|this (?:morning|afternoon|week)|last (?:night|week)|the (?:first|second|third|last|next) \w+)\b"
    r"[^,;]{0,20}\b(?:was|were|is|went) (?:\w+ )?(?:fine|ok(?:ay)?|good|right|normal)\b"
    r"|^\W*(?:昨[天晚]|今[天早晚]|前天|上周|\d{1,2}\s*[点:])[^，。]{0,10}(?:正常|没问题)"
)
"""A moment at which it did not show rules nothing out."""
_WAY_ROUND = re.compile(
    r"(?:改[用走接]|切[换到去]|换[成到用]|转[到用])[^，。；]{0,24}(?:后|就|便)(?:一切|都|全部?|完全)?(?:正常|好了|可以|没问题|恢复)"
    r"|\b(?:after|since|by|when) (?:we |i )?(?:switch|chang|mov|go|went|roll)\w* (?:\w+ ){0,3}?(?:back )?to\b"
)
"""What one went over to and has it no more is a way round."""


def ruled_out_in(told: list[Entry]) -> list[Quote]:
    """What is said to be no part of it, a colleague's findings first: they were looked up."""
    found = [
        e.quote(s)
        for e in told
        for s in sentences(e.text)
        if _is_no_part(s)
        and (e.role != "customer" or not (symptomatic(s) and strong(Shown(s, ours=False, quote=e.quote(s)))))
    ]
    return sorted(found, key=lambda quote: quote.author_role == "customer")


@lru_cache(maxsize=READ)
def _is_no_part(sentence: str) -> bool:
    plain = uncover(sentence).text
    if DID_THAT.search(plain):
        return False  # "Did that, no change" rules out what another sentence names
    if not RULED_OUT.search(sentence) or _MOMENT.search(plain) or _WAY_ROUND.search(plain):
        return False
    return not sentence.endswith(("?", "？")) and not _PASSES.search(sentence)
