"""The text half of a result: the same structure, laid out so that it reads well alone."""

from __future__ import annotations

import re
from typing import Any, cast

from tools.results.base import is_list

Structure = dict[str, Any]
_LINE = 120


def readable(structure: Structure) -> str:
    """Every value of `structure`, one line per field, rows as bullets, long texts as blocks of their own."""
    return "\n".join(_fields(structure, ""))


def _fields(structure: Structure, indent: str) -> list[str]:
    lines: list[str] = []
    for key, value in structure.items():
        lines += _field(key.replace("_", " "), value, indent)
    return lines


def _field(name: str, value: Any, indent: str) -> list[str]:
    if isinstance(value, dict):
        return [f"{indent}{name}:", *_fields(cast("Structure", value), indent + "  ")]
    if is_list(value):
        return _listed(name, value, indent)
    text = _scalar(value)
    if "\n" in text:
        return [f"{indent}{name}:", *(f"{indent}  {line}" for line in text.split("\n"))]
    return [f"{indent}{name}: {text}"]


def _listed(name: str, values: list[Any], indent: str) -> list[str]:
    if all(not isinstance(value, dict | list) for value in values):
        texts = [_scalar(value) for value in values]
        one_line = _run_on(texts)
        if len(one_line) <= _LINE and not any(", " in text or "\n" in text for text in texts):
            return [f"{indent}{name}: {one_line}"]
    lines = [f"{indent}{name}:"]
    for value in values:
        lines += _bullet(value, indent + "  ")
    return lines


_SAID = re.compile(r"[.!?。！？][\"”’」』)）]*(?: ?\[[^\]]*\])?$")
"""The end of a sentence, with its references behind it."""


def _run_on(texts: list[str]) -> str:
    """One behind the other: a comma after a word, none after a sentence."""
    return "".join(f"{text} " if _SAID.search(text) else f"{text}, " for text in texts[:-1]) + "".join(texts[-1:])


def _bullet(value: Any, indent: str) -> list[str]:
    inner = _fields(cast("Structure", value), "") if isinstance(value, dict) else _scalar(value).split("\n")
    return [f"{indent}- {inner[0]}" if inner else f"{indent}-", *(f"{indent}  {line}" for line in inner[1:])]


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
