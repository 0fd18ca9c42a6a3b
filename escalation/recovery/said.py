"""What support told the customer of a fault in its thread: what brought it about, and what was done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from escalation.reading.threads.entries import entries
from escalation.records import Ticket
from escalation.text.folding import simplified

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
_OVER = r"(?:expired|expires|ran out|run out|has lapsed|lapsed|an end date|notafter|not-after)"
_YOURS = r"(?:your|their|the customer['’]s)"
_OWN_CERTIFICATE = re.compile(
    rf"(?i)\b{_YOURS}\b[^.]{{0,60}}\bcertificates?\b[^.]{{0,60}}\b{_OVER}\b"
    rf"|\bcertificates?\b[^.]{{0,80}}\b{_YOURS} (?!users?\b|staff\b)[^.]{{0,80}}\b{_OVER}\b"
    rf"|\bcertificates? (?:has |had |is )?(?:expired|lapsed)\b.{{0,120}}\b{_YOURS} (?:side|end|endpoint|server|gateway)\b"
    r"|\bx509: certificate has expired\b.{0,60}\b(?:endpoint|(?:web)?hooks?\.)"
    rf"|\bpeer certificate\b.{{0,80}}\b{_OVER}\b"
    r"|(?:贵司|贵方|您|对方|客户)[^，。]{0,20}证书[^，。]{0,24}(?:过期|到期|失效)"
    r"|证书[^，。]{0,12}(?:是|属于|由)(?:贵司|贵方|您|对方|客户)[^。]{0,24}(?:过期|到期|失效)"
)
"""Who let a certificate run out is told by whose it is, in a note to colleagues as in a word to the customer."""
_STILL_VALID = re.compile(
    r"(?i)\b(?:not|never|n['’]t) (?:yet )?(?:expired|expire|lapsed|run out)\b|(?:没有|尚未|并未|未)过期"
)
_SENTENCE = re.compile(r"(?:[^\n.!?。！？]|[.!?](?=\w))+")
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
    """Whether support told the customer that it came from the customer's own side, and the ticket was solved on that; or
    whether it was a certificate of theirs that ran out, solved or not."""
    if ticket.solved and any(_THEIRS.search(each) for each in _clauses(ticket) if not _UNSURE.search(each)):
        return True
    said = (
        each
        for entry in entries(ticket)
        if entry.role in ("agent", "internal")
        for each in _SENTENCE.findall(entry.text)
    )
    return any(
        _OWN_CERTIFICATE.search(each) and not _UNSURE.search(each) and not _STILL_VALID.search(each)
        for each in map(simplified, said)
    )


def _clauses(ticket: Ticket) -> Iterator[str]:
    for entry in entries(ticket):
        if entry.role == "agent" and entry.public:
            yield from (each.strip() for each in _CLAUSE.findall(entry.text) if each.strip())
