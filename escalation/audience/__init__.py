"""Audience: whether a text may go to this customer as it stands (design.md §4, invariant 4)."""

from escalation.audience.check import check
from escalation.audience.found import KINDS, Finding, LeakKind
from escalation.audience.known import Approval, Audience
from escalation.audience.reader import PUBLIC, reader

__all__ = ["KINDS", "PUBLIC", "Approval", "Audience", "Finding", "LeakKind", "check", "reader"]
