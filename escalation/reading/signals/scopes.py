"""The words that turn an assertion: negation, condition and fear, past, question, each within its own scope."""

from __future__ import annotations

import re

from escalation.reading.signals.clauses import Clause

_NOT = re.compile(
    r"\b(?:no|not|never|without|none|nothing|neither|nor|zero|cannot|hasn['’]?t|haven['’]?t|isn['’]?t"
    r"|aren['’]?t|wasn['’]?t|weren['’]?t|don['’]?t|doesn['’]?t"
    r"|didn['’]?t|won['’]?t|can['’]?t|couldn['’]?t|wouldn['’]?t|shouldn['’]?t|hardly|free of|ruled? out"
    r"|rules out|instead of|rather than|far from|unlikely|non|avoid(?:ed|s)?|prevent(?:ed|s)?)\b"
    r"|n['’]t\b"
)
_NOT_A_NOT = re.compile(
    r"\b(?:not only|not just|no idea|not sure|no doubt|no matter|no longer have|not to mention|no wonder"
    r"|nothing but|can['’]?t believe|(?:do|does)(?:n['’]?t| not) (?:know|understand) (?:why|how|what)"
    r"|why (?:do|does|is|are|did)n['’]?t)\b"
)
_STOP = re.compile(
    r"\b(?:and|because|since|so|why|after|until|when|while|as|due|which|whose|who|where|causing|caused"
    r"|leading|resulting|before|if)\b|[:;,]"
)
_NOT_AFTER = re.compile(
    r"^[\s:：=-]*(?:issues?|of data|events?|incidents?|problems?|risk)?\s*(?:[:：=-]\s*)?(?:is |was "
    r"|were |are |has been |have been |did |does )?(?:not?\b(?! only)|none\b|n/a|never (?:happened"
    r"|occurred)|ruled out|excluded|didn['’]?t (?:happen|occur)|wasn['’]?t (?:found|seen|observed)"
    r"|unconfirmed)"
    r"|^(?:的)?(?:情况|现象|问题|迹象|风险)?(?:[:：]\s*)?(?:没有(?:发生|出现|发现)?|并?未(?:发生|出现"
    r"|发现)|(?:都|也|并)*(?:没|未|不会|不曾)(?=.{0,3}(?:丢|缺|少|删|清|覆|消|遗|泄))|不存在|已排除|无$|均?未)"
)
_HAN_NOT = re.compile(
    r"没有|没(?!想到|法|办法|完没了|人)|并未|尚未|未(?!授权|经|知|登录|读|来)|从未|无(?!法|故|缘|论|人"
    r"|效)|并非|不是(?!本人|我|他|她|自己|客户|用户)|非(?!常|法)|不存在|排除了?|不会|不曾|(?<![特区分级个类性])别(?![的人家])"
    r"|免于|避免|不(?=算|涉及|影响|属于|构成|$)|还没"
)
_HAN_NOT_A_NOT = re.compile(
    r"不是不|没有人|是不是|有没有|不仅|不但|不断|不得不|不知|不清楚|没想到|没有(?:任何)?(?:备份|通知"
    r"|原因|征兆|提示|预警|理由)"
)
_HAN_STOP = re.compile(r"导致|造成(?!任何|过)|引起|所以|因为|然后|并且|且|就|却")

_IF = re.compile(
    r"\b(?:if|in case|unless|should (?:this|it|we|they)|what if|suppose|supposing|assuming"
    r"|hypothetical\w*|in theory|imagine|in the event)\b|如果|假如|假设|要是|倘若|万一|若(?!干)|一旦"
    r"|理论上|除非"
)
_IF_KNOWN = re.compile(
    r"\bif (?:you need|possible|needed|you could|you can|not already|that helps|there)\b|如果(?:可以"
    r"|方便|需要|能|可能)|even if|as if"
)
_MAY = re.compile(
    r"\b(?:would|could(?! not|n't)|might|may(?! \d)|can potentially|potentially|theoretically|risk(?:s"
    r"|ing)? (?:of )?|worr(?:y|ied|ies|ying)|afraid|fear(?:s|ed|ing)?|concern(?:ed)? (?:that|about|over)"
    r"|scared|nervous|avoid|prevent|to be|will be|until|likely to|before (?:it|we|this)|so that)\b"
    r"|可能会?|也许|或许|担心|害怕|生怕|恐怕|怕(?!什么)|以免|避免|防止|会不会|将会|有.{0,4}风险|忧虑"
    r"|顾虑|(?<!不)会(?=丢|泄|挂|崩|宕|影响|导致|被|损|再|出现|造成)"
)
_FEAR = re.compile(
    r"\b(?:worr(?:y|ied|ies|ying)|afraid|fear(?:s|ed|ing)?|concern(?:ed)? (?:that|about|over)|scared"
    r"|nervous|would|could|to avoid|prevent)\b|担心|害怕|生怕|恐怕|怕|以免|避免|防止|顾虑"
)

