"""Words that may tell of data in wrong hands where nothing else speaks for Security: then it is asked, and not soothed away."""

from __future__ import annotations

import re

from escalation.judgement.answers import SECURITY_MATTER
from escalation.judgement.case import Case
from escalation.reading.signals.clauses import clauses
from escalation.text.folding import fold, simplified

_DATA = r"(?:data|information|info|records?|details|names?|files?|invoices?|documents?|credentials|passwords?)"
_WHOSE = r"(?:customers?|clients?|compan(?:y|ies)|tenants?|accounts?|organi[sz]ations?)"
_MAY_BE = re.compile(
    rf"\b{_DATA}\b[^.;]{{0,30}}\b(?:leak(?:s|ed|age)?|breach(?:ed|es)?|compromised|exposed|exfiltrat\w+)\b"
    rf"|\b(?:leak(?:ed|age)?|breach(?:ed)?|compromised)\b[^.;]{{0,30}}\b{_DATA}\b|\bdata (?:leak|breach)\b"
    rf"|\b(?:wrong|other|another|different|somebody else|someone else)(?:['’]s)? (?:{_WHOSE}(?:['’]s?)? )?{_DATA}\b"
    rf"(?=[^.;]*\b(?:shown|shows?|showing|displayed|visible|in|on|appear\w*|see\w*|saw)\b)(?<!wrong data)"
    r"|(?:数据|资料|信息|名单|文件)[^，。；]{0,8}(?:泄[露漏]|外泄|流出|被盗)|(?:泄[露漏]|外泄)[^，。；]{0,8}(?:数据|资料|信息|名单|他们|客户)"
    rf"|(?:显示|出现|看到|打开|冒出)[^，。；]{{0,6}}(?:别家|别人|别的(?:公司|客户)|其他(?:公司|客户)|错的客户)[^，。；]{{0,6}}(?:数据|资料|信息|名字|文件)"
)
_MEMORY = re.compile(r"\bmemory leak|内存泄[露漏]")


def possible_exposure(case: Case) -> str | None:
    """The clause that may tell of somebody's data in wrong hands; None where it was asked and answered, set aside or explained by
    an article that fits."""
    if SECURITY_MATTER in {*case.answers, *case.declined} or case.issue.set_aside or case.solutions.valid:
        return None
    line = simplified(case.issue.text)
    if _MEMORY.search(fold(line)):
        return None
    return next(
        (c.text.strip(" ,，.。") for c in clauses(case.issue.text) if _MAY_BE.search(fold(simplified(c.text)))), None
    )
