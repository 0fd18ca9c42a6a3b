"""Sentences that tell how a customer stands to us, and nothing of what goes wrong: no symptom, no step, nothing to expect of a
product."""

from __future__ import annotations

from functools import lru_cache

from escalation.reading.signals.polarity import assertions
from escalation.reading.threads.entries import READ

_RELATION = frozenset({"churn_threat", "competitor", "legal_or_pr"})
_GOES_WRONG = frozenset(
    {"production_down", "data_loss", "data_corruption", "security_exposure", "unauthorised_access", "vulnerability", "blocked",
     "degraded", "broken", "recurrence"}
)  # fmt: skip


@lru_cache(maxsize=READ)
def of_the_relation(sentence: str) -> bool:
    """Whether it threatens, doubts that they stay or names a rival, and no fault."""
    told = {each.signal for each in assertions(sentence) if each.polarity == "affirmed"}
    return bool(told & _RELATION) and not told & _GOES_WRONG
