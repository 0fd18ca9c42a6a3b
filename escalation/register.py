"""The register: what happened to an escalation, event by event, and the state that is their fold (invariant 7)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict

from escalation.evidence import Evidence
from escalation.records import Instant
from escalation.terms import Decision, Language, Severity, Target

What = Literal[
    "opened",
    "assessed",
    "joined",
    "evidence_added",
    "brief_written",
    "overridden",
    "acknowledged",
    "bounced",
    "progress",
    "severity_changed",
    "target_changed",
    "customer_told",
    "promise_made",
    "promise_kept",
    "account_joined",
    "action_proposed",
    "action_carried_out",
    "snoozed",
    "de_escalated",
    "resolved",
    "closed",
    "reopened",
]
"""Everything that can be put on the record. New work adds words here; none is ever taken away."""

WHATS: tuple[What, ...] = get_args(What)

Status = Literal["open", "acknowledged", "bounced", "in_progress", "de_escalated", "resolved", "closed"]
OPEN_STATUSES: frozenset[Status] = frozenset({"open", "acknowledged", "bounced", "in_progress"})


class Event(BaseModel):
    """One line of the record: who did what, when, why. `seq` is the order of all events of a store."""

    model_config = ConfigDict(frozen=True)

    seq: int
    escalation_id: str
    at: Instant
    who: str
    what: str
    """One of `WHATS`, or a word of a newer version, which the fold passes over."""
    why: str | None = None
    data: dict[str, Any] = {}
