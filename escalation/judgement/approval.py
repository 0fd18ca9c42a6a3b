"""Money that support may not give alone: a customer asks for it, and our own people write whose approval it needs."""

from __future__ import annotations

import re

from escalation.judgement.case import Case
from escalation.judgement.heard import without_orders
from escalation.reading.money_back import asks_for_money
from escalation.text.folding import fold, simplified

_NEEDED = re.compile(
    r"\b(?:needs?|requires?|await(?:s|ing)|wait(?:s|ing) (?:for|on)|pending|subject to|without)"
    r" (?:[\w'’]+ ){0,3}?(?:approval|sign-?off|authori[sz]ation)\b"
    r"|\b(?:needs? to|must|has to|have to) be (?:approved|authori[sz]ed|signed off)\b"
    r"|(?:需要?|待|等|须|要走|报)[^，。；]{0,10}?(?:审批|批准|签批|特批|授权)"
)


def awaits_approval(case: Case) -> bool:
    """Whether the line asks for money back and a reply or note of ours on its tickets says that an approval is needed: a policy
    exception, which leaders decide (domain.md §4)."""
    if not asks_for_money(case.issue.text):
        return False
    ours = (c.body for t in case.tickets for c in t.comments if c.role in {"agent", "internal"})
    return any(_NEEDED.search(fold(simplified(without_orders(body)))) for body in ours)
