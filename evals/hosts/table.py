"""The sheets as tables: one line per host, and under it every claim."""

from __future__ import annotations

import re
from collections.abc import Sequence

from evals.hosts.sheet import Sheet, Topic

_TOPICS: dict[Topic, str] = {
    "start": "starts as told",
    "tools": "tools",
    "prompt": "prompt",
    "skill": "skill",
    "escalation": "whole escalation",
    "results": "model sees all of each result",
    "gate": "asked before writes",
    "forms": "forms",
}
_BLOCK = re.compile(r"<!-- hosts -->.*<!-- /hosts -->", re.DOTALL)


def table(sheets: Sequence[Sheet]) -> str:
    """One line per host: ✓ every claim of that topic held, ✗ one did not, – none is made."""
    head = ["host", "version", "protocol", *_TOPICS.values(), "the model reads", "claims held"]
    lines = [head, ["---"] * len(head), *(_line(sheet) for sheet in sheets)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _line(sheet: Sheet) -> list[str]:
    marks = [_mark(sheet, topic) for topic in _TOPICS]
    held = sum(claim.held for claim in sheet.claims)
    counted = f"not run: {sheet.absent}" if sheet.absent else f"{held} of {len(sheet.claims)}"
    return [sheet.host, sheet.version or "–", sheet.protocol or "–", *marks, sheet.sees or "–", counted]


def _mark(sheet: Sheet, topic: Topic) -> str:
    held = [claim.held for claim in sheet.claims if claim.topic == topic]
    return "–" if not held else "✓" if all(held) else "✗"


def claims(sheets: Sequence[Sheet]) -> str:
    """Every claim of every host, with what was seen where it did not hold."""
    return "\n\n".join(f"## {sheet.host} {sheet.version}\n\n{_claims(sheet)}" for sheet in sheets)


def _claims(sheet: Sheet) -> str:
    told = [f"- {'✓' if each.held else '✗'} {each.text}{_instead(each.detail)}" for each in sheet.claims]
    noted = [f"- {note}" for note in (*sheet.notes, *([f"Not run: {sheet.absent}"] if sheet.absent else []))]
    return "\n".join((*told, *noted))


def _instead(detail: str) -> str:
    return f" — seen instead: `{detail.replace('`', '')}`" if detail else ""


def with_table(readme: str, sheets: Sequence[Sheet]) -> str:
    """README with the table between its markers."""
    block = f"<!-- hosts -->\n{table(sheets)}\n<!-- /hosts -->"
    return _BLOCK.sub(lambda _: block, readme)


def between_markers(text: str) -> str:
    """The table that stands between the markers."""
    found = _BLOCK.search(text)
    return found.group() if found else ""
