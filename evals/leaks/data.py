"""The data: texts to customers with what was planted marked in place, and the audiences they were written for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from escalation.audience import Audience
from escalation.terms import Language

ROOT = Path(__file__).parent
TEXTS = ROOT / "texts"
_MARK = re.compile(r"\{([a-z_]+)(?: ([^|]*))?\|([^}]*)\}")
SENT: dict[Language, datetime] = {
    "en": datetime(2026, 11, 18, 10, 20, tzinfo=ZoneInfo("America/Chicago")),
    "zh": datetime(2026, 11, 18, 14, 20, tzinfo=ZoneInfo("Asia/Shanghai")),
}
"""When each text was sent: a Wednesday morning in Chicago, a Wednesday afternoon in Shanghai."""


class Mark(NamedTuple):
    """What stands at `[start, end)`: a kind, and for a promise its due time ("2026-11-20T18:00" local, or "2h")."""

    kind: str
    due: str
    start: int
    end: int


class Text(NamedTuple):
    """One line of a data file: `{kind due|words}` marks taken out, "\\n" a line break."""

    lang: Language
    world: str
    text: str
    marks: tuple[Mark, ...]

    def wanted(self, mark: Mark) -> datetime | float | None:
        """The due instant or the rhythm in hours that a mark names."""
        if not mark.due:
            return None
        if mark.due.endswith("h"):
            return float(mark.due[:-1])
        return datetime.fromisoformat(mark.due).replace(tzinfo=SENT[self.lang].tzinfo)


@cache
def worlds() -> dict[str, Audience]:
    """The audiences by name."""
    listed = json.loads((ROOT / "worlds.json").read_text(encoding="utf-8"))
    return {name: Audience.model_validate(row) for name, row in listed.items()}


def texts(name: str, lang: Language) -> Iterator[Text]:
    """The texts of `<name>.<lang>.txt`; a line "@world" says for whom the following ones are."""
    world = ""
    for line in (TEXTS / f"{name}.{lang}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            world = line[1:]
        elif line:
            yield _text(lang, world, line.replace("\\n", "\n"))


def _text(lang: Language, world: str, line: str) -> Text:
    plain, marks, at = "", list[Mark](), 0
    for mark in _MARK.finditer(line):
        plain += line[at : mark.start()]
        marks.append(Mark(mark[1], mark[2] or "", len(plain), len(plain) + len(mark[3])))
        plain += mark[3]
        at = mark.end()
    return Text(lang, world, plain + line[at:], tuple(marks))
