"""Promises: every commitment that a text to a customer makes, with its kind, its due time or rhythm, and who owes it."""

from escalation.promises.find import promises
from escalation.promises.found import KINDS, Owner, Promise, PromiseKind

__all__ = ["KINDS", "Owner", "Promise", "PromiseKind", "promises"]
