"""Where reminders go: a stream, a file of lines, or a calendar file."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import TextIO

from tools.following.calendar_file import calendar, event, events_in
from tools.results.following import DueRow


def line(row: DueRow) -> str:
    """One due time as a person reads it."""
    from escalation.language import language_of
    from prompts.render import phrase

    late = phrase("late_by", language_of(row.do), late=row.overdue) if row.overdue else ""
    late = f" {late}" if late.isascii() else late
    return f"{row.due or '–'}{late}  {row.escalation_id}  {row.clock}  {row.do} {row.why}"


class Lines:
    """A stream, such as standard output; what was told there cannot be seen again."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def tell(self, key: str, row: DueRow) -> None:
        self._stream.write(line(row) + "\n")
        self._stream.flush()

    def has(self, key: str) -> bool:
        return False


class LinesFile:
    """A file to which lines are appended; each ends in its key, by which it is found again."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def tell(self, key: str, row: DueRow) -> None:
        with self._path.open("a", encoding="utf-8") as file:
            file.write(f"{line(row)}  [{key[:16]}]\n")
            file.flush()
            os.fsync(file.fileno())

    def has(self, key: str) -> bool:
        return self._path.exists() and f"[{key[:16]}]" in self._path.read_text(encoding="utf-8")


class CalendarFile:
    """A calendar that grows by one event a reminder; replaced whole, so that a reader never sees half of it."""

    def __init__(self, path: Path, now: datetime) -> None:
        self._path, self._now = path, now

    def tell(self, key: str, row: DueRow) -> None:
        write_calendar(self._path, calendar([*self._events(), event(key, row, self._now)]))

    def has(self, key: str) -> bool:
        return any(f"UID:{key[:32]}" in one for one in self._events())

    def _events(self) -> list[str]:
        return events_in(self._path.read_bytes().decode()) if self._path.exists() else []


def write_calendar(path: Path, text: str) -> None:
    """Replace the file at once."""
    beside = path.with_name(path.name + ".new")
    with beside.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
