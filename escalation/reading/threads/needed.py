"""What a colleague's note says that mending takes, and what it says will happen of itself if nobody acts."""

from __future__ import annotations

import re
from datetime import datetime, time

from escalation.reading.times.deadlines import deadline

_NEEDS = re.compile(
    r"(?i)\bnext: |\b(?:needs?|requires?) (?!to know|an? answer|a date|more (?:info|details))\w+"
    r"|\b(?:code|fix|change|work|dump|trace|logs?|access|review|approval) needed\b"
    r"|\b(?:plan|idea) is to\b|\bfix (?:is )?(?:in review|ready|being|planned|waits)|\b(?:being"
    r"|is) (?:written|tested|reviewed|built)\b"
    r"|\bnot yet (?:submitted|released|deployed)\b|\bcode change in\b"
    r"|(?<!不)需要?(?:改|修|迁移|遷移|重|回滚|回滾|研发|发版|發版|更新|补|補|由)|须(?:改|由|先)"
    r"|要(?:改代码|改程式|发版|發版|等)|待(?:发布|發布|上线|上線)"
)
_BEYOND = re.compile(
    r"(?i)\b(?:can(?:not|['’]t)|could not|unable to) (?:read|see|access|reach|enter|open|tell)\b"
    r"|\bno (?:access|way) (?:to|in)\b|\bno (?:login|logs?)\b[^.]{0,16}\b(?:there|here|for us|on it)\b"
    r"|\b(?:do not|don['’]t) know how to\b|\bcan(?:not|['’]t) get (?:any )?further\b"
    r"|\bnothing support can (?:do|restore|change|see)\b|\bneed someone\b"
    r"|进不去|進不去|看不了|(?:看不到|没有|沒有|无|無)[^，。]{0,10}(?:日志|日誌|权限|權限|配置|记录)|无法判断|無法判斷"
)
_SETTLED = re.compile(
    r"(?i)^\W*\w+(?:Exception|Error)\b|\bno longer needs?\b|\bneeds? (?:no|nothing)\b|不需要|无需|無需"
)
_AHEAD = re.compile(
    r"(?i)\b(?:scheduled|due|set|planned) to (?:run|start|go|repeat|delete|send|expire)\b|\b(?:will"
    r"|to) (?:run|repeat|delete|purge|expire|send)"
    r"(?: \w+)? again\b|\bruns? again (?:on|at)\b|\bnext run\b|\b(?:will be|gets?) (?:deleted|purged"
    r"|overwritten|locked|suspended)\b"
    r"|\b(?:bin|trash|retention|backups?|snapshots?|grace period)\b[^.;]{0,40}\b(?:ends?|expires?|runs out)\b"
    r"|(?:回收站|保留期|备份|備份|快照)[^，。]{0,12}(?:到期|过期|過期|截止|清空)"
    r"|(?:将|會|会|定于|計劃|计划)(?:在|于|於)?[^，。]{0,12}(?:再次|再)?(?:运行|運行|执行|執行|删除|刪除"
    r"|清理|覆盖|覆蓋|到期)|下次(?:运行|運行|执行|執行)"
)
_HOUR = re.compile(r"\d{1,2}[:：]\d\d|\b\d{1,2} ?[ap]m\b|\d{1,2}\s*[点點]")


def needs(sentence: str) -> bool:
    """Whether it says what mending takes ("Needs a parser fix and a backfill."), in words of our own people."""
    return bool(_NEEDS.search(sentence)) and not _SETTLED.search(sentence) and not sentence.endswith(("?", "？"))


def beyond(sentence: str) -> bool:
    """Whether it says what support cannot reach or tell: why the matter is handed on at all."""
    return bool(_BEYOND.search(sentence)) and not sentence.endswith(("?", "？"))


def ahead(sentence: str, said_at: datetime, zone: str | None = None) -> datetime | None:
    """When (UTC) something is going to happen of itself, by this sentence; a bare day counts from its beginning."""
    if not _AHEAD.search(sentence):
        return None
    due = deadline(sentence, said_at, zone)
    if due is None or due <= said_at:
        return None
    return due if _HOUR.search(sentence) else datetime.combine(due.date(), time(0), tzinfo=due.tzinfo)
