"""Evidence in lines: id, source, record, time, quotation."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from tools.serving.quoting import bare, plain

if TYPE_CHECKING:
    from escalation.evidence import Evidence

_NAMES = {"tickets": "ticket", "accounts": "account", "kb": "article", "chat": "message", "tracker": "item"}


def evidence_lines(evidence: Sequence[Evidence], most: int, width: int) -> tuple[tuple[str, ...], int]:
    """At most `most` lines with quotations of `width` characters, and how many pieces were left out."""
    return tuple(_line(each, width) for each in evidence[:most]), max(0, len(evidence) - most)


def once(evidence: Sequence[Evidence], cited: Collection[str]) -> tuple[Evidence, ...]:
    """Without what says the same again: a passage that stands in another one of its record, an earlier result of a sum.

    What the answer cites (`cited`: ids) stays; of the rest the fullest passage does, unless cited ones say most of it.
    """
    kept = [each for each in evidence if each.id in cited]
    last = {each.about: each.id for each in evidence if each.source == "computed"}
    rest = [each for each in evidence if each.id not in cited]
    for each in sorted(rest, key=lambda e: -len(e.quotation)):
        same = [k.quotation.rstrip("…") for k in kept if _of_one_record(k, each)]
        if each.source == "computed":
            again = last[each.about] != each.id
        else:
            told = sum(len(other) for other in dict.fromkeys(same) if other in each.quotation)
            again = 2 * told > len(each.quotation) or any(each.quotation.rstrip("…") in other for other in same)
        if not again:
            kept.append(each)
    shown = {each.id for each in kept}
    return tuple(each for each in evidence if each.id in shown)


def _of_one_record(one: Evidence, other: Evidence) -> bool:
    return (one.source, one.record_id, one.about) == (other.source, other.record_id, other.about)


def _line(each: Evidence, width: int) -> str:
    source = _NAMES.get(each.source, each.source)
    when = f" {each.at.date().isoformat()}" if each.at else ""
    record = "" if each.source == "computed" else f" {bare(each.record_id)}"
    return f"{each.id} {source}{record}{when}: “{plain(each.quotation, width)}”"
