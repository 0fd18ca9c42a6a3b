"""Somebody's data before the eyes of whom it does not concern, told in plain words: "sees another company's vans on the map".

Such texts name no leak and no breach. A line that says whose it is says enough; a report that says "not ours" must also tell that
it shows people: a stranger's name, number or address. What is wished, denied or only supposed states nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from escalation.judgement.by_design import as_designed
from escalation.judgement.heard import Said, without_orders
from escalation.reading.signals.clauses import clauses
from escalation.reading.signals.scopes import hypothetical, negated
from escalation.reading.threads.entries import sentences
from escalation.records import Ticket
from escalation.text.folding import fold, simplified

READ = 1_000
"""Characters of a report that are read."""

_SEES = (
    r"(?:\b(?:sees?|seeing|saw|seen|views?|viewing|shows?|showing|shown|opens?|opened|got|gets?|receives?|received"
    r"|there (?:is|are)(?! no\b))\b)"
)
_FIRM = (
    r"(?:customer|client|compan|tenant|firm|organi[sz]ation|business|school|clinic|hospital|practice|hotel|store|shop|merchant"
    r"|agenc|operator|landlord)"
)
_ELSES = (
    rf"(?:\b(?:someone|somebody) else['’]?s|\b(?:another|other|(?:a )?different) {_FIRM}(?:y|ys|ies|s|es)?['’]s?)"
    r" (?!fault|turn|problem)\w{3,}"
)
_HAN_FIRM = "(?:公司|客户|企业|租户|诊所|医院|学校|门?店|酒店|商户|单位|机构)"
_THEIRS = re.compile(
    rf"{_SEES}[^,.;!?]{{0,30}}{_ELSES}"
    rf"|(?:看[到见得]|显示|出现|打开|收到|混[进入])[^，。；！？]{{0,8}}(?:别人|别家|(?:别家?的?|另一?家|其[他它]){_HAN_FIRM})的[\u4e00-\u9fff]"
)
_WISHED = re.compile(
    r"\b(?:wants?|wish(?:es)?|would like|like|needs?|asks?|allow|let|able|how)\b[^,.;!?]{0,25}$"
    r"|(?:想|希望|需要|能不能|可否|要求|如何|怎么)[^，。；]{0,10}$"
)
_NOT = r"(?:are not|aren['’]?t|is not|isn['’]?t|do not|don['’]?t|does not|doesn['’]?t|not)"
_NOT_OURS = re.compile(
    rf"{_SEES}[^.;!?]{{0,60}}\b{_NOT} (?:ours|(?:belong|work|drive|study|shop)\w* (?:to|for|with|at) us|one of ours)\b"
    r"|(?:看[到见得]|显示|出现|混[进入]|收到|有)[^，。；！？]{0,10}不是我们(?:公司|家|店|学校|医院|单位)?的"
)
_PEOPLE = re.compile(
    r"\b(?:names?|phones?|mobiles?|phone numbers?|address(?:es)?|e-?mails?|birth\w*|passports?|salar\w+|patients?)\b"
    r"|电话|手机号|姓名|名字|地址|身份证|邮箱|生日|工资|病历|联系方式"
)


@lru_cache(maxsize=512)  # asked of a line by several rules
def shown_plainly(text: str) -> str | None:
    """The sentence that says whose is shown; None where none does."""
    return next((one for one in sentences(text) or [text] if states(_THEIRS, one)), None)


def states(rule: re.Pattern[str], sentence: str) -> bool:
    """Whether a clause of the sentence says what `rule` finds: not where it is denied, supposed or wished for."""
    for clause in clauses(fold(simplified(sentence))):
        found = rule.search(clause.text)
        if found and not (
            negated(clause.text, *found.span(), inner=False)
            or hypothetical(clause, found.start(), threat=False, suspicion=True)
            or _WISHED.search(clause.text[: found.start()])
        ):
            return True
    return False


def strangers_shown(text: str) -> str | None:
    """The same of a customer's report, also where it says "not ours" of what shows people."""
    if found := shown_plainly(text):
        return found
    if not _PEOPLE.search(fold(simplified(text))):
        return None
    return next((one for one in sentences(text) if states(_NOT_OURS, one)), None)


def shown_on_record(tickets: Iterable[Ticket]) -> Iterator[Said]:
    """What customers tell of it in the tickets that count, unless staff found it to be as it is meant."""
    for ticket in tickets:
        text = without_orders(f"{ticket.subject}\n{ticket.description}"[:READ])
        if (words := strangers_shown(text)) and not as_designed(ticket):
            yield Said(
                "security_exposure", "affirmed", words, "customer", ticket.id, ticket.account_id, ticket.created_at
            )
