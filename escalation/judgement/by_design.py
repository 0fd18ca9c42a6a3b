"""Whether our own people found, among themselves, that it does what it is meant to."""

from __future__ import annotations

import re

from escalation.reading.orders.finding import find_orders
from escalation.records import Ticket
from escalation.remembered import OfRecord
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
    r"|\b(?:setting|option|switch|visibility|sharing|access|list)\b[^.;]{0,60} (?:was|were|is)"
    r" (?:switched|turned|set|made|ticked|enabled) (?:\w+ ){0,2}by\b"
    r"|\bnothing (?:beyond|besides|other than|except|but)\b[^.;]{0,40} (?:shown|visible|seen|shared)\b"
    r"|\bwas (?:switched|turned) on\b[^.;]{0,50} by [^.;]{0,20}\bown\b|\b(?:he|she|they) accepted\b|\bnothing outside the\b"
    r"|(?<!不)与(?:文件|文档|文章|说明)(?:所述|描述)?一致|按设计|设计如此|符合预期|属于?正常设计"
    r"|(?:管理员|用户)(?:自己|本人|[^。，,]{0,8})(?:按了|点了)?接受|有接受(?:邀请|协议)的|(?<!非)(?<!不是)(?:自己|本人)(?:开启|打开|启用|勾选|邀请|加入)"
    r"|由(?:其|对方|客户|他们|她们)?[^。，；]{0,8}(?:管理员|同事|员工)[^。，；]{0,10}(?:开启|打开|启用|勾选|邀请)|除[^。；]{1,12}外(?:没有|未|不)[^。；]{0,6}(?:显示|可见)",
    re.IGNORECASE,
)


@OfRecord
def as_designed(ticket: Ticket) -> bool:
    """Whether staff wrote, among themselves, that it does what it is meant to; a denied or quoted order is no finding."""
    notes = (c.body for c in ticket.comments if c.role == "internal")
    return any(_AS_DESIGNED.search(simplified(n)) and not find_orders(n) for n in notes)
