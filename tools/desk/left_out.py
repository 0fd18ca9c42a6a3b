"""A brief without the sentences that the check refused: a field that loses all of them is unknown, an entry of a list goes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from escalation.reading.threads.entries import sentences

Section = TypeVar("Section", bound=BaseModel)
_SOURCES = re.compile(r"\s*(?:\[[ER]\d{1,6}\])+[.。]?")
"""What a sentence rests on stands behind it, also where a quotation ends it."""
_STEP = re.compile(r"(?P<name>[a-z_]+)|\[(?P<index>\d+)\]")


def without(section: Section, path: str, spans: Sequence[tuple[int, int]]) -> Section:
    """`section` without the sentences at these offsets of the field at `path` ("tried[1].result")."""
    steps: list[str | int] = [m["name"] or int(m["index"]) for m in _STEP.finditer(path)]
    changed: Section = _without(section, steps, spans)
    return changed


def _without(value: Any, steps: Sequence[str | int], spans: Sequence[tuple[int, int]]) -> Any:
    if not steps:
        return _shorter(str(value), spans)
    step, rest = steps[0], steps[1:]
    if isinstance(step, int):
        kept = _without(value[step], rest, spans)
        return (*value[:step], *([kept] if kept else []), *value[step + 1 :])
    kept = _without(getattr(value, step), rest, spans)
    owner = cast("BaseModel", value)
    field = type(owner).model_fields[step]
    if kept is None and field.is_required():
        return None  # an entry without what it is about says nothing
    blank = kept if kept is not None else field.get_default(call_default_factory=True, validated_data={})
    return owner.model_copy(update={step: blank})


def _shorter(text: str, spans: Sequence[tuple[int, int]]) -> str | None:
    kept: list[str] = []
    end = 0
    for cut in sentences(text):
        sentence = cut[behind.end() :].strip() if (behind := _SOURCES.match(cut)) else cut
        if not sentence:
            continue  # only what the sentence before rests on
        start = text.index(sentence, end)
        end = start + len(sentence)
        if behind := _SOURCES.match(text, end):
            end = behind.end()
        if not any(start < last and first < end for first, last in spans):
            kept.append(text[start:end] + (" " if text[end : end + 1].isspace() else ""))
    return "".join(kept).strip() or None
