"""Faults: which of a customer's tickets tell of an incident, and why the others do not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from escalation.records import Ticket

INCIDENT = frozenset({"incident", "outage", "problem"})
"""Types of a ticket or a tracker item that say so themselves."""

_FAULT = frozenset({"bug", *INCIDENT})


def troubles(ticket: Ticket) -> bool:
    """Whether a fault of some weight is still open: while one is, nothing is calm, incident or not."""
    fault = (ticket.type or "").lower() in _FAULT and (ticket.priority or "").lower() != "low"
    return fault and not ticket.merged_into and not ticket.solved


def not_counted(
    ticket: Ticket, incidental: AbstractSet[str]
) -> Literal["merged", "no_fault", "minor", "untyped"] | None:
    """Why a ticket is no incident; None when it is one. `incidental` are ids of tracker items that are incidents.

    A bug, or a ticket that no type was given, counts when it was urgent or engineering worked on it as an incident; an
    incident unless its priority was low.
    """
    if ticket.merged_into:
        return "merged"
    kind = (ticket.type or "").lower()
    if kind and kind not in _FAULT:
        return "no_fault"
    if set(ticket.linked_tracker) & incidental:
        return None
    grave = (ticket.priority or "").lower()
    if grave == "urgent" or (kind in INCIDENT and grave != "low"):
        return None
    return "minor" if kind else "untyped"
