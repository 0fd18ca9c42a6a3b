"""Our own people write that the second line must look at it: so it goes there, and not past it."""

from __future__ import annotations

import re
from datetime import datetime

from escalation.judgement.case import Case
from escalation.judgement.heard import without_orders
from escalation.judgement.tracked import open_bug
from escalation.records import Ticket
from escalation.remembered import OfRecord
from escalation.text.folding import fold, simplified

_OURS = frozenset({"agent", "internal"})
_L2 = r"(?:l2|tier[- ]?2|second[- ]line|level[- ]?2)"
_WANTED = re.compile(
    rf"\b(?:needs?|wait(?:s|ing)? (?:for|on)|pass(?:ed|ing)? (?:it |this )?to|hand(?:ed|ing)? (?:it |this )?to"
    rf"|sent (?:it |this )?to|one for|matter for|assign(?:ed)? to|in(?: the)?) {_L2}\b"
    rf"|\b{_L2} (?:access|queue|must|has to|needs to|should|to (?:look|check|pick))\b"
    r"|(?:转给?|交给?|等|需要?|请|找)(?:二线|l2)|(?:二线|l2)(?:权限|队列|处理|排查|介入)"
)
_NOT = re.compile(
    rf"\b{_L2} (?:has |have )?(?:looked|checked|gave up|could(?: not|n't)|can(?:not|'t)|found|says?|said|agree[sd]?"
    r"|sent it on)\b"
    r"|(?:二线|l2)(?:已|也|看过|查过|处理不了|排查不了|解决不了)"
)
"""What the second line has done with it: then it is theirs no more."""


def wanted_of_second_line(case: Case) -> bool:
    """Whether the last of our notes on open tickets that speak of the second line asks for it, and no bug is on the tracker."""
    told = [last for t in case.tickets if not t.solved and (last := _last_told(t))]
    return bool(told) and max(told)[1] and open_bug(case) is None


@OfRecord
def _last_told(ticket: Ticket) -> tuple[datetime, bool] | None:
    """When we last spoke of the second line on it, and whether that asks for it. Remembered, since it is asked for each question
    that the verdict answers, of every note."""
    ours = ((c.at, fold(simplified(without_orders(c.body)))) for c in ticket.comments if c.role in _OURS)
    told = [(at, text) for at, text in ours if _WANTED.search(text) or _NOT.search(text)]
    if not told:
        return None
    at, text = max(told)
    return at, _NOT.search(text) is None
