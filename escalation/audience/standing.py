"""Standing: what a customer counts for with us, and where their matter stands among our own work."""

from __future__ import annotations

from collections.abc import Iterator

from escalation.audience.found import Hit
from escalation.audience.known import Audience
from escalation.audience.words import matches, unquoted
from escalation.claims.lazy import Lazy
from escalation.reading.seen import Seen

_OURS = (
    r"(?:engineering|engineers?|developers?|development|product|research|(?:the|our) (?:[\w-]+ )?(?:team|engineers|developers"
    r"|colleagues|experts|people)|we|they|i)"
)
_MATTER = r"(?:this|it|that|your (?:request|case|issue|ticket|matter|wish|report|fault))"
_NOT = r"(?:not|n['’]t|never|hardly|no longer|yet to be)"
_STANDING = Lazy(
    r"\breference(?:able)? (?:customer|client)s?\b(?: status)?|\breference(?:able)? account status\b"
    rf"|\b{_OURS} (?:\w+ ){{0,2}}?(?:{_NOT}|\w+{_NOT}) (?:\w+ ){{0,2}}?(?:giv|mak|treat|see|consider)\w* (?:\w+ ){{0,2}}?"
    r"(?:a |the |any |much |top |high )*priority\b(?! for you)"
    rf"|\b{_MATTER} (?:\w+ )?\w*{_NOT} (?:\w+ ){{0,2}}?(?:a |the |our |their )?(?:top |high(?:est)? |first )?priority\b"
    r"(?! (?:for|to) you)"
    rf"|\b{_MATTER} (?:\w+ )?\w*{_NOT} (?:\w+ ){{0,2}}?prioriti[sz]ed\b|\bde-?prioriti[sz]\w+"
    rf"|\b(?:for|with) {_OURS},? {_MATTER} (?:is|was) (?:\w+ )?(?:low|lower|lowest)[- ]priority\b"
    rf"|\b(?:for|with) {_OURS},? {_MATTER} (?:is|was) (?:an? )?(?:low|lower) priority\b"
    rf"|\b{_MATTER} (?:is|was|has) (?:\w+ )?(?:an? )?(?:low|lower)[- ]priority\b(?! for you)"
    r"|\bother (?:work|projects?|things|matters|topics|releases?) (?:comes?|goe?s?|takes?|took|came|has|have) "
    r"(?:first|before|precedence|priority)\b"
    rf"|\b(?:far|further|lower|low) down (?:on )?(?:our|the|their) (?:list|queue|backlog)\b"
    rf"|\b{_OURS} (?:do(?:es)? not|don['’]t|doesn['’]t|did not|didn['’]t|lacks?) (?:currently |now |yet )?(?:have )?"
    r"(?:the |enough )?(?:people|capacity|resources|bandwidth|staff|hands)\b"
    rf"|\b{_OURS} (?:is|are|was|were) (?:\w+ )?(?:short of (?:people|staff|hands)|short-?staffed|understaffed|overbooked"
    r"|stretched|(?:too |very )?busy (?:with|on) (?!your\b|this\b|it\b|that\b))"
)
_STANDING_ZH = Lazy(
    r"(?:标杆|标竿|参考|样板|灯塔|示范)(?:客户|企业)(?!经理)(?:的?(?:地位|身份))?"
    r"|优先级(?:目前|暂时|并|还|也|比较|相对)*(?:不高|较?低|不够|靠后|排在?后|往后)|(?:没有?|未|不)(?:被|算|会)?(?:列为|列入|当成|当作|算作|作为)优先"
    r"|(?:排期|排队)[^,。您]{0,8}(?:靠后|往后|排不上|没排上|排在后)|排不上(?:期|号|队)|排在(?:后面|后头|末尾)"
    r"|(?:没有?|无|腾不出|抽不出|抽不开|缺)(?:多余的?|足够的?)?(?:人手|人力|资源|精力)"
    r"|(?:研发|开发|工程师?|产品|运维|技术)(?:团队|部门?|组|同事|那边|这边)*[^,。您]{0,8}"
    r"(?:手头[^,。]{0,4}忙|忙(?:于|着|不过来)(?!处理您|您)|没空|顾不上|顾不过来)"
    r"|顾不上(?:这|您|贵司)?"
)


def standing(seen: Seen, audience: Audience) -> Iterator[Hit]:
    """A rank among our customers, and that other work of ours goes first; "not a priority for you" is the customer's own."""
    yield from unquoted(seen, matches(seen, "internal_label", _STANDING, _STANDING_ZH))
