"""People of ours: by name, by how colleagues call them, by handle, by address."""

from __future__ import annotations

from collections.abc import Iterator

from escalation.audience.found import Hit
from escalation.audience.known import Audience
from escalation.audience.naming import person_forms, stands
from escalation.claims.lazy import Lazy
from escalation.naming import domain_key
from escalation.reading.seen import Seen

_ROLE = Lazy(
    r"(?:engineer|developer|colleague|CSM|[Aa]ccount manager|[Oo]n-call|DBA|architect|[Pp]roduct manager"
    r"|[Tt]eam lead|specialist|analyst"
    r"|VP|director|CTO|CEO|administrator|tester|designer|consultant"
    r"|researcher),? ([A-Z][a-z]+(?: [A-Z][a-z]+)?)(?![a-z])(?! ?[>›»→])"
)
"""A role with a name behind it; with an arrow behind that it is a menu ("as administrator, Settings > Users")."""
_FAMILY = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏"
    "钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_CALLED = Lazy(
    rf"(?:DBA|CSM|SRE|工程师|同事|研发|运维|开发|测试|产品经理|客户成功经理|架构师|负责人)的?\s?((?:小|老)[{_FAMILY}]|[{_FAMILY}]工)"
    rf"|(?<![\u4e00-\u9fff])([{_FAMILY}]工|小[{_FAMILY}])(?=[\u4e00-\u9fff])(?!作|程|具|会|单|商)"
)
_HANDLE = Lazy(r"(?<![\w.@/])(?<!\w\\)@[a-z][\w.-]{2,}")
_ADDRESS = Lazy(r"(?<![\w.])([a-z]+)[._]([a-z]+)\\?@([\w-]+(?:\.[\w-]+)+)")
"""In a letter of ours the @ of an address stands behind a backslash, so that nobody is mentioned by it."""


def people(seen: Seen, audience: Audience) -> Iterator[Hit]:
    """Whoever the customer was not introduced to; their own people may be named."""
    known = person_forms((*audience.contacts, *audience.introduced, *audience.customer))
    told = {form.casefold() for form in known}
    forms = {form for form in person_forms(audience.people) if form.casefold() not in told}
    for start, end in stands(forms, seen.cased):
        yield Hit("internal_person", start, end)
    for pattern in (_ROLE, _CALLED):
        for found in pattern.finditer(seen.cased):
            group = found.lastindex or 0
            if not any(part.casefold() in told for part in (found[group], *found[group].split())):
                yield Hit("internal_person", *found.span(group))
    for found in _HANDLE.finditer(seen.small):
        yield Hit("internal_person", *found.span())
    yield from _addresses(seen, audience)


def _addresses(seen: Seen, audience: Audience) -> Iterator[Hit]:
    """A person's address that is not at the customer's own domain: shared mailboxes have one word before the @."""
    own = {domain_key(name) for name in audience.customer if "." in name}
    introduced = " ".join((*audience.contacts, *audience.introduced)).casefold()
    for found in _ADDRESS.finditer(seen.small):
        if domain_key(found[3]) not in own and found[1] not in introduced.split():
            yield Hit("internal_person", *found.span())
