"""Coverage as the tools say it: what was searched, what is not connected, what failed (invariant 8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from escalation.terms import Category

if TYPE_CHECKING:
    from escalation.evidence import Coverage


def said(
    coverage: Iterable[Coverage], *only: Category, relevant: Mapping[Category, int] | None = None
) -> dict[str, str]:
    """One line per category (all, or those named): "searched (workspace)", "not connected", "failed: …".

    `relevant` adds how many records of a searched category the answer rests on.
    """
    return {line.category: _line(line, relevant) for line in coverage if not only or line.category in only}


def _line(line: Coverage, relevant: Mapping[Category, int] | None) -> str:
    state = line.state.replace("_", " ")
    if line.state == "searched":
        count = f"{relevant.get(line.category, 0)} relevant" if relevant is not None else None
        inside = ", ".join(part for part in (line.source, count) if part)
        state = f"{state} ({inside})" if inside else state
    return f"{state}: {line.detail}" if line.detail else state


REGISTER: dict[str, str] = {"register": "searched"}
"""Coverage of an answer that rests on our own record alone."""
