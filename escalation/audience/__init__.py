"""Audience: whether a text may go to this customer as it stands (design.md §4, invariant 4)."""

from escalation.audience.check import check
from escalation.audience.found import KINDS, Finding, LeakKind
from escalation.audience.known import Approval, Audience

__all__ = ["KINDS", "Approval", "Audience", "Finding", "LeakKind", "check"]
