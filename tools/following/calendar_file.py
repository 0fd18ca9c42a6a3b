"""Due times as an iCalendar file (RFC 5545) that any calendar can subscribe to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from tools.results.following import DueRow

_OCTETS = 74
_STAMP = "%Y%m%dT%H%M%SZ"


def calendar(events: Iterable[str]) -> str:
    """The whole file."""
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//customer-escalation//EN", "CALSCALE:GREGORIAN")
    return "\r\n".join((*head, *events, "END:VCALENDAR", ""))


def event(key: str, row: DueRow, now: datetime) -> str:
    """One due time of a quarter of an hour, with an alarm at its start."""
    begins = datetime.fromisoformat(row.due) if row.due else now
    lines = (
        "BEGIN:VEVENT",
        f"UID:{key[:32]}@customer-escalation",
        f"DTSTAMP:{now.astimezone(UTC).strftime(_STAMP)}",
        f"DTSTART:{begins.strftime(_STAMP)}",
        f"DTEND:{(begins + timedelta(minutes=15)).strftime(_STAMP)}",
        f"SUMMARY:{_escaped(f'{row.escalation_id}: {row.do}')}",
        f"DESCRIPTION:{_escaped(row.why)}",
        *("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:PT0M", f"DESCRIPTION:{_escaped(row.do)}", "END:VALARM"),
        "END:VEVENT",
    )
    return "\r\n".join(_folded(line) for line in lines)


def key_of(row: DueRow) -> str:
    """Stays the same when a due time moves, so that a subscribed calendar moves its entry."""
    return sha256(f"{row.escalation_id}/{row.clock}/{row.account}/{row.about or row.promise_id}".encode()).hexdigest()


def events_in(text: str) -> list[str]:
    """The events of a file that `calendar` made."""
    return re.findall(r"BEGIN:VEVENT\r\n.*?END:VEVENT", text, re.DOTALL)


def _escaped(text: str) -> str:
    return re.sub(r"([\\;,])", r"\\\1", text).replace("\n", "\\n")


def _folded(line: str) -> str:
    """Lines of at most 75 octets; what goes on begins with a space. No character is cut in two."""
    pieces, size = [""], 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _OCTETS:
            pieces.append("")
            size = 0
        pieces[-1] += character
        size += octets
    return "\r\n ".join(pieces)
