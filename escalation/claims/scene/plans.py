"""Plans: on which plan a customer is said to be, held against their record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Reason
from escalation.claims.scanning.nouns import concepts_in
from escalation.claims.scene.parts import Parts
from escalation.claims.stops import CLAUSE_END

_EN = "enterprise|professional|business|starter|basic|free"
_ZH = "企业版|旗舰版|专业版|商业版|团队版|基础版|入门版|标准版|免费版"
_ON = Lazy(
    rf"\b(?:is|are) (?:all |both |each |still )?(?:an? |on (?:the |an? |our )?)?(?P<en>{_EN})"
    r"(?: (?:plan|tier|edition|subscription|customers?|accounts?))?(?=[.,;:)]|$| (?:and|with|since|worth|but)\b)"
    rf"|(?:都?是|均?为|使用|用的是|属于)(?:的是)?(?P<zh>{_ZH})(?:的?客户|套餐|用户)?(?=[，。；、,;.（(]|$)",
    2,
)
_EVERY = Lazy(r"\b(?:all|both|each|every)\b|[都均全]$|所有|全部", 2)
_ONE = Lazy(r"\b(?:the customer|they|their account|the account|it)\s?$|(?:客户|该账户|对方)$", 2)
_NOT = Lazy(r"\bnot\b|n't\b|不|非", 2)


def misplanned(parts: Parts, book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    """Each plan that a text gives to a customer who has another one on record."""
    for match in _ON.finditer(parts.text):
        start, _ = CLAUSE_END.around(parts.text, *match.span(), parts.statement(match.start())[0])
        words = parts.text[start : match.start()]
        if parts.quoted(match.start()) or _NOT.search(words):
            continue
        plan = concepts_in(match["en"] or match["zh"])
        held = [concepts_in(book.accounts[id_].plan or "") for id_ in _who(parts, start, match, book)]
        if plan and any(each and each.isdisjoint(plan) for each in held):
            yield Claim("identifier", *match.span()), Reason("other_role")


def _who(parts: Parts, start: int, match: re.Match[str], book: EvidenceBook) -> list[str]:
    """The customers of whom it is said: those named in the clause, all, or the only one there is."""
    words = parts.text[start : match.start()]
    if named := parts.accounts(start, match.start()):
        return [id_ for id_ in named if id_ in book.accounts]
    if _EVERY.search(words + match[0][:1]):
        return list(book.accounts)
    return list(book.accounts) if len(book.accounts) == 1 and _ONE.search(words) else []
