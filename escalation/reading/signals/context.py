"""Words that look like a signal and are another, told by what stands beside them in the clause or its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from escalation.reading.signals.clauses import Clause
from escalation.reading.signals.english_words import OUTPUT
from escalation.reading.signals.other_senses import in_the_work, is_away, of_the_layout, out_of_a_place

Span = tuple[int, int]

_OUTPUT = re.compile(rf"\b{OUTPUT}\b|导出|报表|表格|csv|pdf|excel|打印|对账单")
_STORED = re.compile(
    r"\b(?:wip\w+|eras\w+|delet\w+|purg\w+|overwr\w+|destroy\w*|gone|vanish\w*|disappear\w*|unrecoverable|backups?"
    r"|data[ -]?loss|loss of data)\b|清空|删|覆盖|抹掉|找不回|没了|不见|消失|备份"
)
_FAULTS = frozenset(
    {
        "production_down", "data_loss", "data_corruption", "security_exposure", "unauthorised_access", "vulnerability",
        "blocked", "degraded", "broken",
    }
)  # fmt: skip
_PEOPLE_AGAIN = re.compile(
    r"\b(?:call(?:s|ed|ing)?|ask(?:s|ed|ing)?|request(?:s|ed|ing)?|e?-?mail(?:s|ed|ing)?|wr(?:ote|ites?|iting)"
    r"|remind\w*"
    r"|chas\w+|refresh\w*|press\w*|click\w*|retr(?:y|ies|ied|ying))\b"
    r"|请求|要求|来电|来信|电话|催|询问|申请|建议|希望|想要|需要|跟进|刷新|重试"
)
_ACTS = re.compile(
    r"\b(?:call(?:s|ed|ing)?|demand\w*|ask(?:s|ed|ing)?|want(?:s|ed)?|insist\w*|cc(?:['’]?d|ed)?|copied|copying"
    r"|escalat\w*"
    r"|e?-?mail(?:s|ed|ing)?|wr(?:ote|ites?|iting)|furious|angry|unhappy|upset|livid|on the line|involv\w*"
    r"|join\w*|complain\w*"
    r"|threaten\w*|request\w*|needs?|expects?|reach\w*|contact\w*|loop\w*|aware|personally|speak\w*|talk\w*|meet\w*"
    r"|messag\w*|ping\w*|chas\w*|sa(?:y|ys|id)|tells?|told|going to|pressur\w*|attention|sponsor|visib\w*"
    r"|engag\w*|question\w*)\b"
    r"|要(?!的)|电话|来电|亲自|问|抄送|发火|不满|生气|很|投诉|关注|催|说(?!明)|介入|参与|出面|找|约|让|叫|发话|怒|打来|施压|升级|威胁"
)
"""An executive who only reads a report is not involved."""


_COUNSEL = re.compile(r"\b(?:lawyers?|attorneys?|solicitors?|litigation)\b|律师")
_COUNSEL_ACTS = re.compile(
    r"\b(?:demand\w*|letters?|claims?|su(?:e|ing|ed)|court|legal|contract\w*|advis\w+|involv\w+|threat\w*|sa(?:y|ys|id)"
    r"|wr(?:ote|ites?|itten|iting)|contact\w*|instruct\w*|speak\w*|talk\w*|call\w*|hear\w*|action|penalt\w+|damages"
    r"|compensat\w+|cc(?:['’]?d)?|cop(?:ied|ying)|ask(?:s|ed|ing)?"
    r"|look\w*|will|in touch|consult\w*|review\w*|hand\w*|get\w*|go(?:es|ing)?"
    r"|(?:with|to|from|of) (?:our|my|their|his|her) (?=lawyer|attorney|solicitor))\b"
    r"|函|起诉|索赔|合同|介入|联系|找|咨询|要求|追究|说|让|请|问|沟通|处理"
)
"""Whose profession it is to sign or be sent things: a lawyer who does nothing against us is no threat."""


_OF_OTHERS = re.compile(
    r"(?:其他|其它|其余|别的|别家|另外的?|旁边)[^，。；,;]{0,8}$|(?:别人|同事们?)[^，。；,;]{0,3}$"
    r"|\b(?:everyone|everybody|anyone|everything) else\b[^,;.]{0,16}$|\b(?:all |the )?(?:others?|rest)\b[^,;.]{0,24}$"
)
"""Right before words of an end: that others are well says nothing of the one who is not."""

_BACK_IN_PLACE = re.compile(
    r"\b(?:is|are|came|come|comes|['’]s|['’]re|has|have) back (?:on|in|at) (?:the|our|your|their|its|all)\b"
    r"(?! (?:same|next|first|last|latest|newest|new|day|date|morning|evening|afternoon|weekend|\w+day|release|version|update))"
    r"|(?:又|重新|都|已经?)(?:回到?|出现)[在到]?[^，。；,]{1,8}[上里中](?:了|来)"
)
"""Things that are where they belong once more ("the units are back on the map"): an end, ..."""
_FAULT_IS_BACK = re.compile(
    r"\b(?:errors?|problems?|issues?|faults?|bugs?|it|this|that|loops?|freez\w+|crash\w*|symptoms?|failures?|duplicates?|delays?"
    r"|outages?|alarms?|trouble|messages?|warnings?|gaps?|we|i|you)\b|错误|报错|问题|故障|提示|警告|重复|乱码|弹窗|空白|告警|异常"
)
"""... unless what is there is the fault."""


def _in_place(clause: str) -> bool:
    back = _BACK_IN_PLACE.search(clause)
    return back is not None and not _FAULT_IS_BACK.search(clause[: back.start()])


def said(found: dict[str, Span], clause: Clause) -> Iterator[tuple[str, int, int]]:
    """The signals of a clause as they are meant: [start, end) in the clause for each.

    An incomplete output is `broken`, not lost data; what people do a second time is no recurrence; a title without a deed is
    nobody's involvement, nor is a lawyer who only signs; that others are well is no end, that things are
    back in their place is one; see `other_senses` for the rest.
    """
    if "data_loss" in found and _OUTPUT.search(clause.text) and not _STORED.search(clause.text):
        found = _renamed(found, "data_loss", "broken")
    if "data_corruption" in found and of_the_layout(clause.text):
        found = _renamed(found, "data_corruption", "broken")
    if "recurrence" in found and _in_place(clause.text):
        found = _renamed(found, "recurrence", "resolved_now")
    for signal, (start, end) in found.items():
        if signal == "resolved_now" and _OF_OTHERS.search(clause.text[:start]):
            continue
        if signal == "recurrence" and not _FAULTS & found.keys() and _PEOPLE_AGAIN.search(clause.text):
            continue
        if signal == "churn_threat" and out_of_a_place(clause.text):
            continue
        if signal == "executive_involved" and (
            not _ACTS.search(clause.sentence) or in_the_work(clause.text, start, end)
        ):
            continue
        if (
            signal == "legal_or_pr"
            and _COUNSEL.fullmatch(clause.text[start:end])
            and (is_away(clause.text) or not _COUNSEL_ACTS.search(clause.text))
        ):
            continue
        yield signal, start, end


def _renamed(found: dict[str, Span], signal: str, name: str) -> dict[str, Span]:
    rest = {other: span for other, span in found.items() if other != signal}
    return {**rest, name: min(found[signal], rest.get(name, found[signal]))}
