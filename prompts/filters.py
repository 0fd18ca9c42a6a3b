"""How amounts, instants, durations and counts are written in each language; used by every template."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from escalation.terms import Language
from prompts.typeset import spaced


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
    """Hours as people say them, in one unit: minutes below two hours, hours below three days, then days."""
    amount = abs(hours)
    if amount < 1 / 60:
        return "不到 1 分钟" if language == "zh" else "less than a minute"
    if amount < 2:
        return count(round(amount * 60), "分钟" if language == "zh" else "minute", language=language)
    if amount < 72:
        return count(round(amount), "小时" if language == "zh" else "hour", language=language)
    return count(round(amount / 24), "天" if language == "zh" else "day", language=language)


def day(value: date | datetime | str) -> str:
    """The calendar day, "2026-11-13"; an instant by its UTC day."""
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
    # The other day leads: "UTC (2026-05-19 23:30" could be read as one instant.
    if local.date() != utc.date() and language == "en":
        return f"{text} (for the customer {here})"
    return f"{text}（客户当地 {here}）" if language == "zh" else f"{text} ({here} for the customer)"


def in_zone(value: datetime, timezone: str | None) -> datetime | None:
    """`value` in the IANA zone `timezone`, or None when the zone is missing or unknown here."""
    try:
        return value.astimezone(ZoneInfo(timezone)) if timezone else None
    except (KeyError, ValueError, OSError):
        return None


def listing(
    values: Sequence[str], limit: int = 5, measure: str = "项", *, language: Language, last: str = "and"
) -> str:
    """All in one, "a, b and c"; what is beyond `limit` is counted: in Chinese by its `measure` word ("家" for customers).

    `last` is the English word before the last one.
    """
    names = [str(value) for value in values]
    more = len(names) - limit
    if more > 0:
        names = [*names[:limit], f"另外 {more} {measure}" if language == "zh" else f"{more} more"]
    if language == "zh":
        return str(spaced("、".join(names), language))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}" if names else ""


def ticket(value: str, language: Language, *, start: bool = False) -> str:
    """A ticket's id as people say it: a bare number ("20832") is not read as an amount; "T-48258" says what it is.

    `start`: the sentence begins with it.
    """
    bare = value.strip().lstrip("#")
    if not bare.isdigit():
        return value
    if language == "zh":
        return f"工单 {bare} "
    return f"{'Ticket' if start else 'ticket'} {bare}"


def references(ids: Sequence[str], limit: int = 4) -> str:
    """Evidence references: "[E1][E3]", each once, the first `limit`."""
    return "".join(f"[{id}]" for id in list(dict.fromkeys(ids))[:limit])
