"""A line that tells only of the relationship: a customer may leave, or its leaders are angry, and nothing else is said."""

from __future__ import annotations

from functools import lru_cache

from escalation.judgement.heard import listen
from escalation.matching.profile import profile_of
from escalation.reading.symptoms import endpoints, error_strings, ticket_like_ids
from escalation.reading.threads.upset import angry

_DATED = frozenset({"date"})
"""By when they want to be gone is nothing of the product."""


@lru_cache(maxsize=64)
def only_of_the_relation(line: str) -> bool:
    """Whether `line`, without the names of customers, says that they may leave, or that their leaders are angry, and names
    nothing of the product, no fault, no wish and no record that it could be about (domain.md §4: leaders)."""
    heard = listen(line, ())
    moved = heard.typed("churn_threat") or (heard.typed("executive_involved") and angry(line))
    if not moved or heard.typed("feature_request"):
        return False
    if error_strings(line) or endpoints(line) or ticket_like_ids(line):
        return False
    told = profile_of(line)
    return told.things <= _DATED and not told.faults
