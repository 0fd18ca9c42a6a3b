"""Verdicts: a severity told other than the assessment's, and a root cause stated where no source speaks of a cause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from escalation.claims.book import EvidenceBook
from escalation.claims.fold import words
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Reason
from escalation.claims.scanning.numerals import value_of
from escalation.claims.scene.accomplished import OPEN
from escalation.claims.scene.parts import Parts
from escalation.claims.support.cohorts import Case

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
    r"|(?:问题|缺陷|故障|漏洞)(?:都|均|现|如今)?已经?(?:彻底|全部|完全)?(?:修复|解决|排除)"
    r"|\b(?:has been|have been|is|are) (?:running|working|up|available|fine)(?: normally)? again\b|\bback to normal\b"
    r"|(?:已经?|都已?)(?:全部|完全)?恢复(?:正常)?(?!到)|修复已经?(?:发布|上线)"
    r"|\b(?:has|have) (?:shipped|released|deployed) (?:the|a) (?:hot)?fix\b",
    2,
)


def _ended(folded: str, book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    """A record said to be done that its status, and every source's words, leave open."""
    for match in _ENDED.finditer(folded):
        status = book.statuses.get(match["id"].lower())
        if status is None or _DONE.search(status.lower()) or OPEN.search(match[0]):
            continue
        if not _told(_FIXED, book, match["id"].lower()):
            yield Claim("verdict", *match.span()), Reason("status_other", noun=status)
    open_ = {status for status in book.statuses.values() if not _DONE.search(status.lower())}
    ended = any(_ENDED_STATES & {*case.states} for case in book.cases)
    if ended or len(open_) < len(set(book.statuses.values())) or not (open_ or book.cases):
        return
    for match in _MENDED.finditer(folded):
        if not OPEN.search(folded, max(0, match.start() - 24), match.end()) and not _told(_WELL, book):
            yield Claim("verdict", *match.span()), Reason("status_other", noun=min(open_, default="open"))


def _told(pattern: Lazy, book: EvidenceBook, record: str = "") -> bool:
    """Whether some source has it; of a `record` one that is it or names it: goods that were shipped mend nothing."""
    read = book.made[0].evidence if book.made else ()
    said = (e for e in read if record in (e.record_id.lower(), "") or record in e.quotation.lower())
    return any(pattern.search(words(e.quotation)) for e in said if e.source != "accounts")


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


_ANSWER = r"(?:first )?(?:answer|response|reply)"
_LIMIT = r"(?:limit|target|deadline|sla|time|hours?|window)"
_IN_TIME = Lazy(
    rf"\b{_ANSWER} (?:\w+ ){{0,4}}?(?:in time|on time|within (?:the|its|our) (?:\w+ ){{0,2}}{_LIMIT})\b"
    rf"|\b(?:met|kept|made) (?:the|its|our) (?:first )?(?:answer|response|resolution|sla)(?: {_LIMIT})?\b"
    r"|(?:首次)?(?:响应|回复|答复)(?:\w{0,6})(?:按时|没有?超时|未超时|在(?:约定)?(?:时限|时间)[之以]?内)",
    2,
)
_BREACHED = Lazy(
    r"(?<![a-z])sla (?:has been|was|is|has already been) (?:already )?(?:breached|missed|violated|broken|exceeded)\b"
    r"|\b(?:breached|missed|violated|broke) (?:the|its|our) (?:agreed )?sla\b"
    r"|(?<![a-z])sla ?(?:已经?|都已?)(?:被)?(?:违反|违约|超时|逾期|突破|过期)|(?:已经?)(?:违反|超出|突破)了? ?sla",
    2,
)
_LATE = Lazy(
    rf"\b{_ANSWER} (?:was|came|is)(?: \w+){{0,1}} (?:late|overdue)\b|\b(?:missed|breached) (?:the|its|our) (?:first[- ])?"
    rf"(?:answer|response|resolution)(?: {_LIMIT})?\b"
    r"|首次(?:响应|回复|答复)(?:时限)?(?:也|都|均|已经?)?(?:超时|逾期|晚了|迟了)|解决(?:时限)?(?:也|都|均|已经?)?(?:超时|逾期|过期)",
    2,
)
_SOLUTION = Lazy(r"resol|解决", 2)
_NTH = Lazy(r"\b(?P<en>first|second|third) ticket\b|第(?P<zh>[一二三四五])张", 2)
_ORDER = {"first": 1, "second": 2, "third": 3}


