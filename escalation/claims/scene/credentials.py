"""Credentials: a high office at a customer that no record knows, and an article said to help that was found not to."""

from __future__ import annotations

from collections.abc import Iterator

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Reason
from escalation.claims.scene.accomplished import OPEN
from escalation.claims.scene.mentions import offices_in
from escalation.claims.scene.parts import Parts

_OFFICE = Lazy(
    r"(?:'s?|\btheir|\bcustomer's|的|客户)\s?(?P<office>C[EOFTI]O|CISO|chief \w+(?: \w+)? officer"
    r"|首席[^\W\d]{2,4}官)(?![A-Za-z])",
    2,
)
_HELPS = Lazy(
    r"\b(?:gives?|provides?|offers?|has|contains?|describes?|is|documents?) (?:an? |the )?(?:\w+ )?"
    r"(?:valid|effective|working|applicable|usable|proven) (?:solution|workaround|fix|way out|answer)\b"
    r"|(?:提供|给出|有|是|包含)了?(?:一个|一种)?(?:有效|可用|可行|适用|现成)的?(?:解决|变通|处理|办法|方案|方法|绕过)",
    2,
)


def misentitled(parts: Parts, book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    """Each high office that a text gives to somebody of a customer, where the records name others of it and not that one."""
    if not book.whole:
        return
    for match in _OFFICE.finditer(parts.text):
        told = offices_in(match["office"])
        known = offices_in(book.scene.words).union(*(offices_in(each.says) for each in book.tellings.all))
        if told and known and not told & known and not parts.quoted(match.start()):
            yield Claim("person", *match.span("office")), Reason("name_unknown")


def unhelpful(parts: Parts, book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    """Each article told to hold a solution or a workaround that is out of date, or that was found not to apply."""
    for match in _HELPS.finditer(parts.text):
        start, _ = parts.statement(match.start())
        named = [each for each in parts.claims(start, match.start()) if each.kind == "identifier"]
        if named and named[-1].key in book.unfit and not OPEN.search(parts.text, named[-1].end, match.end()):
            yield Claim("verdict", *match.span()), Reason("deed_unknown")
