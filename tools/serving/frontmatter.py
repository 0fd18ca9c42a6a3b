"""The head of a SKILL.md: the part of YAML that skills are written in.

Read without a YAML library, whose import would cost 66 ms of the server's start.
"""

from __future__ import annotations

import re

Head = dict[str, "str | dict[str, str]"]

_KEY = re.compile(r"(?P<key>[\w-]+):(?: (?P<value>\S.*))?")
_NO_TEXT = frozenset({"true", "false", "yes", "no", "on", "off", "null"})
"""Words that YAML reads as a truth value or as nothing."""


def frontmatter(text: str) -> Head:
    """Keys and values between the first two lines of three dashes, in their order.

    A value is plain text on one line, text folded over indented lines (`>-`), or one table of plain texts. Raises `ValueError`
    for everything else that YAML could mean, so that it is never read as something it is not.
    """
    opening, *lines = text.split("\n")
    if opening != "---" or "---" not in lines:
        raise ValueError("it does not begin with a block between two lines of ---")
    return _table(lines[: lines.index("---")])


def _table(lines: list[str]) -> Head:
    head: Head = {}
    while lines:
        line = lines.pop(0)
        found = _KEY.fullmatch(line)
        if found is None:
            raise ValueError(f"this line is not understood: {line!r}")
        value = found["value"]
        indented: list[str] = []
        while lines and lines[0].startswith("  "):
            indented.append(lines.pop(0))
        head[found["key"]] = _value(value, indented)
    return head


def _value(value: str | None, indented: list[str]) -> str | dict[str, str]:
    if value == ">-":
        return _folded(indented)
    if value is None:
        return {key: text for line in indented for key, text in _pair(line)}
    if indented:
        raise ValueError(f"only >- begins a text of several lines, not {value!r}")
    return _plain(value)


def _folded(lines: list[str]) -> str:
    depth = len(lines[0]) - len(lines[0].lstrip()) if lines else 0
    texts = [line[depth:] for line in lines]
    if any(not text or text.startswith(" ") for text in texts):
        raise ValueError("a folded text has neither empty nor deeper lines here")
    return " ".join(texts)


def _pair(line: str) -> list[tuple[str, str]]:
    found = _KEY.fullmatch(line[2:])
    if found is None or found["value"] is None:
        raise ValueError(f"this line is not understood: {line!r}")
    return [(found["key"], _plain(found["value"]))]


def _plain(value: str) -> str:
    # Signs and digits at the beginning are where YAML's other meanings are: numbers, dates, lists, anchors, quotes.
    beyond = ": " in value or " #" in value or value.endswith(":") or value != value.strip()
    if beyond or not value[0].isalpha() or value.casefold() in _NO_TEXT:
        raise ValueError(f"this is more than plain text to YAML: {value!r}")
    return value
