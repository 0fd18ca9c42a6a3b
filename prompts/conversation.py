"""The system prompt of our own conversation: one text, the same for every request, so that it is read from the cache."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("templates") / "system.md"


@cache
def system_prompt() -> str:
    return _FILE.read_text(encoding="utf-8").strip()
