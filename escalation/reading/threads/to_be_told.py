"""A demand that somebody calls or shows a plan by a day: it has its own time, and binds nobody to mend anything by then."""

from __future__ import annotations

import re
from functools import lru_cache

from escalation.reading.threads.entries import READ
from escalation.reading.threads.plainly import plainly

_TALK_OR_PLAN = re.compile(
    r"\b(?:a|the|another|phone|return) (?:\w+ )?(?:call|call-?back|meeting|conversation)\b"
    r"|\b(?:calls?|rings?|phones?|meets?|speaks? (?:to|with)|talks? to) (?:me|us|him|her|them|back|our|my|the)\b"
    r"|\b(?:written|improvement|action|recovery|remediation) plan\b|\bplan in writing\b"
    r"|回(?:个|一个)?电|(?:打|通|来)(?:个|一个)?电话|电话(?:沟通|会议|联系)|面谈|当面|开会|会面"
    r"|(?:改进|改善|整改|书面|补救)[^，。；！？]{0,6}(?:方案|计划|措施)"
)
_MEND = re.compile(
    r"\b(?:fix\w*|solv\w*|resolv\w*|restor\w*|repair\w*|mend\w*|correct\w*|work(?:s|ing)?|done|ready)\b"
    r"|\b(?:up again|back (?:up|online))\b"
    r"|修|解决|恢复|搞定|处理好|弄好|上线|能用|正常"
)


@lru_cache(maxsize=READ)
def only_to_be_told(sentence: str) -> bool:
    """Whether it asks for a call or a plan, and for nothing to be mended."""
    plain = plainly(sentence)
    return _TALK_OR_PLAN.search(plain) is not None and _MEND.search(plain) is None
