"""What came in after the line (an answer, evidence handed in, a note on the record) and tells of an exposure: it is Security's
as if it had been typed.

Such texts are longer than a line and chatty: what states nothing in set words must say whose data was shown, or both read so and
name somebody else's. A colleague's "nobody else's data was shown" and a mere "if" state nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from escalation.judgement.answers import SECURITY_MATTER, denies
from escalation.judgement.heard import Said, Speaker, without_orders
from escalation.judgement.security import LIKELY, in_public
from escalation.judgement.security_words import RATHER, SECURITY
from escalation.reading.line import read_line
from escalation.reading.signals.clauses import clauses
from escalation.reading.signals.polarity import assertions
from escalation.reading.signals.scopes import hypothetical, negated
from escalation.reading.threads.entries import sentences
from escalation.records import Ticket
from escalation.text.folding import fold, simplified

WHOLE = 300
"""Characters of a text that is read as a whole too: what it is about may stand in the sentence before."""

_OTHER = r"\b(?:another|other|(?:a )?different|(?:the )?wrong) (?:customer|client|compan|tenant|organi[sz]ation|firm)(?:ies|y|s)?"
_THINGS = (
    r"(?:rows?|lines?|records?|entries|data|names?|details|(?:work )?orders?|invoices?|files?|documents?|contacts?|tasks?"
    r"|reports?)"
)
_ROWS = rf"\b{_THINGS}"
_SHOWN = (
    r"\b(?:saw|sees?|seen|seeing|shown?|shows|got|gets|getting|received|contains?|includes?|opened|downloaded|exported|are|is|were"
    r"|was|from)\b"
)
_HAN_OTHER = r"(?:别的?家?|其他|其它|另一?家)(?:的)?(?:客户|公司|租户|企业|单位)"
_HAN_ROWS = r"(?:数据|资料|信息|名单|姓名|电话|文件|订单|工单|记录|账单|发票|邮件|报表|联系人|任务|项目)"
_OF_OTHERS = re.compile(
    rf"{_SHOWN}[^,.;!?]{{0,25}}{_OTHER}['’]s? (?:\w+ ){{0,2}}?{_ROWS}"
    rf"|{_ROWS}\b[^,.;!?]{{0,30}}\b(?:belong\w* to|(?:is|are|was|were|come|comes|came)(?: (?:from|of))?|of) {_OTHER}"
    rf"|(?:看[到见得]|收到|显示|出现|混[进入]|带|串|拿到|导出|发给|是|为|属于|有)[^,，。；]{{0,10}}{_HAN_OTHER}的?{_HAN_ROWS}"
    rf"|(?:行|条|{_HAN_ROWS})[^,，。；]{{0,8}}(?:是|属于|来自){_HAN_OTHER}的?(?![^,，。；])"
)
_NAMED = r"\w(?<!\bit)(?<!\bthat)(?<!here)(?<!what)['’]s"
"""Whose a thing is, by a name."""
_HAN_ANYBODY = (
    r"(?:别的?(?:家|人|公司|客户|租户|企业|单位)|他人|其他(?:公司|客户|租户|企业)|另一?(?:家|个)"
    r"|不是(?:我们?|他们?)的?)"
)
_ANYBODYS = re.compile(
    rf"{_OTHER}|\b(?:somebody|someone|anybody|everybody) else['’]?s\b|\b(?:another|other|different|wrong) (?:\w+ )?{_THINGS}"
    rf"|{_SHOWN}[^.;!?]{{0,40}}{_NAMED} (?:\w+ ){{0,2}}?{_ROWS}"
    rf"|{_ROWS}\b[^.;!?]{{0,40}}(?:\bnot|n['’]t) (?:theirs|ours|mine|his|hers)\b"
    rf"|\b(?:lacks?|without|missing) (?:the |a )?tenant|{_HAN_ANYBODY}[^，。；!?！？]{{0,10}}(?:{_HAN_ROWS}|客户)"
)
_HAN = re.compile(r"[\u3400-\u9fff]")


@lru_cache(maxsize=512)  # asked of the same few texts, by several rules
def told_exposure(text: str, others: tuple[str, ...] = ()) -> str | None:
    """The words that tell of it, verbatim; None where none do. `others`: names in it of customers beside the one it is about."""
    text = without_orders(text).strip()
    parts = sentences(text)
    if found := next(filter(None, (_in(part, others) for part in parts)), None):
        return found
    if len(parts) > 1 and len(text) <= WHOLE and _in(text, others):
        return read_line(text).words.get("security") or parts[0]
    return None


def _in(text: str, others: Iterable[str]) -> str | None:
    if in_public(text):
        return text
    said = [each for each in assertions(text) if each.signal in SECURITY]
    stated = next((each for each in said if each.polarity == "affirmed"), None)
    if stated:
        return stated.words if read_line(text).outcomes["security"] >= LIKELY else None
    if any(each.polarity != "asked" for each in said):
        return None
    plain = _unnamed(text, others)
    chance = read_line(plain).outcomes["security"] if _ANYBODYS.search(fold(simplified(plain))) else 0
    if chance >= LIKELY and _shown(plain):
        return text
    return text if chance >= RATHER and plain == text else None


def _unnamed(text: str, others: Iterable[str]) -> str:
    """The text with "another customer" for the names of other customers, which no word of the language is."""
    for name in sorted(others, key=len, reverse=True):
        text = text.replace(name, "别家客户" if _HAN.search(text) else "another customer")
    return text


def _shown(text: str) -> bool:
    """Whether a clause says that what is shown is another customer's, and neither denies it nor only supposes it."""
    for clause in clauses(fold(simplified(text))):
        if (found := _OF_OTHERS.search(clause.text)) and not (
            negated(clause.text, *found.span(), inner=False)
            or hypothetical(clause, found.start(), threat=False, suspicion=True)
        ):
            return True
    return False


_OF_THE_CASE = frozenset({"which_account", "ticket_number"})
"""Questions whose answers name a record and tell nothing of the matter."""


def exposures_of(
    pieces: Iterable[Ticket], answers: Mapping[str, str], others: Mapping[str, tuple[str, ...]]
) -> Iterator[Said]:
    """What came in later and tells of one, the answers before what was handed in (`judgement.handed_in`). A piece is its
    record; an answer has none. `others`: by text the names of other customers in it."""
    for question, answer in answers.items():
        if question in _OF_THE_CASE or (question == SECURITY_MATTER and denies(answer)):
            continue
        if words := told_exposure(answer, others.get(answer, ())):
            yield Said("security_exposure", "affirmed", words, "reporter", None, None, None)
    for piece in pieces:
        text = piece.description or piece.comments[0].body
        if words := told_exposure(text, others.get(text, ())):
            speaker: Speaker = "customer" if piece.description else "internal"
            yield Said("security_exposure", "affirmed", words, speaker, piece.id, piece.account_id, piece.created_at)
