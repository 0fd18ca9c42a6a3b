"""Does a customer's message to us want an answer, or does it only give one?"""

from __future__ import annotations

import re

from escalation.text.folding import fold, simplified

_WANTS_ANSWER = re.compile(
    r"[?？]|\b(?:any (?:news|update|progress|word)|(?:still|keep) waiting|waiting (?:for|on) (?:you|your|an? )"
    r"|(?:nobody|no one|none of you) (?:has |have )?(?:wrote|written|called|answered|replied|came|come|told)"
    r"|(?:have|had|got|heard)(?:n['’]t| not| nothing| no) (?:heard|word|answer|reply|news|back|from you)|heard nothing"
    r"|(?:second|third|fourth|fifth|\d+(?:nd|rd|th)) time (?:i|we) (?:ask|write|call)|(?:ask|asking|asked) (?:you )?again"
    r"|(?:please|pls|just|must|need to|want to) (?:let (?:me|us) know|tell (?:me|us)|know|hear)|need an? (?:answer|reply|update)"
    r"|answer (?:me|us)|get back to (?:me|us))\b"
    r"|[吗呢](?=[，。！!,.\s]|$)|有没有|是不是|要不要|能不能|能否|是否|什么时候|何时|怎么(?:样|办|还)|几点|多久"
    r"|(?:还|一直|至今|始终)(?:没有?|未|不)(?:人|收到|等到|见)?[^，。]{0,4}(?:回|消息|答复|音讯|进展|说法|下文|信)|没人(?:理|回|管|联系)"
    r"|等(?:你们|您|着|了)|[再又]问|第[二三四五六\d]次(?:问|催|来)|催|给(?:个|我们?|一个)?(?:准信|说法|答复|回复|回话)|请(?:尽快|马上|立即)?(?:回复|答复|告知)"
)


def wants_answer(text: str) -> bool:
    """Whether it asks something, or complains that no answer came; "Thanks, it is Windows 11" does neither."""
    return _WANTS_ANSWER.search(simplified(fold(text))) is not None


_CHASES = re.compile(
    r"\bstill (?:nothing(?=\W*(?:$|[.!?,]))|waiting|no (?:answer|reply|response|news|word|update)"
    r"|(?:have|had)(?:n['’]t| not) heard)"
    r"|\b(?:any (?:news|updates?|progress|word)|heard nothing|no (?:answer|reply|response) (?:yet|from you|since|so far|at all)"
    r"|(?:nobody|no one) (?:has |have )?(?:answered|replied|called|written|got back)|how (?:much|many) (?:longer|more)"
    r"|(?:second|third|fourth|\d(?:nd|rd|th)) time (?:i|we) (?:ask|write|call)"
    r"|(?:weeks?|days) (?:and|with) (?:still )?(?:no|nothing))\b"
    r"|(?:还|一直|至今|始终|都)(?:是)?(?:没有?|未|不)(?:人|收到|等到|见)?[^，。,.]{0,4}(?:回复|回音|消息|答复|音讯|进展|说法|下文|信)"
    r"|没人(?:理|回|管|联系)|等了[^，。]{1,8}|催|第[二三四五六]次(?:问|催|来)"
)


def chases(text: str) -> bool:
    """Whether it asks where our answer stays."""
    return _CHASES.search(simplified(fold(text)).lower()) is not None
