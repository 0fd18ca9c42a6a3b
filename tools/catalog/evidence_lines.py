"""Evidence in lines: id, source, record, time, quotation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tools.serving.quoting import bare, plain

if TYPE_CHECKING:
    from escalation.evidence import Evidence

_NAMES = {"tickets": "ticket", "accounts": "account", "kb": "article", "chat": "message", "tracker": "item"}


def evidence_lines(evidence: Sequence[Evidence], most: int, width: int) -> tuple[tuple[str, ...], int]:
    """At most `most` lines with quotations of `width` characters, and how many pieces were left out."""
    return tuple(_line(each, width) for each in evidence[:most]), max(0, len(evidence) - most)


def _line(each: Evidence, width: int) -> str:
    source = _NAMES.get(each.source, each.source)
    when = f" {each.at.date().isoformat()}" if each.at else ""
    record = "" if each.source == "computed" else f" {bare(each.record_id)}"
    return f"{each.id} {source}{record}{when}: “{plain(each.quotation, width)}”"
