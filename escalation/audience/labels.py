"""Internal labels: severities, tiers and ranks of customers as we file them; "critical for you" is plain speech."""

from __future__ import annotations

from collections.abc import Iterator

from escalation.audience.found import Hit
from escalation.audience.known import Audience
from escalation.audience.words import matches, unquoted
from escalation.claims.lazy import Lazy
from escalation.reading.seen import Seen

_LEVEL = r"(?:critical|high|medium|low|urgent|sev\w*|p[0-4])"
_LABEL = Lazy(
    rf"\bsev(?:erity)?[- ]?[0-4]\b|\bp[0-4]\b|\bl[1-3]\b|\btier[- ]?[1-3]\b(?! (?:pricing|plan))"
    rf"|\bseverity(?: level)?(?: is| of|:)? {_LEVEL}\b"
    rf"|\b(?:rated|classified|flagged|marked|tagged|categori[sz]ed|triaged|raised)(?: (?:it|this|you|that"
    rf"|your \w+))?(?: as| to)? (?:severity\W*)?{_LEVEL}\b"
    rf"|\b{_LEVEL}[- ]severity\b|\bseverity\b(?= (?:was|is|has|will))"
    rf"|\bseverity\b[^.,\n]{{0,12}}\b{_LEVEL}\b|\bpriority ?: ?{_LEVEL}\b|\b(?:second|third|2nd|3rd)[- ](?:level"
    rf"|line)\b|\b(?:impact|priority|severity|health) score\b"
    r"|\btop[- ]tier\b|\bmajor incident\b|\binternally(?:,| this| it| we)[^.,\n]*"
    r"|\b(?:top|gold|silver|platinum|strategic|key|vip|top-tier|high-value|flagship|premium-tier|whale) (?:account"
    r"|customer|client)s?\b|\bvip (?:flag|status|list)\b"
    r"|\binternal escalation\b|\bescalation (?:level|path|tier|target)\b|\bbusiness impact: |(?:→"
    r"|->) ?(?:engineering|product|security|leadership)"
    r"|\b(?:enterprise|professional|trial|paying|premium) customers (?:are|get|come|go|have)\b"
    r"|严重(?:级别|程度|等级)\s?(?:[:为是]|定)|(?<![a-z])p[0-4](?![a-z\d])|(?<![a-z])l[1-3](?![a-z\d])|(?<![a-z])sev-?\d"
    r"|(?:定级|标|升|降|评)(?:为|成|到)[^,。]{0,4}(?:关键|严重|紧急|高优先级|高级别|重大)|(?:定|调|升|改|降)(?:为|成|到)?了?[^,。]{0,3}(?:关键|严重|紧急"
    r"|高|中|低)(?=[,。]|级|$)|优先级\s?[::为是]\s?(?:关键|紧急|高|中|低|p)|影响分|内部(?:算|定|按)[^,。]*"
    r"|[一二三]线(?:转|升|到|支持)|(?:转|升)(?:到|至)?[一二三]线"
    r"|(?:战略|重点|vip|ka|头部|高价值|重要|大|金牌|银牌|白金|核心)客户(?!经理)|(?:企业版|专业版|旗舰版|付费)客户(?:优先|先|有|都)|内部升级|业务影响\s?[::]"
    r"|(?:→|->)\s?(?:工程|技术|产品|安全|领导)团队|升级(?:级别|对象)[:为]"
)


def labels(seen: Seen, audience: Audience) -> Iterator[Hit]:
    """Severity, tier and customer-rank talk."""
    yield from unquoted(seen, matches(seen, "internal_label", _LABEL))
