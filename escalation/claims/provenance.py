"""Provenance: what only whoever typed the issue says, and the records that a cited piece of evidence rests on (invariant 1)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from escalation.evidence import Evidence


def only_reported(evidence: Sequence[Evidence]) -> frozenset[str]:
    """Ids of the reporter's own words, and of what was worked out from nothing else."""
    own = frozenset(item.id for item in evidence if item.id and typed(item))
    worked = (item for item in evidence if item.id and item.source == "computed" and item.inputs)
    return own | frozenset(item.id for item in worked if own.issuperset(item.inputs))


def typed(item: Evidence) -> bool:
    """Whether these are the reporter's own words."""
    return item.source == "reporter"


def records_of(cited: Collection[str], evidence: Sequence[Evidence]) -> tuple[frozenset[str], frozenset[str]]:
    """Ids of the records that these ids of evidence quote or were worked out from; and the ids themselves, with their inputs
    and with what was worked out from one of them."""
    known = {item.id: item for item in evidence if item.id}
    ids, left = set[str](), list(cited)
    while left:
        if (id := left.pop()) in known and id not in ids:
            ids.add(id)
            left += known[id].inputs
    ids |= {item.id for item in evidence if item.id and set(item.inputs) & set(cited)}
    records = {known[id].record_id for id in ids if known[id].source not in ("computed", "reporter")}
    return frozenset(records), frozenset(ids)
