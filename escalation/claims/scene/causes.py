"""Causes: what a text says a fault came from, or was confirmed to, where no source names it or those that do leave it open."""

from __future__ import annotations

from collections.abc import Iterator

from escalation.claims.book import EvidenceBook
from escalation.claims.fold import HAN
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.matter import matter
from escalation.claims.reasons import Reason
from escalation.claims.scene.accomplished import OPEN, its_status
from escalation.claims.scene.parts import Parts

_CAUSED = Lazy(
    r"\b(?:was|were|is|are|been) (?:\w+ly )?(?:caused|triggered) by (?P<by>[^.;,]{3,120})"
    r"|原因(?:就)?(?:是|为|在于|:)\s?(?P<is>[^，。；,;]{2,40})"
    rf"|(?:是|系)?由(?:于)?(?P<from>[{HAN}\w ]{{2,30}}?)(?:所致|(?:导致|引起|造成|引发)的)",
    2,
)
_GUESSED = Lazy(
    r"\b(?:suspect\w*|suspicion|perhaps|maybe|probabl[ey]|possibl[ey]|possibility|likely|apparently|presum\w*|assum\w*"
    r"|believ\w*|think|thinks|guess\w*|seem\w*|appear\w*|could|might|unconfirmed|theory|hypothes\w+)\b"
    r"|怀疑|疑似|嫌疑|可能|或许|也许|大概|猜|推测|初步|似乎|看起来|据[^，。；,;]{1,12}(?:说|称)|认为|判断",
    2,
)
_CONFIRMED = Lazy(
    r"\bconfirmed\b|\bproven\b|\bestablished (?:as|that)\b|(?:已经?|得到|现已)(?:被)?(?:确认|证实|核实)"
    r"|(?:确认|证实)(?:了|为|是)",
    2,
)
_END = Lazy(r"\s?(?:[\[)\].,;。，；]|$)")
"""Behind a status stands nothing more: "confirmed that …" tells of a cause."""
_DOUBT = Lazy(
    r"\b(?:not|n't|never|nobody|yet to be|no one)(?: \w+){0,3} (?:confirmed|proven|sure|certain|verified)\b|\bunconfirmed\b"
    r"|\b(?:only|just) (?:a|my) (?:guess|theory|suspicion|hunch)\b|\b(?:guess|suspect\w*|hunch|maybe|perhaps|not sure)\b"
    r"|(?:未|没有?|尚未|待)(?:得到|被|经)?(?:确认|证实|核实)|猜测?|怀疑|嫌疑|不确定|疑似",
    2,
)
"""In a source: what it tells is not established."""


def uncaused(parts: Parts, book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    """Each cause of a folded text that no source names, and each said to be confirmed that its source leaves open."""
    if not book.whole:
        return
    for match in _CAUSED.finditer(parts.text) if book.asks_causes else ():
        name = next(name for name in ("by", "is", "from") if match[name])
        begin, end = parts.statement(match.start())
        if (
            parts.quoted(match.start())
            or OPEN.search(parts.text, begin, end)
            or _GUESSED.search(parts.text, begin, end)
        ):
            continue
        if not _named(match[name], book):
            yield Claim("verdict", *match.span()), Reason("cause_unknown")
    for match in _CONFIRMED.finditer(parts.text):
        begin, end = parts.statement(match.start())
        stands = _END.match(parts.text, match.end()) and its_status(parts, match.start(), _CONFIRMED, book)
        if stands or parts.quoted(match.start()) or OPEN.search(parts.text, begin, end):
            continue
        if _left_open(parts.text[begin:end], book):
            yield Claim("verdict", *match.span()), Reason("deed_unknown")


def _named(cause: str, book: EvidenceBook) -> bool:
    """Whether one sentence of a source has most of what the cause is made of; a cause of nothing that can be told passes."""
    about = matter(cause)
    return not about or any(2 * len(about & each.about) > len(about) for each in book.tellings.all)


_LEAST = 2
"""Concepts that a statement and a source share when they speak of one thing."""


def _left_open(statement: str, book: EvidenceBook) -> bool:
    """Whether those who tell of it say that it is not established, and nobody that it is."""
    about = matter(_CONFIRMED.sub(" ", statement))
    doubted = False
    for says in {event.says for event in book.scene.events if event.says}:
        if len(about & matter(says)) < _LEAST:
            continue
        if _DOUBT.search(says):
            doubted = True
        elif _CONFIRMED.search(says) and not OPEN.search(says):
            return False
    return doubted
