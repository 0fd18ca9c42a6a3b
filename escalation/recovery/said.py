"""What support told the customer of a fault in its thread: what brought it about, and what was done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from escalation.reading.threads.entries import entries
from escalation.records import Ticket

_CLAUSE = re.compile(r"(?:[^\n.!?;。！？；]|\.(?=\w))+")
_CAUSE = re.compile(
    r"(?i)\b(?:was|were|is|had been) (?:\w+ )?(?:stuck|undersized|overloaded|full|misconfigured|exhausted|expired|rebuilding"
    r"|replayed|lost|blocked|corrupted|missing an index|too small)\b"
    r"|\b(?:caused by|due to|because of|the cause (?:was|is)|root cause|ran out of|led to)\b"
    r"|\b(?:an?|the) (?:slow|stuck|failed|wrong|bad|expired|faulty|full) \w+\b"
    r"|原因(?:是|为|：|:)|由于|因为|导致|引起|配置错误|(?:证书|磁盘|队列|连接池|内存)[^，。]{0,8}(?:过期|已满|耗尽|不足|堆积)"
)
_DONE = re.compile(
    r"(?i)\b(?:restarted|replaced|rolled back|released|recalculated|corrected|reset|rebuilt|upgraded|resent|reconfigured"
    r"|monitoring (?:was |is |has been )?added|added monitoring|deployed|removed|doubled|moved to)\b"
    r"|重启|回滚|更换|扩容|补发|重算|修正|切换|加上?监控"
)
"""Deeds; that it is back, or fixed, tells nobody what was done."""
_UNSURE = re.compile(
    r"(?i)\b(?:maybe|perhaps|probably|might|may|could|suspect\w*|investigat\w+|looking into|not (?:yet )?(?:clear|known"
    r"|confirmed)|unclear|are fixing|being)\b|[?？]|可能|怀疑|疑似|尚未|还在|正在|初步|待确认"
)
_THEIRS = re.compile(
    r"(?i)\b(?:comes?|came|caused|pending|set|changed|raised|blocked|closed|made|removed|switched|missing|lies|lay)\b"
    r"[^.;]{0,60}\b(?:(?:on|at|from|by) your (?:side|end|gateway|network|firewall|proxy|server|admin\w*|it\b|provider|system)"
    r"|in your (?:office|network|company|settings))"
    r"|(?:是|因|由于|由)[^，。]{0,8}(?:贵司|贵方|您(?:那边|这边|公司)?)的?(?:网络|网关|防火墙|代理|管理员|系统|设置|服务器)"
    r"|(?:贵司|贵方|您)(?:的)?(?:网络|网关|防火墙|代理|管理员|服务器)[^，。]{0,12}(?:导致|引起|造成|所致)"
)
_AND_ARE = re.compile(r"(?i),? (?:and|which) (?:we )?(?:are|is) \w+ing .*$")


def cause_told(ticket: Ticket) -> str | None:
    """The last thing that support called the cause, unhedged and in words to the customer."""
    found = [_AND_ARE.sub("", each) for each in _clauses(ticket) if _CAUSE.search(each)]
    return next((each for each in reversed(found) if not _UNSURE.search(each)), None)


def fix_told(ticket: Ticket) -> str | None:
    """What support last said was done."""
    found = [each for each in _clauses(ticket) if _DONE.search(each) and not _UNSURE.search(each)]
    return found[-1] if found else None


def theirs(ticket: Ticket) -> bool:
    """Whether support told the customer that it came from the customer's own side, and the ticket was solved on that."""
    return ticket.solved and any(_THEIRS.search(each) for each in _clauses(ticket) if not _UNSURE.search(each))


def _clauses(ticket: Ticket) -> Iterator[str]:
    for entry in entries(ticket):
        if entry.role == "agent" and entry.public:
            yield from (each.strip() for each in _CLAUSE.findall(entry.text) if each.strip())
