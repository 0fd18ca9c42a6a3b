"""Whether our own people found, among themselves, that it does what it is meant to."""

from __future__ import annotations

import re

from escalation.reading.orders.finding import find_orders
from escalation.records import Ticket
from escalation.text.folding import simplified

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
