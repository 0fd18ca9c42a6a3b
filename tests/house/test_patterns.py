"""Patterns mean the same in every Python we run on."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("escalation", "prompts", "tools", "agent")


def test_no_group_is_repeated_possessively() -> None:
    """Python 3.11.0 to 3.11.4 (Debian 12 has 3.11.2) loses matches of a possessive group that holds alternatives (gh-106052):
    the same record was read differently there."""
    # A group's end, not the end of a class or of a call, and a quantifier made possessive.
    possessive = re.compile(r"(?<!\\)\)(?:[+*?]|\{[\d,]+\})\+|\(\?>")
    files = [path for room in ROOMS for path in (ROOT / room).rglob("*.py")]
    assert len(files) > 100
    assert [str(path.relative_to(ROOT)) for path in files if possessive.search(path.read_text("utf-8"))] == []
