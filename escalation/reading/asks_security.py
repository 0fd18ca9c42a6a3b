"""Clauses that only ask whether something is a matter of security: who asks that has stated nothing yet."""

from __future__ import annotations

import re
from functools import lru_cache

from escalation.reading.uncovered import uncover

_WHICH = r"(?:(?:info|cyber)?-?sec(?:urity)?|privacy|compliance|data[- ]protection)"
_KIND = rf"{_WHICH}(?:(?: and | or | ?/ ?|-)?{_WHICH})*(?:[- ](?:team|related|relevant))?"
_NOUN = r"(?: (?:issues?|matters?|cases?|concerns?|problems?|questions?|incidents?|topics?|things?|one))?"
_SHY = r"(?:even |really |actually |also |already |still |maybe |perhaps |possibly |more of )?"
_TAIL = r"(?: (?:for us|at all|or not|then))?"
_IT = r"(?:this|that|it|these|those)"
_BEING = rf"{_SHY}(?:be |count as |considered )?(?:a |an |any |some (?:kind|sort) of )?(?:possible |potential )?"
_UNSURE = r"(?:not sure|unsure|unclear|wondering|no idea|don['’]t know|to find out|please check) (?:if|whether)"
_TOWARDS = r"(?:go to|be sent to|involve|tell|ask|loop in|be with|belong to|go with|inform)"
_ENGLISH = (
    rf"(?:(?:or|and|so|but) )?(?:is|are|was|isn['’]t|could|would|might|can) {_IT} {_BEING}{_KIND}{_NOUN}{_TAIL}",
    rf"(?:does|do|would) {_IT} {_SHY}(?:count|qualify|rank) as (?:a |an )?{_KIND}{_NOUN}{_TAIL}",
    rf"(?:(?:i am|i['’]m|we are|we['’]re) )?{_UNSURE} {_IT}(?: is|['’]s| counts as) {_BEING}{_KIND}{_NOUN}{_TAIL}",
    rf"(?:a |an )?(?:possible |potential )?{_KIND}{_NOUN}(?= ?\?)",
    rf"(?:should|does|do|must|need|shall) (?:{_IT}|we|i) (?:need to |have to )?{_TOWARDS} (?:the |our )?{_WHICH}(?: team)?",
)
_ABOUT = r"(?:信息|网络|数据|资讯)?(?:安全|资安|信安|合规|隐私)"
_MATTER = rf"(?:{_ABOUT}(?:[、和与或/]|还是)?)+(?:性|类|方面)?的?(?:问题|事件|事故|事项|事情|案件|范畴|范围|的事|疑虑)?"
_LEAD = r"(?:请问|想问|不知道|不确定|不清楚|问一下|问下|确认一下)?(?:这个?|那|它|此事|这件事|这种情况|这种)?(?:到底|究竟|也|还)?"
_CHINESE = (
    rf"{_LEAD}(?:算不算|是不是|是否(?:算|属于|是)?|属不属于|属于不属于|会不会是|能不能算|算不算是)(?:一个|个)?{_MATTER}(?:吗|呢|啊)?",
    rf"{_LEAD}(?:算|属于|是|算是)(?:一个|个)?{_MATTER}(?:吗|么|(?=[?？]))",
    r"(?:要不要|是否要|是否需要|需不需要|该不该)(?:找|给|转给?|通知|交给?|升级给|拉上?|报给?)(?:安全|资安|信安)(?:团队|部门|组|同事)?(?:吗|呢)?",
)
_EDGE = r"[\s,，;；。.!！?？:：()（）\n—–-]"
_ASKS = re.compile(rf"(?<![^\s,，;；。.!！?？:：()（）—–-])(?:{'|'.join((*_ENGLISH, *_CHINESE))})(?=$|{_EDGE})")


@lru_cache(maxsize=64)
def without_asking(text: str) -> str | None:
    """The folded text without what only asks that; None where nothing does."""
    plain = uncover(text).text
    rest = _ASKS.sub(" ", plain)
    return None if rest == plain else rest.strip(" ,，;；。.!！?？:：—–-\n")
