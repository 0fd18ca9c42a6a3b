"""Commitment: whether a piece binds the provider, or only tells, asks, refuses, or hangs on a condition."""

from __future__ import annotations

import re

from escalation.claims.lazy import Lazy

_MODAL = Lazy(
    r"\b(?:we|i)(?:['’]ll| will| shall)\b(?! (?:be (?:closed|out|away)|not\b|need))"
    r"|\b(?:we|i)(?:['’]re|['’]m| are| am) (?:going to|planning to|aiming to|committed to)\b"
    r"|\b(?:we|i) (?:plan|aim|expect|intend|promise|guarantee|commit|pledge|hope (?:to|that we))\b"
    r"|\b(?:we|i)\b[^.,]{0,60}? (?:and|but) will\b"
    r"|\byou(?:['’]ll| will| can| should|['’]re going to) (?:soon |also |then )?(?:hear|receive|get|have"
    r"|be (?:refunded|credited|compensated|informed"
    r"|updated|notified|contacted|told|able)|count on|expect|rely on)\b"
    r"|(?:^|[.,] |\b(?:please|so|can) )expect (?:an?|the|full|our|another|news|updates?)\b"
    r"|\b(?:our|the|your) (?:[\w-]+[ -]){0,3}?(?:team|engineers?|developers?|specialists?|cto|ceo|cfo|vps?"
    r"|manager|colleagues?|director"
    r"|group|lead|experts?|support|engineering|product)(?: \w+)? (?:will|is going to|are going to|has committed"
    r"|have committed|plans?|expects?|aims?)\b"
    r"|\blet me (?:get you|call|phone|ring|send|get back)\b|^(?:will|shall) "
)
_HAN = Lazy(
    r"(?:我们?|我方|我司|工程师|团队|同事|负责人|总裁|总监|经理|研发|平台|客服)[^,。]{0,14}?(?:会|将|承诺"
    r"|保证|计划|争取|一定|(?<![重需主必])要)(?!议|员|话)"
    r"|(?:^|[^不])(?:给到您|发您|给您|向您|(?:跟|与|和)您(?!的)|为您|告诉您|回复您|通知您|联系您|送您|致电(?!对方|客户|他们))"
    r"|承诺|保证|争取|预计|(?<!改进)计划(?![中见书表单])|一定|肯定|担保|下次更新"
)
_AHEAD = Lazy(
    r"\b(?:will|shall|going to|should|expected|planned|scheduled|due|eta|next update)\b|['’]ll\b|预计|计划|将"
)
_TOLD = Lazy(
    r"\b(?:was|were|had|did|has|have|since|ago|between|hello|hi|dear|hours are|open from|runs?|expires?|thank\w*"
    r"|sorry|know|understand|wrote|saw|sent|met|began|went|spoke|told|came|gave|took|found|made|felt|heard|still"
    r"|\w{3,}(?<!need)(?<!spe)(?<!proce)(?<!exce)(?<!succe)ed)\b"
    r"|已|(?<!就有)(?<!就好)(?<!就能)了(?=[,。;!]|$)|过(?=[,。;!]|$)|曾|期间|起(?!来)|至|以来|感谢|抱歉|理解|知道|仍|前后"
)
"""Tenses and words of what is or was so, beside a time that is not promised."""
_NO_NEWS = Lazy(
    r"\b(?:no|not any) (?:\w+ )?(?:news|updates?|progress|change)\b|\bnothing (?:new|more|further)\b"
    r"|(?:没有|暂无|尚无|并无|无)(?:任何|什么|更多|新的?)*(?:消息|进展|变化|更新)"
)
"""Where it is all that is said, today's time is that of the news which did not come."""
_OTHER_TIMES = Lazy(
    r"\b(?:expir\w+|trials?|tokens?|certificates?|links? (?:is|are|will)|maintenance|office|support hours|closed"
    r"|holidays?|contract|runs every|scheduled (?:export|import|report|job)s?"
    r"|deadline|out of (?:the )?office|i['’]m out|i am out|good weekend|nice weekend|invoice of|report of"
    r"|travel\w*|your (?:go-live|launch|audit|close|deadline|event)|suit|convenient|valid|available from)\b"
    r"|\b(?:for example|e\.g\.|such as|starts? on|(?<!us )until|(?:each|every) \w+day)\b|例如|比如|从[^,。]{1,8}开始|生成"
    r"|的要求|\bwithin (?:a|one) minute\b|一分钟内|到期|失效|过期|维护|放假|休假|不在|服务时间|有效|试用|出差"
    r"|截止|运行(?:一次|[,。]|$)|定时|合同约定|月底结账"
    r"|周末愉快|账单显示|合适|席位|弹出|打开|您的(?:活动|上线|审计|发布)"
)
"""Times that are nobody's promise: expiries, opening hours, schedules, the customer's own dates."""
_NOT_PROMISED = Lazy(
    r"\bnot in a position\b|没有权限|"
    r"\bnobody\b|谁也|\b(?:can ?not|can['’]?t|could not|couldn['’]?t|unable to|not able to|won['’]?t|will not"
    r"|don['’]?t|do not|does not|doesn['’]?t|wrong to"
    r"|not going to|no (?:date|eta|time)|never (?:promise|offer)|not yet|hard to|(?:will|shall|going to|may|might) miss)\b"
    # "We will probably not have it by Monday" is the news that nobody may count on Monday.
    r"|\b(?:will|['’]ll|shall|can|could|may|might|would|does|are|is)(?: (?:\w+ly|still|most|very|quite|perhaps|maybe|now)){1,3}"
    r" not\b(?! only)|\bunlikely\b|(?<!no )(?<!without )(?<!without a )\bdoubt\b"
    r"|不[太大]可能|未必|不见得|没(?:有)?把握"
    r"|(?:来|赶|完|修|做|办|达|稳|恢复|解决|上线|交付|定)不(?:及|上|成|好|到|完|住|下来)(?!的)"
    r"|\bas follows\b|\bsorry\b[^.]{0,40}\b(?:trouble|inconvenience)\b|如下|见下"
    r"|(?:给|为|為)您[^,。]{0,6}(?:添|带来|帶來|造成)[^,。]{0,4}(?:麻烦|麻煩|不便|困扰|影响)"
    r"|无法|不能|不会|没有办法|没法|未能|尚未|还没|不了|说不准|不支持|不想|不便|不负责任|不予|并未|没能|没有做到"
)
_IF = Lazy(
    r"^\W*before (?:we|anything)\b|任何[^,。]{1,6}之前|"
    r"\b(?:if|unless|once(?! (?:an?|per|every|each) (?:hour|day|week|morning|evening)\b)"
    r"|as soon as|when|whenever|in case|provided|assuming|should (?:it|this|that|you|anything"
    r"|the)|after you|would|depending on|had we)\b"
    r"|如果|如(?=您|有)|若|万一|一旦|一有|要是|除非|(?:确认|收到|查明|提供|核实|得到[^,。]{0,10}|查清|更新)"
    r"(?:之)?(?:后|了再)|等[^,。]{1,10}(?:后|再)"
    r"|(?:收到|拿到)[^,。]{1,10}后|要看|早知道|有消息时|很想|(?<![您说])的话(?=,)"
)
_ANYWAY = Lazy(
    r"\b(?:even|also|and|as) if\b[^,.]*|\b(?:even|also) when\b[^,.]*|\b(?:sooner|earlier) (?:if|when|once|as soon as)\b[^,.]*"
    r"|\bif (?:anything|possible|not sooner|not earlier|need be|you agree)\b"
    r"|\bwhether\b[^,.]*|\bwhen(?:ever)? we have\b"
    r"|无论[^,。]*|即使[^,。]*|不管[^,。]*"
)
_ASKED = Lazy(r"[?？]\s*$|[吗呢么][?？。!！]?\s*$|^\W*(?:could|can|would|do|does|did|will|may) (?:you|we|i|it|they)\b")
_PAST = Lazy(
    r"^(?!.*(?:['’]ll|will|going to)\b).*\b(?:mentioned|promised|said|told|agreed|asked|wanted|went|were|had)\b"
    r"|\b(?:paid out|has been|have been|already)\b"
    r"|(?:以后|之后|以来|起)(?:[^,。]{0,6})一直|(?:原本|开过|曾|答应过|答应|说过|昨天|昨晚|上周|刚才|刚刚)|(?:恢复|修复|发布|到账|完成|处理|送达|开通"
    r"|修正|告知|通知|收到|转交)(?:了|过)|已(?:经)?(?:于|在"
    r"|[恢修发到完处补给升])"
    r"|给您打过|今天上午给您"
)
_YOURS = Lazy(
    r"^\W*please\b|\byou (?:can|could|may|must)\b(?! (?:count|expect|rely|be sure|have|hear|get|look))"
    r"|\bfeel free\b|\byou (?:asked|want|need|would like|wish|hope)\b|请您?(?!放心|客)|(?<![跟向给和与])您"
    r"(?:希望|需要|想|要求|说"
    r"|提到|方便)|建议|打给我们|联系我们|随时可以|方便"
)


