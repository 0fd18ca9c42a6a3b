"""Assurances: that something is safe beyond doubt. Nobody can know that of what is still looked into, and nobody keep it."""

from __future__ import annotations

from collections.abc import Iterator

from escalation.audience.found import Hit
from escalation.audience.known import Audience
from escalation.audience.words import matches
from escalation.claims.lazy import Lazy
from escalation.reading.seen import Seen

_THING = r"(?:data|files?|records?|accounts?|information|projects?|documents?|customers)"
_SURE = Lazy(
    rf"\b{_THING} (?:is|are|was|were|remains?|stays?|will be) (?:\w+ )?(?:absolutely|completely|perfectly|entirely|totally|fully"
    r"|always|100 ?%|a hundred percent) (?:safe|secure|protected)\b"
    rf"|\b(?:no|zero|not (?:the slightest|any)) (?:\w+ )?(?:risk|danger)(?: whatsoever| at all)? (?:for|to|of) (?:your|the|any) "
    rf"(?:[\w-]+ )?{_THING}\b|\brest assured that (?:all )?(?:your|the) (?:[\w-]+ )?{_THING} (?:is|are) (?:safe|secure)\b"
)
_SURE_ZH = Lazy(
    r"(?:绝对|百分(?:之)?百|100 ?%|完全|肯定|一定)(?:是)?(?:安全|保密|可靠|没(?:有)?(?:问题|风险))(?!的(?:办法|方法|做法|环境))"
    r"|(?:数据|资料|文件|信息|账号|帐号)[^,。]{0,4}(?:没有|不存在|不会有|毫无|零)(?:任何|一点|丝毫)?的?(?:风险|危险)|(?:数据|资料)零风险"
)
_ASKED = Lazy(r"[?？]|是否|不能保证|无法保证|\b(?:whether|if|cannot|can['’]t|not yet) ")


def assurances(seen: Seen, audience: Audience) -> Iterator[Hit]:
    """Each of them; a question whether it is so is none."""
    for hit in matches(seen, "guarantee", _SURE, _SURE_ZH):
        end = seen.small.find("\n", hit.end)
        if not _ASKED.search(seen.small[max(0, hit.start - 24) : hit.end + 1 if end < 0 else min(end, hit.end + 1)]):
            yield hit
