"""What helped at first and did not last: "worked until Tuesday, now it is back", 「好了两天又不行了」."""

from __future__ import annotations

import re
from functools import lru_cache

from escalation.reading.threads.entries import READ
from escalation.reading.threads.plainly import plainly

_HELD = re.compile(
    r"\b(?:worked|helped|held|lasted|ran|fine|ok(?:ay)?|good|quiet|gone|stable|better|solved|fixed)"
    r" (?:(?:fine|well|only|just|nicely|again) ){0,2}"
    r"(?:(?:until|till) (?!you|then\b)|for (?:(?:about|around|only|just|nearly|exactly|maybe) )*(?:an?|one|two|three|four|five"
    r"|six|\d+|some|half|the first)\b|at first|the first)"
    r"[^.;!?]{0,80}?(?:\b(?:but|then|now|again|since|and|is back)\b|,)"
    r"|\b(?:at first|initially|for a (?:while|day|week))\b[^.;!?]{0,60}\b(?:but|then|now)\b"
    r"|(?:好|正常|管用|有效|可以|行|撑|稳定|安静)了?(?:大概|大约|约|差不多|才|不到|没)?(?:[一二两三四五六七八九十几半\d]+个?(?:多)?"
    r"(?:分钟|小时|钟头|天|晚上?|晚|星期|周|月)|一?阵子?|一?会儿?|没多久)[^。；！？]{0,6}?[，,]?[^。；！？]{0,10}?又"
    r"|(?:刚开始|一开始|起初|当时|当天|头[一两几]天|前[一两几]天)[^。；！？]{0,16}?(?:好|正常|管用|有效|可以|行|没问题)"
    r"[^。；！？]{0,16}?(?:又|后来|但|现在|可是)"
)
"""It helped, and it is said in the same breath that this ended."""
_BACK = re.compile(
    r"\b(?:is|are|came|come|comes|it['’]s|they['’]re|problem|error|fault)(?: now| all| already)? back(?: again)?\b"
    r"(?! (?:to|up|online|on|in|from|at|then|office)\b)"
    r"|\b(?:fail\w*|broke\w*|stop(?:s|ped)|crash\w*|drop(?:s|ped)|hang\w*|hung|happen\w*|start(?:s|ed)|appear\w*|occur\w*|down"
    r"|wrong|missing|empty|slow|stuck|the same)(?: \w+){0,4}? again\b"
    r"|\bsame (?:\w+ )?(?:problem|error|issue|thing|message|fault) (?:is )?(?:again|back|as before|once more)\b"
    r"|\b(?:did|does)(?:n['’]t| not) last\b|\bno longer (?:helps?|works?)\b|\bstopped (?:helping|working)\b"
    r"|又(?:出现|来|开始|不行|报错|失败|断|坏|掉|卡|这样|那样|犯|发生|没了|没有用|不能|无法|变|丢|错|慢|空|停|复发|回来|老样子|一样|是)"
    r"|复发|再次(?:出现|发生|失败|报错)|(?:现在|已经|今天)(?:又|再)|不管用了|不灵了|没(?:撑|坚持)(?:住|多久)"
)
"""It is there again."""
_NOT = re.compile(
    r"\b(?:not|never|if|in case|should it|whether|until it|before it|unless|no)\b[^.;!?]{0,24}?\b(?:back|again)\b"
    r"|\b(?:has|have|had|did|does)(?:n['’]t| not)\b[^.;!?]{0,16}\b(?:back|again)\b"
    r"|\b(?:works?|working|fine|good|well|thanks?) again\b"
    r"|(?:没有?|未|不会?|不再|如果|要是|万一|若|以免|免得|别)[^。；，]{0,6}(?:又|再|复发)|是不是又|又(?:好|正常|可以|恢复)"
)


@lru_cache(maxsize=READ)
def relapsed(sentence: str) -> bool:
    """Whether it tells that what was mended is there again."""
    if sentence.endswith(("?", "？")):
        return False
    plain = plainly(sentence)
    return held_for_a_while(sentence) or (_BACK.search(plain) is not None and _NOT.search(plain) is None)


@lru_cache(maxsize=READ)
def held_for_a_while(sentence: str) -> bool:
    """The same, where it is said by itself that it helped before."""
    plain = plainly(sentence)
    return _HELD.search(plain) is not None and _NOT.search(plain) is None and not sentence.endswith(("?", "？"))
