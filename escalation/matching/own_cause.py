"""Whether a cause lies with the customer: who changed their firewall has other trouble than who meets our fault that day."""

from __future__ import annotations

import re

from escalation.reading.threads.own_fault import noted_as_theirs, own_fault
from escalation.records import Ticket
from escalation.remembered import OfRecord
from escalation.text.folding import simplified

_THING = (
    r"(?:firewall|proxy|idp|identity provider|(?:signing )?cert(?:ificate)?s?|dns|vpn|router|switch|antivirus|mdm|isp"
    r"|allow-?list|whitelist|domain controller|group policy|mail (?:server|gateway|filter)|spam filter|licen[cs]e)"
)
_DING = r"(?:防火墙|代理|证书|路由器?|交换机|网关|网段|内网|专线|宽带|杀毒软件|安全软件|域名解析|白名单|邮件网关|密钥|许可证)"
_TOLD = re.compile(
    rf"\b(?:their|your|our|own|customer['’]s) (?:[\w'’]+ ){{0,2}}{_THING} (?:\w+ ){{0,3}}"
    r"(?:expired?|ran out|lapsed|swap\w*|replaced?|changed?|block\w*|drops?|rejects?|inspect\w*|migrat\w*|upgraded?)\b"
    r"|\b(?:new|swapped|replaced|changed|switched|moved|migrated|upgraded) (?:(?:to|a|an|the|our|their|your) )*"
    rf"(?:\w+ )?{_THING}\b"
    rf"|\b{_THING} (?:swap|replacement|change|migration|had expired|has expired|is expired|was blocking|is blocking)\b"
    r"|\b(?:on|at|from) (?:their|the customer['’]s) (?:own )?(?:side|end|network)\b"
    r"|\bthey (?:must|need to|have to|should) (?:renew|upload|replace|allow|open|re-?issue)\b"
    rf"|(?:换|更换|新装|新上|新购|调整|升级|迁移|改)(?:了|过|完)?.{{0,6}}{_DING}|{_DING}.{{0,4}}(?:过期|到期|更换|换了|拦截|拦了|挡|阻断|没放行|未放行)"
    r"|(?:客户|对方|他们|贵司|贵方|您)(?:那边|侧|端|自己|自家|本地|内部).{0,8}(?:原因|问题|配置|证书|网络|防火墙)",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|no|nothing|never|isn['’]t|wasn['’]t|ruled? out|checked|fine|normal|ok|without|if|maybe|perhaps|could|might)\b"
    r"|没有?(?:异常|问题|换|改|动)|正常|无异常|未过期|没过期|排除|不确定|不是|是不是|是否|会不会|如果|可能",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[^.!?,;:。！？，；：\n]+")
_OURS = re.compile(r"\b(?:ours|our side|our end|we) (?:is|are) fine\b", re.IGNORECASE)
"""What is fine with us rules nothing out on the other side."""

_NEEDED = (
    "firewall", "proxy", "idp", "identity", "cert", "dns", "vpn", "router", "switch", "antivirus", "mdm", "isp", "allow",
    "whitelist", "domain", "policy", "mail", "spam", "licen", "their ", "customer", "they ", " fine",
    "防火墙", "代理", "证书", "路由", "交换机", "网关", "网段", "内网", "专线", "宽带", "软件", "域名", "白名单", "密钥",
    "许可证", "客户", "对方", "他们", "贵", "您",
)  # fmt: skip
"""One of these stands in all that is looked for: where none does, no clause need be searched."""


def tells_own_cause(text: str) -> bool:
    """Whether a text says that it came from the customer's own network, certificate or set-up; a guess is not said."""
    text = simplified(text)
    lower = text.lower()
    return any(map(lower.__contains__, _NEEDED)) and any(
        _OURS.search(clause) or (_TOLD.search(clause) and not _NOT.search(clause)) for clause in _CLAUSE.findall(text)
    )


@OfRecord
def has_own_cause(ticket: Ticket) -> bool:
    """The same of what its customer and our staff wrote in it, and whether they say outright whose fault it was."""
    return any(map(tells_own_cause, ticket.texts)) or own_fault(ticket) is not None or noted_as_theirs(ticket)