def misjudged(parts: Parts, book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    """Each verdict of a folded text on a limit that none of the tickets spoken of bears out."""
    for pattern, late in ((_IN_TIME, False), (_LATE, True)):
        for match in pattern.finditer(parts.text):
            start, end = parts.statement(match.start())
            if OPEN.search(parts.text, max(start, match.start() - 16), match.start()):
                continue
            told = [_kept(case, match[0], book) for case in _cases(parts, start, end, book)]
            known = [kept for kept in told if kept is not None]
            if known and all(kept is late for kept in known):
                yield Claim("order", *match.span()), Reason("order_other")


def unbreached(parts: Parts, book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    """Each SLA said to be breached where every limit of the tickets spoken of was, or is so far, kept."""
    for match in _BREACHED.finditer(parts.text):
        start, end = parts.statement(match.start())
        if parts.quoted(match.start()) or OPEN.search(parts.text, start, match.end()):
            continue
        limits = [
            (done or book.now or due) <= due
            for case in _cases(parts, start, end, book)
            for due, done in ((case.answer_due, case.answered), (case.solve_due, case.solved))
            if due
        ]
        said = (each.says for each in book.tellings.all)
        if limits and all(limits) and not any(_MISSED.search(each) for each in said):
            yield Claim("order", *match.span()), Reason("order_other")


_MISSED = Lazy(r"\bbreach(?:ed)?\b|\bmissed\b|\boverdue\b|(?<![a-z])sla(?![a-z])|违约|超时|逾期", 2)
"""Somebody speaks of it: by what clock, only they know."""


def _cases(parts: Parts, start: int, end: int, book: EvidenceBook) -> list[Case]:
    """The tickets that a statement names by id, by their place in time, or by customer; all where it names none."""
    accounts, marks = parts.accounts(start, end), parts.marks(start, end)
    mine = [case for case in book.cases if case.record.lower() in marks]
    mine = mine or [case for case in book.cases if not accounts or case.account in accounts]
    if nth := _NTH.search(parts.text, start, end):
        at = _ORDER[nth["en"].lower()] if nth["en"] else int(value_of(nth["zh"]))
        return sorted(mine, key=lambda case: case.created)[at - 1 : at]
    return mine


def _kept(case: Case, words: str, book: EvidenceBook) -> bool | None:
    """Whether its limit was, or is so far, kept; None where it has none."""
    solution = bool(_SOLUTION.search(words))
    due, done = (case.solve_due, case.solved) if solution else (case.answer_due, case.answered)
    return (done or book.now or due) <= due if due else None


_JOINED = Lazy(
    r"\blinked (?:to|with)\b|\btied to\b|\btracked (?:as|in|under)\b|(?:已经?|都|相|有)关联|关联(?:了|到|至)|挂[到在]|链接[到至]",
    2,
)


def mislinked(parts: Parts, book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    """The second of each two records of a clause that it joins, which nothing on record joins."""
    known = {record.lower() for record in book.scene.records}
    for first, last in pairwise(parts.bounds):
        marks = [each for each in parts.claims(first, last) if each.kind == "identifier" and each.key in known]
        if len({each.key for each in marks}) != 2 or not _JOINED.search(parts.text, first, last):
            continue
        if not OPEN.search(parts.text, first, last) and not _joined({each.key for each in marks}, book):
            yield marks[-1], Reason("other_role")


def _joined(pair: set[str], book: EvidenceBook) -> bool:
    if any(pair <= {item, *tickets} for item, tickets in book.scene.links):
        return True  # To one another, or both to one.
    told = (
        {telling.record, *(key for kind, key in telling.values if kind == "identifier")}
        for telling in book.tellings.all
    )
    return any(pair <= each for each in told)