def binding(piece: str, sentence: str) -> bool:
    """Whether the piece is worded as a commitment by the provider, under no condition and not refused."""
    return stands(piece, sentence) and (_MODAL.search(piece) is not None or _HAN.search(piece) is not None)


def announced(piece: str, sentence: str) -> bool:
    """Whether it only says that something will be: a promise when it also says by when."""
    if not stands(piece, sentence) or others_time(piece) or _NO_NEWS.search(piece):
        return False
    return ahead(piece) or _TOLD.search(piece) is None


def ahead(piece: str) -> bool:
    """Whether it is worded as something to come."""
    return _AHEAD.search(piece) is not None


def others_time(piece: str) -> bool:
    """Whether its time is an expiry, an opening hour, a schedule, or the customer's own date."""
    return _OTHER_TIMES.search(piece) is not None


def stands(piece: str, sentence: str) -> bool:
    """Not refused, not asked, not over, and under no condition."""
    if _NOT_PROMISED.search(piece) or _ASKED.search(sentence) or _YOURS.search(piece):
        return False
    return not conditional(sentence) and not _PAST.search(piece)


def conditional(sentence: str) -> bool:
    """Whether what a sentence says hangs on something; "even if there is nothing new" does not make it so."""
    return _IF.search(_ANYWAY.sub(" ", sentence)) is not None


def refused(piece: str) -> bool:
    """Whether the writer says that they do not promise."""
    return (
        re.search(
            r"\b(?:can(?:not|['’]?t| not)|unable to|not able to|won['’]?t|do(?:es)? ?n['’]?o?t|wrong to"
            r"|nobody can|no one can|never)"
            r" (?:\w+ ){0,2}(?:promise|guarantee|assure|offer|say|give|refund|be able)"
            r"|\b(?:is|are|was|were) ?(?:not|n['’]t) guaranteed\b|不作?保证"
            r"|(?:无法|不能|没办法|没有办法|没法|难以|不敢|不)(?:\w{0,4})(?:承诺|保证|担保|确保|给您|支持|提供)",
            piece,
        )
        is not None
    )
