"""Evidence in lines: id, source, record, time, quotation."""

from __future__ import annotations

from collections import defaultdict
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
    kept = {each.id for each in evidence if each.id in cited}
    said = defaultdict[tuple[object, ...], list[str]](list)
    for each in evidence:
        if each.id in kept:
            said[_of_record(each)].append(each.quotation.rstrip("…"))
    last = {each.about: each.id for each in evidence if each.source == "computed"}
    rest = [each for each in evidence if each.id not in kept]
    for each in sorted(rest, key=lambda e: -len(e.quotation)):
        same = said[_of_record(each)]
        if each.source == "computed":
            again = last[each.about] != each.id
        else:
            told = sum(len(other) for other in dict.fromkeys(same) if other in each.quotation)
            again = 2 * told > len(each.quotation) or any(each.quotation.rstrip("…") in other for other in same)
        if not again:
            kept.add(each.id)
            same.append(each.quotation.rstrip("…"))
    return tuple(each for each in evidence if each.id in kept)


def _of_record(each: Evidence) -> tuple[object, ...]:
    """What may say the same again: a passage of the same record, told for the same reason."""
    return each.source, each.record_id, each.about


def _line(each: Evidence, width: int) -> str:
    source = _NAMES.get(each.source, each.source)
    when = f" {each.at.date().isoformat()}" if each.at else ""
    record = "" if each.source in ("computed", each.record_id) else f" {bare(each.record_id)}"
    return f"{each.id} {source}{record}{when}: “{plain(each.quotation, width)}”"
