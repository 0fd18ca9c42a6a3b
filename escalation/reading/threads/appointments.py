"""A wish for a call or a meeting at a time: "can we have a call next week?", 「下周能不能开个会」."""

from __future__ import annotations

import re
from functools import lru_cache

from escalation.reading.threads.entries import READ
from escalation.reading.threads.plainly import plainly

_TALK = r"(?:call|(?:phone|video|conference|teams) call|meeting|zoom|conversation|chat|catch-?up|sync)"
_ASKED = re.compile(
    r"\b(?:have|schedule|arrange|set up|setup|book|organi[sz]e|do|get|like|request|ask(?:s|ing)? for|propose"
    r"|suggest|hold|jump on|hop on|appreciate|plan|find time for|be)"
    rf" (?:a|an|another|one) (?:[\w-]+ ){{0,2}}?{_TALK}\b"
    rf"|\bis (?:a|an) (?:\w+ )?{_TALK} possible\b|\b(?:can|could|may|shall|should) we (?:talk|speak|meet|call|discuss)\b"
    r"|\b(?:would|['’]d) like to (?:talk|speak|meet|discuss)\b|\blet['’]?s (?:talk|speak|meet)\b"
    r"|(?:能不能|能否|可否|可不可以|可以|方便|希望|想|约|安排|请|麻烦)[^，。；！？]{0,12}?"
    r"(?:开个?(?:短|线上|视频|电话)?会|碰个?头|碰一下|通个?(?:电话|话)|打个电话|电话(?:沟通|聊|会议)|视频(?:沟通|会议|聊)"
    r"|面谈|见个?面|当面(?:聊|谈|沟通)|聊一?[下聊]|谈一?[下谈]|会议)"
)
_LIMIT = re.compile(
    r"\b(?:by|before|until|till|within|no later than|unless|or (?:else|we|they|i)|otherwise)\b"
    r"|(?:之前|以前|之内|以内|(?<![天面台])前(?![天面台端往后提几两一期])|内(?![部容])|否则|不然|必须|务必)"
)
_MEND = re.compile(
    r"\b(?:fix\w*|solv\w*|resolv\w*|restor\w*|repair\w*|mend\w*|working|works?|done|ready|deliver\w*|send|report)\b"
    r"|修|解决|恢复|搞定|处理好|上线|交付|提供|给出|报告"
)


@lru_cache(maxsize=READ)
def wishes_to_talk(sentence: str) -> bool:
    """Whether all that it asks for is a call or a meeting: its day is when that may be, and no limit for anything. Who wants or
    demands one by a day sets a limit."""
    plain = plainly(sentence)
    return _ASKED.search(plain) is not None and not _LIMIT.search(plain) and not _MEND.search(plain)