_LONG_AGO = re.compile(
    r"\blast (?:month|year|quarter|spring|summer|autumn|fall|winter|january|february|march|april|june"
    r"|july|august|september|october|november|december)\b|\b(?:\d+|a|two|three|several|few"
    r"|some) (?:weeks?|months?|years?|quarters?) ago\b"
    r"|\b(?:previously|in the past|historically|back in|used to|years? ago|back then|at that time"
    r"|long ago|(?:in|during) (?:20\d\d|q[1-4])|earlier this (?:year|quarter))\b|上个?月|上个?季度|去年"
    r"|前年|(?:几|两|三|数|[\d一二三四五六七八九十]+)个?(?:月|年|星期|周)(?:之|以)?前|曾经|曾(?!经)|当时"
    r"|那次|历史上|年初|\d{4}年"
)
_EARLIER = re.compile(
    r"\b(?:last (?:week|night|time|monday|tuesday|wednesday|thursday|friday)|yesterday|earlier"
    r"|this morning|the other day|before|was|were|had|did|went|been|got)\b|昨天|昨晚|上周|上次|前天"
    r"|前几天|之前|以前|早上|刚才|刚刚|过(?:一次|几次)?|\d+\s*点"
)
_STILL = re.compile(
    r"\bsince\b(?=\s+\w)|\b(?:still|again|ongoing|(?<!over )now(?!,? (?:resolved|fixed|restored|back|working|ok"
    r"|fine))|currently|continu\w+|keeps?|back again|today|not (?:yet )?(?:fixed|resolved|restored"
    r"|working))\b|n['’]t (?:fixed|resolved)|以来|至今|仍|还在|依然|又|再次|现在(?!已|好|恢复|正常)|一直"
    r"|到现在|目前(?!已|好|恢复|正常)|未(?:恢复|解决|修复)|没(?:有)?(?:恢复|解决|修复|好)"
)
_SETTLED = re.compile(
    r"\b(?:fixed|resolved|solved|restored|recovered|back (?:up|online|to normal)|working (?:again|now"
    r"|fine)|works (?:again|now)|sorted|all good|ok now|fine now)\b|已经?(?:修复|解决|恢复|好|正常)"
    r"|(?:修复|解决|恢复|修好|正常|好)了|恢复正常"
)
_UNSETTLED = re.compile(
    r"\b(?:not|n['’]t|until|when|will|to be|should be|supposedly|before|want\w*|need\w*|asap|claim\w*"
    r"|reported|if|get (?:it|this))\b[^,.]{0,20}\b(?:fixed|resolved|solved|restored|recovered|back)"
    r"|(?:未|没有?|不|能|何时|希望|要求|请|尽快|前|等)[^,。]{0,6}(?:修复|解决|恢复|好)"
)

_QUESTION_END = re.compile(r"[?？]\s*$|(?:吗|呢|么)[?？。!！\s]*$")
_ASKS = re.compile(
    r"\b(?:whether|wondering|wonders?|asks? if|asked if|asking if|not sure if|unsure if"
    r"|don['’]?t know if|unclear if|unclear whether|check if|confirm if|know if|see if|find out if"
    r"|to confirm|any (?:sign|evidence|chance))\b|是不是|是否|有没有|会不会|能不能|可不可以|有无|要不要"
    r"|对不对"
)
_OPENS_QUESTION = re.compile(
    r"^\W*(?:hi|hello|hey|so|and|also|quick question)?\W*(?:is|are|was|were|does|do|did|has|have|can"
    r"|could|will|would|should|any|am)\b"
)
_PRESUPPOSES = re.compile(
    r"\b(?:why|how long|how soon|when (?:will|is|are|can|do)|how (?:do|can|did|could|many)"
    r"|what (?:caused|happened|is causing|are you|do we|can)|where did|who (?:deleted|broke))\b|为什么"
    r"|为何|怎么(?:回事|办|会|还|又|没|恢复|解决|处理)|什么时候|何时|多久|什么原因|咋"
)


