"""Coverage as the tools say it: what was searched, what is not connected, what failed (invariant 8)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from escalation.terms import Category

if TYPE_CHECKING:
    from escalation.evidence import Coverage


def said(coverage: Iterable[Coverage], *only: Category, counted: bool = False) -> dict[str, str]:
    """One line per category (all, or those named): "searched (workspace)", "not connected", "failed: …".

    `counted` adds how many were found.
    """
    return {line.category: _line(line, counted=counted) for line in coverage if not only or line.category in only}


def _line(line: Coverage, *, counted: bool) -> str:
    state = line.state.replace("_", " ")
    inside = [part for part in (line.source, f"{line.found} found" if counted else None) if part]
    text = f"{state} ({', '.join(inside)})" if inside and line.state == "searched" else state
    return f"{text}: {line.detail}" if line.detail else text


REGISTER: dict[str, str] = {"register": "searched"}
"""Coverage of an answer that rests on our own record alone."""
