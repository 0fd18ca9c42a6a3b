"""Credentials: a high office at a customer that no record knows, and an article said to help that was found not to."""

from __future__ import annotations

import re
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
    r"|(?:提供|给出|有|是|包含)了?(?:一个|一种)?(?:有效|可用|可行|适用|现成)的?(?:解决|变通|处理|办法|方案|方法|绕过)"
    r"|\b(?:solves|fixes|resolves|cures|answers) (?:this|it|that|the (?:problem|issue|matter|fault|error))\b"
    r"|\b(?:applies|works|helps) (?:here|too|in this case|for (?:them|this|these|the customers?))\b"
    r"|(?:能够?|可以?|即可|就能|可)(?:解决|恢复|绕过|修复|处理好)|适用于?(?:此|这|该|本)(?:个|一)?(?:问题|情况|故障|次|处|案)?|(?:办法|方法|步骤|方案)(?:有效|管用|可行)",
    2,
)
_SOLUTION_IN = Lazy(
    r"\b(?:solution|workaround|work-around|fix|way out|remedy)\b(?: (?:is|exists|can be found|is (?:documented"
    r"|described|given)))?"
    r"(?: in| is|:| \(|,? see)|\b(?:solved|fixed|resolved|avoided) (?:with|by|through|using|as in|per)\b"
    r"|\bsee(?= \S{2,20} for (?:the|a) (?:solution|workaround|fix)\b)"
    r"|(?:解决办法|解决方法|解决方案|变通办法|临时办法|绕过办法|处理办法)(?:请?见|在|是|为|参见|[：:（(])",
    2,
)
"""What says where the way out is written: the article's id follows."""
_NEAR = 40
"""Characters within which it follows."""
_LEFT_OPEN = re.compile(
    r"\b(?:not|no|none|never|nothing|n['’]t|whether|if|unless|outdated|archived|obsolete|please|would|might|may|could"
    r"|should|asks?"
    r"|only|unclear|unknown|untested|wrong)\b|n['’]t\b|\?"
    r"|不|没|无|未|过时|归档|是否|能否|如果|若|请(?!见)|吗|可能|也许|或许|只|尚|待|？"
)
"""A statement that denies it, asks for it, or leaves it open says nothing untrue of an article."""


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
    if not book.unfit:
        return
    told = [(match, True) for match in _HELPS.finditer(parts.text)]
    told += [(match, False) for match in _SOLUTION_IN.finditer(parts.text)]
    for match, after in told:
        start, end = parts.statement(match.start())
        first, last = (start, match.start()) if after else (match.end(), min(end, match.end() + _NEAR))
        named = [each for each in parts.claims(first, last) if each.kind == "identifier"]
        article = named[-1 if after else 0] if named else None
        if article is None or article.key not in book.unfit or _LEFT_OPEN.search(parts.text, start, end):
            continue
        if not parts.quoted(match.start()) and not OPEN.search(parts.text, min(article.end, match.end()), match.end()):
            yield Claim("verdict", *match.span()), Reason("article_unfit")
