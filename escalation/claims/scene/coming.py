"""Coming: by when something of ours is told to come, in words for a time ("next quarter", 第四季度), where no source says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from escalation.claims.book import EvidenceBook
from escalation.claims.fold import fold
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Reason
from escalation.claims.scene.parts import Parts
from escalation.claims.stops import CLAUSE_END
from escalation.evidence import Evidence

_UNIT = r"(?:week|month|quarter|year|sprint|release|version)"
_PERIOD = Lazy(
    rf"\b(?:next|coming|following) {_UNIT}\b|\b(?:first|second|third|fourth|last) quarter\b|\bq[1-4]\b"
    rf"|\b(?:end of|later) (?:the |this |next )?{_UNIT}\b"
    r"|下一?个?(?:周|星期|月|季度|年|版本|迭代)|明年|[年月]底|季度末|第?[一二三四1-4]季度",
    2,
)
_PLANNED = Lazy(
    r"\b(?:planned|scheduled|slated|earmarked|on the roadmap)\b"
    r"|\b(?:fix|patch|hotfix|release|rollout|repair|solution|feature|[a-z]{2,6}-\d+)\b(?: itself)?"
    r" (?:comes?|ships?|lands?|arrives?|follows?|goes live|is (?:coming|due|expected|set)"
    r"|will (?:be|come|ship|land|arrive|follow))\b"
    r"|\b(?:ships|goes live)\b|\bwill be (?:fixed|released|shipped|deployed|delivered|built)\b"
    r"|排[入进在到期]|列入|纳入|(?:计划|预计|定)[在于]|将?[在于].{0,10}(?:上线|发布|修复|交付|推出)",
    2,
)
_UNSURE = Lazy(
    r"\b(?:not|no|never|nobody|nothing|none|whether|if|asks?|asked|wants?|wanted|wish\w*|needs?|should|must|please|could|can|might"
    r"|may|decide|option|either|or|unless|until|before|by when)\b|n't\b"
    r"|[未没无不]|是否|能否|要求|希望|请|需要|应|或|选项|前|待|[?？]",
    2,
)
"""Wished for, asked or left open: nobody has told it as what will come."""
_WORD = (
    (Lazy(r"quarter|quartal|trimestr|\bq[1-4]\b|季度|四半期", 2), "quarter"),
    (Lazy(r"week|woche|semaine|semana|周|星期|週", 2), "week"),
    (Lazy(r"month|monat|mois|\bmes\b|月", 2), "month"),
    (Lazy(r"year|jahr|ann[ée]e|\baño|年", 2), "year"),
    (Lazy(r"sprint|release|version|迭代|版本", 2), "release"),
)
_NTH = Lazy(
    r"\bq(?P<q>[1-4])\b|\b(?P<en>first|second|third|fourth|last) quarter|第?(?P<zh>[一二三四1-4])季度|\b(?P<de>[1-4])\. ?quartal",
    2,
)
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "一": 1, "二": 2, "三": 3, "四": 4}


def coming(parts: Parts, book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    """Each period in which a text has something planned, fixed or released, which no source names."""
    if not book.whole:
        return
    for match in _PERIOD.finditer(parts.text):
        start, end = CLAUSE_END.around(parts.text, *match.span(), *parts.statement(match.start()))
        if parts.quoted(match.start()) or not _PLANNED.search(parts.text, start, end):
            continue
        if not _UNSURE.search(parts.text, start, end) and not _named(match, book):
            yield Claim("date", *match.span()), Reason("date_unknown")


def _named(match: re.Match[str], book: EvidenceBook) -> bool:
    """Whether a source names such a period, or one told day lies in the quarter."""
    said = [fold(item.quotation) for item in _written(book)]
    number = _number(match[0])
    if number is None:
        units = [pattern for pattern, _ in _WORD if pattern.search(match[0])]
        return any(pattern.search(words) for pattern in units for words in said)
    today = book.today()
    if any((day.month + 2) // 3 == number for day in book.told_days if today and day > today):
        return True
    return any(_number(each[0]) == number for words in said for each in _NTH.finditer(words))


def _written(book: EvidenceBook) -> Iterator[Evidence]:
    read = book.made[0].evidence if book.made else ()
    return (item for item in read if item.source not in ("computed", "accounts"))


def _number(words: str) -> int | None:
    match = _NTH.search(words)
    if not match:
        return None
    told = next(each for each in match.groups() if each).lower()
    return _ORDER.get(told) or int(told)
