"""Phases: what a customer is told at which point (domain.md §11)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from escalation.assessment import Assessment

Phase = Literal[
    "acknowledged",
    "investigating",
    "nothing_new",
    "partial_recovery",
    "resolved",
    "feature_decision",
    "security_notice",
    "executive_response",
    "de_escalated",
]
LAST: frozenset[Phase] = frozenset({"resolved", "de_escalated"})
"""Phases after which no further update is owed on a clock."""


def complains_of_us(found: Assessment) -> bool:
    """Whether the customer holds something against us as a whole, and does not only want what leaders alone may grant. Where
    lawyers are named nothing is owned up to in a first letter."""
    signals = {reason.signal for reason in found.reasons if reason.stance == "for"}
    of_us = found.issue.kind == "relationship" or bool(signals & {"churn_threat", "executive_request"})
    return of_us and "compliance_deadline" not in signals
