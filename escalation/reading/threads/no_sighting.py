"""Sentences with words of a fault that show nobody the fault: our silence, a day that stands, the damage, a step tried."""

from __future__ import annotations

import re

from escalation.reading.threads import outcomes
from escalation.reading.threads import tried_words as words
from escalation.reading.threads.communication import stands
from escalation.reading.threads.relation import of_the_relation
from escalation.reading.uncovered import uncover

_ANSWER = r"(?:word|answer|reply|replies|response|news|update|call ?back|feedback|progress)"
_OUR_SILENCE = re.compile(
    rf"\b(?:no|not a|without|still no|any) (?:single )?{_ANSWER}(?= (?:from (?:you|support|anyone|your)|yet|since|so far|to my"
    r"|at all|for|in)\b|\W*$)|\b(?:no (?:word|news)|still nothing)\b"
    r"|\b(?:nobody|no ?one|none of you|you) (?:has |have |ha(?:s|ve)n['’]?t |did(?:n['’]?t| not) |never )?(?:called|answered"
    r"|replied|responded|written|wrote|got back|come back|came back|promised|said you|told us)\b"
    r"|(?:^|到现在|至今|一直|还是|[都也后天])[^，。]{0,3}(?:没有?|无)(?:任何|一点|你们的?)?(?:消息|回复|回音|答复|音讯|下文"
    r"|反馈|进展|回应)|没人(?:回复|理|联系|管我)|(?:说|答应|承诺)(?:好)?[^，。]{0,12}(?:回复|答复|给消息)|[几\d一两二三四五]{1,2}天没(?:消息|动静|下文)"
)
_DAMAGE = re.compile(
    r"\b(?:lost|losing|cost(?:s|ing)?) (?:us |me )?(?:an?|one|two|three|\d+|our|several|the) (?:\w+ )?(?:loads?|customers?"
    r"|clients?|contracts?|sales?|deals?|guests?|patients?)\b|\bdamages?(?=\W*$)"
    r"|\b(?:be|are|been|get|were) (?:fined|sued|penali[sz]ed)\b|\b(?:in|of) damages?\b|\bcost us\b"
    r"|丢了?[一两二三几\d]{0,2}(?:批|车|柜|船)货|损失|赔(?:偿|了|钱|多少)|怎么赔|罚款"
)
_WHO = re.compile(r"^\W*(?P<who>(?:i|we)(?:['’]ve| have)?\b|我们?)?\s*(?:also )?")
_OBJECT = re.compile(
    r"\W*$|\s*[,:;]|\s+(?:the|an?|all|both|our|my|their|it|them|this|that|\d+|one|two|three|four|some|each|every|in|out|to|back|on"
    r"|off|from|with|again)\b"
)
"""After a verb in its past form: "cleared the cache" was done, "deleted drivers" are seen."""
_DONE = re.compile(r"[都也](?:已经?)?(?:试过|试了|做过)")
_ORDER = re.compile(
    r"^\W*(?:[a-z]{1,2}\W+)?(?:must|needs? to|has to) be (?:fixed|solved|back)\b|必须(?:恢复|解决|修好)"
)


def shows_nothing(sentence: str) -> bool:
    """Whether it tells of something beside the fault: how we treated them, when they need it, what it cost them, whether they
    stay."""
    plain = uncover(sentence).text
    beside = bool(_OUR_SILENCE.search(plain) or _DAMAGE.search(plain) or _ORDER.search(plain))
    return beside or stands(sentence) or of_the_relation(sentence)


def is_step(sentence: str) -> bool:
    """Whether a sentence begins with what somebody did against it and goes on with what came of that."""
    plain = outcomes.after_answer(uncover(sentence).text)
    begins = _WHO.match(plain)
    rest = plain[begins.end() :] if begins else plain
    if words.CIRCUMSTANCE.search(plain) or words.NO_DEED.search(plain):
        return False
    did = words.DID.match(rest)
    done = (did and ((begins and begins["who"]) or _OBJECT.match(rest[did.end() :]))) or (
        words.BARE_HAN.match(rest) and words.DID_HAN.search(rest)
    )
    return bool(done or words.DID_THAT.search(plain) or outcomes.told_bare(sentence) or _DONE.search(plain))
