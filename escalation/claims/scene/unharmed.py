"""Unharmed: that no data was seen or passed on, where nobody on record has looked and says so."""

from __future__ import annotations

from collections.abc import Iterator

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Reason
from escalation.claims.scene.parts import Parts

_DATA = r"(?:data|files?|records?|information|documents?|projects?)"
_REACHED = r"(?:leaked|exposed|compromised|disclosed|accessed|stolen|breached|viewed|seen|read by)"
_NOT = r"(?:not|never|n['’]t)"
_UNHARMED = Lazy(
    rf"\b(?:no|none of (?:your|the|their)) (?:[\w-]+ ){{0,3}}?{_DATA}\b(?: \w+){{0,3}}? {_REACHED}\b"
    rf"|\b(?:your|the|their|customer) (?:[\w-]+ )?{_DATA} (?:(?:was|were|is|are|has|have|had)(?: {_NOT}|n['’]t)|{_NOT})(?: been)?"
    rf" (?:\w+ )?{_REACHED}\b"
    rf"|\bno(?:body|[- ]one)(?: else| other than you)? (?:has |have |had |could have )?(?:ever )?"
    rf"(?:saw|seen|accessed|read|opened|viewed|looked at|copied) (?:any of )?(?:your|the|their) (?:[\w-]+ )?{_DATA}\b"
    rf"|\b(?:there (?:was|were|has been|have been)) no (?:data )?(?:leak|breach|exposure|unauthori[sz]ed access)\b"
    r"|(?:数据|资料|信息|文件|内容)[^，。；,;]{0,6}(?:没有?|并未|未曾?|不曾|从未)(?:被)?[^，。；,;]{0,4}"
    r"(?:外泄|泄露|泄漏|泄密|外流|流出|看过|看到|访问|查看|窃取|盗取|下载)(?!的?风险)"
    r"|(?:没有?|并无|从未有)(?:任何|其他|其它|别的|外部)*(?:的)?(?:人|第三方)(?:曾经?)?(?:看过|看到过?|访问过|打开过|查看过|下载过)"
    r"|(?:没有|并未|未)(?:发生|造成|导致)[^，。；,;]{0,6}(?:外泄|泄露|泄漏|泄密)",
    2,
)
_WHO = r"(?:customers?|accounts?|tenants?|users?)"
_ALONE = Lazy(
    rf"\bno (?:other|further) {_WHO} (?:is|are|was|were|has been|have been) (?:affected|hit|concerned|involved)\b"
    r"|\bnobody else is affected\b"
    r"|(?:没有|并无|无)(?:其他|其它|别的)(?:任何)?(?:客户|账户|租户|企业)(?:也)?(?:受到?影响|涉及|出现)"
    r"|(?:其他|其它|别的)(?:客户|账户|租户|企业)(?:均|都|并)?(?:未|没有|不)(?:受到?影响|涉及)",
    2,
)
"""That nobody else is affected."""
_ONLY = Lazy(
    rf"\b(?:no|not|none|only|just)\b[^.;]{{0,40}}\b(?:others?|this|their|one) {_WHO}\b|\b(?:nobody|no one|none) else\b"
    r"|(?:其他|其它|别的)[^，。；,;]{0,8}(?:未|没有?|不|正常)|(?:没有?|无)[^，。；,;]{0,4}(?:其他|其它|别的)"
    r"|(?:仅|只有?)[^，。；,;]{0,6}(?:账户|客户|一家|一户)",
    2,
)
_OPEN = Lazy(
    r"\b(?:whether|if|once|until|when|cannot|can['’]t|not (?:yet )?(?:know|known|clear|established|certain|able)|as far as|so far"
    r"|checking|establish\w*|investigat\w*|make sure|ensure|should|must|will|would)\b"
    r"|是否|有没有|有无|如果|若|尚|还不|还没|不能|无法|查清|查明|确认中|核实|确保|[?？]",
    2,
)
"""What is left open, or is to be."""
_FOUND = Lazy(
    r"\b(?:no|not|never|none|nobody|no[- ]one|nothing|without|only)\b[^.;]{0,60}\b(?:leak|expos|compromis|disclos|access|stolen"
    r"|breach|view|see|saw|seen|read|open|copied|download|export)\w*"
    r"|(?:没有?|并无|未|无|仅|只有)[^，。；,;]{0,14}(?:外泄|泄露|泄漏|泄密|外流|流出|访问|看过|看到|查看|打开|下载|导出)"
    r"|\b(?:leak|expos|breach|access)\w*\b[^.;]{0,30}\b(?:ruled out|excluded)\b|排除[^，。；,;]{0,8}(?:泄|外流|访问)",
    2,
)
"""How those tell it who have looked."""


def unharmed(parts: Parts, book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    """Each such statement of a text, unless a source says that somebody found it so."""
    if not book.whole:
        return
    for match in _UNHARMED.finditer(parts.text):
        begin, end = parts.statement(match.start())
        if not _OPEN.search(parts.text, begin, end) and not _found(book):
            yield Claim("verdict", *match.span()), Reason("harm_unknown")
    for match in _ALONE.finditer(parts.text):
        if not _OPEN.search(parts.text, *parts.statement(match.start())) and not _found(book, _ONLY):
            yield Claim("verdict", *match.span()), Reason("harm_unknown")


def _found(book: EvidenceBook, pattern: Lazy = _FOUND) -> bool:
    customers = {id.lower() for id in book.accounts}
    read = book.made[0].evidence if book.made else ()
    said = (telling.says for telling in book.tellings.all if telling.record not in customers)
    return any(map(pattern.search, said)) or any(pattern.search(e.quotation) for e in read if e.source == "host")
