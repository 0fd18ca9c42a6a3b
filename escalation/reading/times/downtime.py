"""How long an outage lasted, as its own ticket says it: "the outage lasted 4 hours", 「本次中断 4 小时」."""

from __future__ import annotations

import re

from escalation.reading.times.lengths import NUMBER, number

_UNIT = r"minutes?|mins?|hours?|hrs?|h|days?|分钟|分鐘|小时|小時|个小时|個小時|天"
_DOWN = r"outages?|downtime|down|unavailable|interruption|interrupted|incident|service was lost"
_HAN_DOWN = r"中断|中斷|停机|停機|宕机|當機|不可用|故障|服务停止|服務停止"
_SAID = re.compile(
    rf"(?i)\b(?:{_DOWN})\b(?: time)?(?:,| was| were| had| has)*(?: lasted| lasting| for| of| took| ran)?"
    rf"(?: about| around| roughly| just over| some)?"
    rf" (?P<a>{NUMBER}(?:\.\d+)?)[ -]?(?P<ua>{_UNIT})\b"
    rf"|\b(?P<b>{NUMBER}(?:\.\d+)?)[ -](?P<ub>{_UNIT})(?:[ -]long)? (?:{_DOWN})\b"
    rf"|(?:{_HAN_DOWN})(?:持续|持續|时间|時間|时长|時長|总共|總共|共|了|约|約|大约|大約|为|為|\s)*(?P<c>{NUMBER}(?:\.\d+)?)\s*(?P<uc>{_UNIT})"
    rf"|(?P<d>{NUMBER}(?:\.\d+)?)\s*(?P<ud>{_UNIT})(?:的)?(?:{_HAN_DOWN})"
)
_OF_SEVERAL = re.compile(
    r"(?i)\b(?:in total|altogether|combined|all together|each|so far this)\b|合计|合計|总计|總計|累计|累計|加起来"
)
_HOURS = {"m": 1 / 60, "分": 1 / 60, "d": 24.0, "天": 24.0}


def downtime(sentence: str) -> float | None:
    """Hours that `sentence` says one outage lasted; None where it says no length, or that of several together."""
    if _OF_SEVERAL.search(sentence) or not (found := _SAID.search(sentence)):
        return None
    amount, unit = next((found[n], found[f"u{n}"]) for n in "abcd" if found[n])
    whole, _, part = amount.partition(".")
    value = number(whole.lower()) + (float(f"0.{part}") if part else 0.0)
    return value * _HOURS.get(unit[0].lower(), 1.0)
