"""How amounts, instants, durations and counts are written in each language; used by every template."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from escalation.terms import Language


def number(value: float) -> str:
    """1234.0 → "1,234"; at most two decimals, none when whole."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def money(value: float, language: Language) -> str:
    """USD: "$240,000"; in Chinese "24 万美元", below ten thousand "9,500 美元"."""
    if language == "en":
        return f"${number(value)}"
    if abs(value) >= 10_000:
        return f"{_ten_thousands(value)} 万美元"
    return f"{number(value)} 美元"


def _ten_thousands(value: float) -> str:
    return f"{value / 10_000:,.6f}".rstrip("0").rstrip(".")


def count(value: float, one: str, many: str | None = None, *, language: Language) -> str:
    """English: the number with the fitting form ("1 customer", "2 customers"); Chinese: number, space, measure and noun."""
    if language == "zh" or value == 1:
        return f"{number(value)} {one}"
    return f"{number(value)} {many or one + 's'}"


def duration(hours: float, language: Language) -> str:
    """Hours as people say them: minutes below two hours, days and hours below two weeks, then whole days."""
    minutes = round(abs(hours) * 60)
    if minutes < 120:
        parts = [(minutes, "minute", "分钟")]
    elif minutes < 48 * 60:
        parts = [(minutes // 60, "hour", "小时"), (minutes % 60 if minutes < 12 * 60 else 0, "minute", "分钟")]
    else:
        days, rest = divmod(minutes // 60, 24)
        parts = [(days, "day", "天"), (rest if days < 14 else 0, "hour", "小时")]
    said = [
        count(n, zh if language == "zh" else en, language=language)
        for n, en, zh in parts
        if n or (n, en) == parts[0][:2]
    ]
    return " ".join(said)


def day(value: date | datetime | str) -> str:
    """ "2026-11-13"; an instant by its UTC day."""
    if isinstance(value, str):
        return value
    return (value.astimezone(UTC) if isinstance(value, datetime) else value).strftime("%Y-%m-%d")


def when(value: datetime | date | str, timezone: str | None = None, *, language: Language) -> str:
    """An instant in UTC and, when the account's IANA zone is known and differs, in its local time."""
    if not isinstance(value, datetime):
        return day(value)
    utc = value.astimezone(UTC)
    text = utc.strftime("%Y-%m-%d %H:%M UTC")
    local = in_zone(utc, timezone)
    if local is None or local.utcoffset() == utc.utcoffset():
        return text
    here = local.strftime("%H:%M" if local.date() == utc.date() else "%Y-%m-%d %H:%M")
    return f"{text}（客户当地 {here}）" if language == "zh" else f"{text} ({here} for the customer)"


def in_zone(value: datetime, timezone: str | None) -> datetime | None:
    """`value` in the IANA zone `timezone`, or None when the zone is missing or unknown here."""
    try:
        return value.astimezone(ZoneInfo(timezone)) if timezone else None
    except (KeyError, ValueError, OSError):
        return None


def listing(values: Sequence[str], limit: int = 5, *, language: Language) -> str:
    """ "a, b and c"; beyond `limit` the rest is counted ("a, b and 3 more")."""
    names = [str(value) for value in values]
    more = len(names) - limit
    if more > 0:
        names = [*names[:limit], f"另外 {more} 个" if language == "zh" else f"{more} more"]
    if language == "zh":
        return "、".join(names)
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def references(ids: Sequence[str], limit: int = 4) -> str:
    """Evidence references: "[E1][E3]", each once, the first `limit`."""
    return "".join(f"[{id}]" for id in list(dict.fromkeys(ids))[:limit])
