"""Critical, and why: what rests on wording alone is told as that; High where our own people write that nothing is lost, or
a line without records says nothing that would make it critical."""

from __future__ import annotations

import re
from collections.abc import Iterable

from escalation.assessment import Reason, Value
from escalation.judgement.case import Case
from escalation.judgement.heard import without_orders
from escalation.judgement.override import concerns_security
from escalation.judgement.papers import for_an_authority
from escalation.judgement.plain_words import only_shown, tells_of_nothing_grave
from escalation.judgement.security_words import SECURITY
from escalation.judgement.spoken import line_of
from escalation.judgement.tracked import open_bug
from escalation.reading.bare import only_an_error
from escalation.reading.signals.polarity import assertions
from escalation.terms import Severity
from escalation.text.folding import fold

STATED = frozenset({"production_down", "data_loss"})
"""Reasons of domain.md §5 for Critical that a person or a record states."""

_WHOLE = re.compile(
    r"\b(?:data|records?|rows)\b[^.;]{0,30}\b(?:intact|untouched|(?:is|are|still) (?:safe|complete))\b"
    r"|(?:数据|资料|记录)[^，。；]{0,8}(?:完好|完整(?!性)|都在)"
)


def justified(case: Case, reasons: tuple[Reason, ...]) -> tuple[Severity, tuple[Reason, ...]]:
    """What was found critical: whether it stays so, and the reasons with one that says what it rests on."""
    if concerns_security(reasons):
        # What is to be stated to an authority has a date, and nothing that happened.
        stated = case.exposure or case.heard.affirmed(*SECURITY) or not for_an_authority(case.issue.text)
        return "critical" if stated else "high", reasons
    little = not case.matched and _says_little(case)
    if STATED & {r.signal for r in reasons if r.stance == "for"} and not (little and only_shown(case.issue.text)):
        return "critical", reasons
    valued = [a for a in case.affected if (a.arr_usd or 0) >= case.policy.high_value_arr_usd]
    if len(valued) >= case.policy.pattern_customers:
        evidence = tuple(case.ledger.account(a, "arr_usd", f"${a.arr_usd:,.0f}") for a in valued)
        values: dict[str, Value] = {"count": len(valued), "accounts": tuple(a.name for a in valued)}
        return "critical", (*reasons, _reason("several_high_value", values, evidence))
    if little or _nothing_lost(case):
        return "high", reasons
    return "critical", (*reasons, _reason("read_as_critical", {}, (case.by_reporter(), *case.ticket_evidence(2))))


def _reason(signal: str, values: dict[str, Value], evidence: tuple[str, ...]) -> Reason:
    return Reason(criterion="impact", stance="for", weight=0.5, signal=signal, values=values, evidence=evidence)


def _says_little(case: Case) -> bool:
    """Whether the line is all there is, and neither it nor an answer says what would make it critical."""
    return only_an_error(case.issue.text) or tells_of_nothing_grave(line_of(case))


def _nothing_lost(case: Case) -> bool:
    """Whether an agent, an internal note or the tracker writes that what is stored is whole."""
    return any(_whole(text) for text in _ours(case))


def _ours(case: Case) -> Iterable[str]:
    item = open_bug(case)
    if item is not None:
        yield from (without_orders(text) for text in (item.body or "", *item.comment_bodies))
    for ticket in case.tickets:
        yield from (without_orders(c.body) for c in ticket.comments if c.role in {"agent", "internal"})


def _whole(text: str) -> bool:
    return _WHOLE.search(fold(text)) is not None or any(
        a.signal == "data_loss" and a.polarity == "negated" for a in assertions(text)
    )
