"""Verdicts: a severity told other than the assessment's, and a root cause stated where no source speaks of a cause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from escalation.claims.book import EvidenceBook
from escalation.claims.fold import words
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Reason

_SEVERITY = Lazy(r"\bseverity(?: level)?(?: is| was|:| =)\s*(?P<word>critical|high|medium|low|urgent|normal)\b", re.I)
_CAUSE = Lazy(
    r"\broot cause(?: is|:| was)\s*(?!unknown|not|unclear|under|being|to be|still|tbd|suspected|likely|possibly|probably)\w"
    r"|根因(?:是|为|:)\s*(?!未|待|不|尚|仍|还|否|什么|可能|疑|何)\w",
    re.I,
)
_SPOKEN = Lazy(r"\b(?:root )?caus(?:e|es|ed|ing)\b|\bdue to\b|\bbecause\b|原因|根因|导致|由于|因为|引起", re.I)


_DONE = Lazy(r"done|fix|resol|clos|solv|releas|complet|ship|deploy|已|完成|修复|解决|关闭|上线|发布")
_ENDED = Lazy(
    r"(?<![\w-])(?P<id>[A-Za-z][A-Za-z0-9]*-\d+)(?:,? which|,| on the tracker)?"
    r"(?: (?:is|was|has been|got|were)(?: now| already| since)? (?:fixed|resolved|closed|released|deployed|done|shipped|solved)\b"
    r"|\s?(?:[^，。；,;]{0,14})(?:已经?|于)(?:[^，。；,;]{0,14})(?:修复|解决|关闭|上线|发布|完成))",
    re.I,
)
_MENDED = Lazy(
    r"\b(?:the|this|that) (?:bug|defect|fault|problem|issue|outage|root cause)(?: itself)? (?:is|was|has been|had been|got)"
    r"(?: now| already)? (?:fixed|resolved|solved|repaired|cured)\b"
    r"|(?:问题|缺陷|故障|漏洞)(?:都|均|现|如今)?已经?(?:彻底|全部|完全)?(?:修复|解决|排除)",
    2,
)
_NOT_YET = Lazy(r"未|没|不|待|将|计划|预计|可能|\bnot\b|\bif\b|\bonce\b|\bwhen\b|\buntil\b|是否|能否|\?|？", re.I)


def _ended(folded: str, book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    """A record said to be done that its status, and every source's words, leave open."""
    for match in _ENDED.finditer(folded):
        status = book.statuses.get(match["id"].lower())
        if status is None or _DONE.search(status.lower()) or _NOT_YET.search(match[0]):
            continue
        if not _told(_FIXED, book):
            yield Claim("verdict", *match.span()), Reason("status_other", noun=status)
    open_ = {status for status in book.statuses.values() if not _DONE.search(status.lower())}
    if (
        not open_
        or len(open_) < len(set(book.statuses.values()))
        or any(_ENDED_STATES & {*case.states} for case in book.cases)
    ):
        return
    for match in _MENDED.finditer(folded):
        if not _NOT_YET.search(folded, max(0, match.start() - 24), match.end()) and not _told(_WELL, book):
            yield Claim("verdict", *match.span()), Reason("status_other", noun=min(open_))


def _told(pattern: Lazy, book: EvidenceBook) -> bool:
    read = book.made[0].evidence if book.made else ()
    return any(pattern.search(words(e.quotation)) for e in read if e.source != "accounts")


_FIXED = Lazy(r" (?:fixed|resolved|released|deployed|shipped) |修 复 了|已 修 复|已 解 决|已 上 线|已 关 闭")
_WELL = Lazy(rf"{_FIXED.pattern}| (?:mended|solved|restored|repaired|recovered) |(?<!没 )(?<!未 )恢 复|修 好|好 了")
_ENDED_STATES = frozenset({"solved", "closed", "resolved"})


def verdicts(folded: str, book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    """Each severity and root cause of a folded text that this escalation does not have."""
    for match in _SEVERITY.finditer(folded):
        if book.severity and match["word"].lower() != book.severity and not book.says(match[0]):
            yield Claim("verdict", *match.span()), Reason("severity_other")
    yield from _ended(folded, book)
    if not any(_SPOKEN.search(said) for _, _, said in book.quotations):
        for match in _CAUSE.finditer(folded):
            yield Claim("verdict", match.start(), match.end()), Reason("cause_unknown")