_NO_MORE = re.compile(
    r"no longer (?:happen|occur|see|a problem|an issue|reproduc|needed|affected)|(?:没有?|不)再(?:出现|发生|报)"
    r"|没(?:什么)?(?:问题|事儿?|毛病)了|不(?:再)?(?:报错|出错|卡顿?|闪退|掉线|转圈|断线|重复|丢|慢)了"
)
"""An end told by what is no more: the negator is part of it, and denies nothing of it."""


_NOBODY = re.compile(
    r"\b(?:nobody|no[- ]?one|none(?: of (?:\w+ ){1,3}?)?)\s?(?:\w+ )?(?:is|are|was|were|has been|have been|gets?|got) (?:\w+ )?"
    r"(?:blocked|stuck|stranded|locked out|paraly[sz]ed|affected|impacted|hit|down|cut off|prevented|kept from)\b"
    r"|没有?(?:任何)?(?:人|客户|用户|同事)(?:会|再)?(?:被|受到?|遭)(?:影响|卡|锁|阻|挡)"
)
"""Whom it does not befall and what does not: "nobody is blocked", 没有人被卡住."""


def negated(clause: str, start: int, end: int, *, inner: bool) -> bool:
    """Whether a negator governs [start, end): close before it with nothing between that ends its scope, or right after it.

    `inner` counts negators inside the match as well ("workaround does not work").
    """
    within = _NO_MORE.sub(" ", clause[start:end]) if inner else ""
    if _negator_in(within) or _HAN_NOT.search(within):
        return True
    if any(spared.start() < end and start < spared.end() for spared in _NOBODY.finditer(clause)):
        return True
    after = _NOT_AFTER.search(clause[end:])
    return _negator_before(clause[:start]) or _han_negator_before(clause[:start]) or after is not None


def _negator_in(words: str) -> bool:
    return _NOT.search(_NOT_A_NOT.sub(" ", words)) is not None


def _negator_before(before: str) -> bool:
    if _NOT_A_NOT.search(before):
        before = before[[m.end() for m in _NOT_A_NOT.finditer(before)][-1] :]
    last = None
    for last in _NOT.finditer(before):  # noqa: B007 (the last one counts)
        pass
    if last is None:
        return False
    between = before[last.end() :]
    return len(between.split()) <= 6 and not _STOP.search(between)


def _han_negator_before(before: str) -> bool:
    if _HAN_NOT_A_NOT.search(before):
        before = before[[m.end() for m in _HAN_NOT_A_NOT.finditer(before)][-1] :]
    found = list(_HAN_NOT.finditer(before))
    return bool(found) and len(before) - found[-1].end() <= 9 and not _HAN_STOP.search(before[found[-1].end() :])


def hypothetical(clause: Clause, start: int, *, threat: bool, suspicion: bool) -> bool:
    """Whether the words stand under a condition, a fear or a mere possibility.

    A condition reaches to the end of its sentence; for a `threat` only over its own clause: "if not fixed, we leave" is one.
    A `suspicion` survives "may" and "possible", not "would" or "if".
    """
    before = clause.text[:start]
    conditions = _IF_KNOWN.sub(" ", before if threat else clause.sentence[: clause.offset + start])
    if _IF.search(conditions):
        return True
    if threat:
        return bool(re.search(r"\b(?:worr|afraid|fear|scared)|担心|怕|以免|避免", before))
    scope = clause.sentence[max(0, clause.offset - 12) : clause.offset] + before
    return (_FEAR if suspicion else _MAY).search(scope if not clause.text[:start].isascii() else before) is not None


def past(clause: Clause, end: int) -> bool:
    """Over: long ago and not said to last, or earlier and said to be settled in the same or the next sentence."""
    if _STILL.search(clause.sentence):
        return False
    lead = clause.sentence[: clause.offset]
    reach = clause.text if len(lead) > 16 else lead + clause.text
    if _LONG_AGO.search(reach):
        return True
    rest = clause.text[end:] + clause.sentence[clause.offset + len(clause.text) :] + clause.next_sentence
    settled = _SETTLED.search(rest) is not None and not _UNSETTLED.search(rest)
    return settled and _EARLIER.search(reach) is not None


def asked(clause: Clause, start: int) -> bool:
    """Whether the words are what is asked. "Why is it down?" takes the fact as given and asks for something else."""
    before = clause.text[:start]
    if _PRESUPPOSES.search(clause.text):
        return False
    if _ASKS.search(before) or _ASKS.search(clause.sentence[: clause.offset][-24:]):
        return True
    if not _QUESTION_END.search(clause.sentence):
        return False
    return clause.last or _OPENS_QUESTION.search(clause.sentence) is not None
