"""Phases: what a customer is told at which point (domain.md §11)."""

from __future__ import annotations

from typing import Literal

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
