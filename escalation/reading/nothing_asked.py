"""A line that brings good news and asks for nothing: it works again, or the customer is pleased. No team can act on either."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from escalation.reading.line import length_of
from escalation.reading.signals.polarity import Assertion, assertions
from escalation.text.folding import fold, simplified

GoodNews = Literal["over", "praise"]

LONGEST = 40
"""Words: who tells more has more to tell than good news."""

_GRAVE = frozenset(
    {"security_exposure", "unauthorised_access", "vulnerability", "data_loss", "data_corruption", "churn_threat",
     "legal_or_pr", "executive_involved", "competitor"}
)  # fmt: skip
"""What is not over because it has stopped."""

_THANKS = re.compile(r"\b(?:thank\w*|thx|cheers|happy|pleased)\b|[谢赞]|满意|开心")

_ENDED = frozenset({"production_down", "blocked", "degraded", "broken"})
"""What may well be what ended, where it stands in the same clause: "API errors are gone"."""

_PRAISE = re.compile(
    r"(?<!not )(?<!n't )(?<!would )(?<!['’]d )\b(?:love[sd]?(?! (?:to|if|it if|a|an)\b)|lov(?:ed|ing) (?:the|our|your|it|every)"
    r"|(?:is|are|was|were|looks?|works?|feels?|really|very|so|so much|absolutely) "
    r"(?:(?!not\b|never\b|less\b)\w+ )?(?:great|awesome|amazing|fantastic"
    r"|excellent|brilliant|wonderful|superb|perfect|happy|pleased|delighted|thrilled|impressed)(?! (?:if|to have|for us if))"
    r"|best (?:thing|tool|product|update|release|feature|support|service)|kudos|well done|(?:great|good|nice|amazing|excellent) "
    r"(?:job|work|stuff|feature|update|release|support)|compliments?|prais(?:e[sd]?|ing)"
    r"|(?:says?|said|sends?|sent|wrote|writes?|they|customer) (?:\w+ ){0,3}?thank(?:s|ed|[- ]?you)?"
    r"|thanked|big thanks?|thanks? (?:for|to) "
    r"(?:the|your|our|all|everyone))\b"
    r"|(?<!不)(?<!不太)(?<!不是很)(?<!不够)(?:很|非常|十分|特别|超级?|挺|相当)(?:满意|喜欢|好用|开心|高兴|感谢|棒)|好评(?!差)|点赞|表扬|夸了?"
    r"|[太真]棒|(?:客户|客人|用户|对方|他们|她们|他|她)[^，。,;；]{0,8}(?:谢谢|感谢|多谢|致谢|道谢)"
)
_WANTS = re.compile(
    r"[?？]|\b(?:want\w*|wish\w*|need\w*|ask(?:s|ed|ing)?|requests?|report|rca|root cause|why|how|when|explain\w*|explanation"
    r"|post-?mortem|credit\w*|compensat\w*|refund\w*|discount\w*|invoice\w*|but|however|though|although|still|yet|except|only"
    r"|until|before|unless|if|would|should|could|can you|please|pls|must|expect\w*|demand\w*|escalat\w*|worr\w*|afraid|fear\w*"
    r"|instead|missing|same|now and then|sometimes|for nothing)\b"
    r"|(?<!不)[要想盼请]|希望|需要|为什么|为何|原因|报告|说明|解释|怎么|如何|[赔退](?!出)|补偿|但|可是|不过|只是|还(?!说|夸|特地|发来)|[又仍]"
    r"|依然|吗|呢|能不能|能否|可否|是否|担心|怕|升级|建议|反而|结果|之前|以前|原来|缺|一会|偶尔|有时"
)
_CLOSING = re.compile(
    r"(?:(?:can|shall|should|may) (?:we|i|you) |(?:ok|fine|good|safe) to |please |pls )(?:now )?close\b[^.?!]*[.?!]*"
    r"|(?:可以|能|请|是不是可以|可)[^，。,?？]{0,4}(?:关单|结单|结案|关闭|关掉)[^，。,]{0,4}[?？。]*"
)
"""To close what is done is no wish that a team must see to."""


@lru_cache(maxsize=64)
def good_news(text: str) -> GoodNews | None:
    """What good news the line brings, where it tells of nothing that goes on and asks for nothing; None for all else."""
    if len(text) > 400 or length_of(text) > LONGEST:
        return None
    line = _CLOSING.sub(" ", fold(simplified(text)))
    told = assertions(text)
    ends = {a.words for a in told if a.signal == "resolved_now" and a.polarity == "affirmed"}
    thanked = _THANKS.search(line) is not None
    if _WANTS.search(line) or not all(_leaves_nothing(a, ends, thanked=thanked) for a in told):
        return None
    if ends:
        return "over"
    return "praise" if _PRAISE.search(line) and not told else None


def _leaves_nothing(told: Assertion, ends: set[str], *, thanked: bool) -> bool:
    if told.signal in _GRAVE:
        return False
    if told.signal == "resolved_now" or told.polarity == "negated":
        return True
    # "It went down at 3 and is back up" reports an incident; with a thank-you it closes one.
    return told.signal in _ENDED and told.words in ends and (thanked or told.polarity == "affirmed")
