"""Is it a matter of security? It leads past every tier, so that doubt counts for it."""

from __future__ import annotations

import re

from escalation.judgement.case import Case
from escalation.judgement.heard import Said
from escalation.judgement.spoken import reading_of
from escalation.judgement.understand import SECURITY
from escalation.reading.orders.finding import find_orders
from escalation.records import Ticket
from escalation.text.folding import simplified

SURE = 0.4
"""Chance of a security matter that decides: one too many looked at by Security costs less than one too few."""

LIKELY = 0.2


def security_said(case: Case) -> tuple[Said, ...]:
    """Security is what the line is about, or is affirmed by the customer or staff on the tickets of an unclear one."""
    if is_security(case):
        words = reading_of(case).words.get("security") or case.issue.summary
        return case.heard.typed(*SECURITY) or (
            Said("security_exposure", "affirmed", words, "reporter", None, None, None),
        )
    return case.heard.affirmed(*SECURITY) if case.issue.kind == "unclear" else ()


def is_security(case: Case) -> bool:
    """The likeliest reading of the line, or one that its own words affirm and that is not far from likely."""
    if explained(case):
        return False
    reading = reading_of(case)
    chance = reading.outcomes["security"]
    return reading.best == "security" or chance >= SURE or (chance >= LIKELY and bool(case.heard.typed(*SECURITY)))


def explained(case: Case) -> bool:
    """A published article says it is meant to be so, and the line only asks, or staff found it to be exactly that.

    Nobody outside can publish one or write as staff; a line that states an exposure stays a concern until staff have looked.
    """
    if not case.solutions.valid:
        return False
    asks = case.heard.typed(*SECURITY, polarity="asked") or case.issue.text.rstrip().endswith(("?", "？", "吗"))
    return bool(asks) or any(as_designed(t) for t in case.reports)


_AS_DESIGNED = re.compile(
    r"(?<!not )(?<!n't )\bworks? as (?:described|designed|documented|intended|expected)\b"
    r"|\b(?:is|are|was) (?:by design|as documented|intended behaviou?r|expected behaviou?r)\b"
    r"|\bexactly (?:what|as) the (?:article|docs?|documentation)\b"
    r"|\b(?:their|his|her|the) own (?:\w+ ){0,2}(?:\([^)]*\) )?(?:accepted|invited|switched|turned|shared)\b"
    r"|[,;:(] ?as documented\b|\bno(?:thing| other)?(?: access)? outside (?:of )?their own\b"
    r"|\bno other (?:access|account|customer)\b"
    r"|\b(?:ticked|enabled|accepted|invited|switched on|turned on|shared) by (?:their|his|her|the customer['’]s)(?: own)?"
    r" (?:\w+ ){0,2}(?:admin\w*|owner|manager|colleagues?|staff)\b"
    r"|\baccepted (?:an? |the |our |their )?(?:\w+[- ]){0,2}(?:sharing|invit\w+)\b"
    r"|(?<!不)与(?:文件|文档|文章|说明)(?:所述|描述)?一致|按设计|设计如此|符合预期|属于?正常设计"
    r"|(?:管理员|用户)(?:自己|本人|[^。，,]{0,8})(?:按了|点了)?接受",
    re.IGNORECASE,
)


def as_designed(ticket: Ticket) -> bool:
    """Whether staff wrote, among themselves, that it does what it is meant to; a denied or quoted order is no finding."""
    notes = (c.body for c in ticket.comments if c.role == "internal")
    return any(_AS_DESIGNED.search(simplified(n)) and not find_orders(n) for n in notes)
