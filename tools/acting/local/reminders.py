"""Reminders: one calendar file each, that any calendar program opens."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from escalation.actions.action import Action, Destination
from tools.acting.outlet import Receipt, Wanted

_FOLD = 73
_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True)
class Reminders:
    """The files are named by their key, so a second post of it finds the first."""

    folder: Path

    def resolve(self, wanted: Wanted) -> Destination:
        return Destination(system="calendar file", id=str(self.folder), name=f"an .ics file in {self.folder}")

    def look(self, key: str, action: Action) -> Receipt | None:
        path = self._path(key, action)
        return Receipt(str(path), action.text) if path.is_file() else None

    def post(self, key: str, action: Action, who: str, at: datetime) -> None:
        path = self._path(key, action)
        path.parent.mkdir(parents=True, exist_ok=True)
        # Whole or not at all: written aside, then put in place.
        aside = path.with_name(f"{path.name}.{os.getpid()}")
        aside.write_text(calendar_file(key, action, at), encoding="utf-8", newline="")
        aside.replace(path)

    @staticmethod
    def _path(key: str, action: Action) -> Path:
        return Path(action.destination.id) / f"{action.escalation_id}-{key}.ics"


def calendar_file(key: str, action: Action, at: datetime) -> str:
    """One event with an alarm, as RFC 5545 has it: lines folded at 75 octets, ended by CR LF."""
    due = (action.at or at).astimezone(UTC)
    lines = (
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//customer-escalation//EN", "BEGIN:VEVENT",
        f"UID:{key}@customer-escalation", f"DTSTAMP:{at.astimezone(UTC):{_STAMP}}", f"DTSTART:{due:{_STAMP}}",
        "DURATION:PT15M", f"SUMMARY:{_escaped(action.title or action.text.splitlines()[0])}",
        f"DESCRIPTION:{_escaped(action.text)}", "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:PT0M",
        f"DESCRIPTION:{_escaped(action.escalation_id)}", "END:VALARM", "END:VEVENT", "END:VCALENDAR",
    )  # fmt: skip
    return "".join(_folded(line) + "\r\n" for line in lines)


def _escaped(text: str) -> str:
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r", ""), ("\n", "\\n")):
        text = text.replace(plain, written)
    return text


def _folded(line: str) -> str:
    parts: list[str] = []
    part, size = "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > _FOLD:
            parts.append(part)
            part, size = "", 0
        part, size = part + letter, size + width
    return "\r\n ".join([*parts, part])
