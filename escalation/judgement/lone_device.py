"""One device that does nothing and no more is known: somebody looks at it before a team is woken."""

from __future__ import annotations

import re

from escalation.judgement.case import Case
from escalation.judgement.spoken import line_of
from escalation.reading.line import length_of
from escalation.reading.nameless import nameless
from escalation.text.folding import fold, simplified

_DEVICE = re.compile(
    r"\b(?:printer|scanner|kiosk|touch ?screen|(?:card|badge|barcode|label|fingerprint) reader|terminal"
    r"|(?:pay|ticket|vending|coffee|time) ?machine|cash register|monitor|tablet|handset|handheld|headset|(?:ip )?camera|sensor"
    r"|router|barrier|dispenser|locker|scale|projector)\b"
    r"|(?:打印|缴费|收银|取票|自助|一体|考勤|打卡|售货|刷卡|取号|叫号|终端|售票|扫码|投影|复印|标签|对讲)机|pos机|扫码枪|扫描枪"
    r"|读卡器|摄像头|传感器|触摸屏|触控(?:屏|萤幕|荧幕)|显示屏|路由器|电子秤|闸机|道闸",
    re.IGNORECASE,
)
_DEAD = re.compile(
    r"\b(?:dead|unresponsive|frozen|(?:won['’]?t|does(?:n['’]?t| not)|will not)"
    r" (?:turn on|switch on|start|boot|respond|react|power up|wake up)"
    r"|not (?:responding|reacting|working|turning on)|no (?:reaction|response|power)|does nothing)\b"
    r"|(?:没|没有|无)(?:反应|响应|动静)|不(?:反应|响应|亮|动)了?|点不动|按不动|坏了?$|黑屏|开不了机|死机",
    re.IGNORECASE,
)
_SAYS_MORE = re.compile(
    r"\b(?:all|every|each|both|several|many|most|two|three|\d+|since|after|again|update\w*|upgrade\w*|release|error|code|customers?"
    r"|branches|stores|sites|cannot|can['’]t|nobody|urgent\w*)\b"
    r"|全|都|所有|每|多台|几台|两台|各|\d|[二三四五六七八九十]台|升级|更新|之后|以来|又|再次|报错|错误|无法|不能|急|客户们|家",
    re.IGNORECASE,
)
_FEW = 10.0
"""Words of a line, without the customer's name, that says of a device no more than that it does nothing."""


def lone_device(case: Case) -> bool:
    """As long as nobody answered anything: power, a cable, a restart settle most of these, and no team can tell from afar."""
    if case.matched or case.answers or case.declined or case.pieces or case.issue.error_strings:
        return False
    told = simplified(fold(nameless(line_of(case), case.context.named)))
    if length_of(told) > _FEW or _SAYS_MORE.search(told):
        return False
    return bool(_DEVICE.search(told) and _DEAD.search(told))
