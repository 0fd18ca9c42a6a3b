"""The promises in a text for a customer: which are there, which were cleared, and how they stand on the record."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from escalation.audience import Approval
from escalation.promises import Promise, promises
from escalation.register.actions import Proposed

_NOBODY_CAN_CLEAR = frozenset({"never_again"})
"""A guarantee stays a finding whoever approves it: nobody can keep it."""


_DATED = frozenset({"fix_by", "deliver_by", "other"})


def found_in(text: str, sent_at: datetime, zone: str | None) -> tuple[Promise, ...]:
    return tuple(promises(text, sent_at, zone))


def approvals(found: Iterable[Promise], approved_by: str | None) -> tuple[Approval, ...]:
    """What somebody's approval of exactly this text covers; nothing without a name."""
    if not approved_by:
        return ()
    return tuple(
        Approval(kind=each.kind, due=each.due, words=each.span) for each in found if each.kind not in _NOBODY_CAN_CLEAR
    )


def needs_approval(found: Iterable[Promise]) -> bool:
    """Whether something is promised that is not the writer's own to promise."""
    return any(each.kind == "compensation" or (each.kind in _DATED and each.due) for each in found)


def noted(found: Iterable[Promise]) -> tuple[dict[str, Any], ...]:
    """The promises as a proposal keeps them, so that what goes on record is what was shown."""
    return tuple(
        {
            "text": each.span,
            "kind": each.kind,
            "owner": each.named or each.owner,
            **({"due": each.due.isoformat()} if each.due else {}),
            **({"every_hours": each.every_hours} if each.every_hours else {}),
        }
        for each in found
    )


def made(proposal_id: str, said: Proposed) -> list[dict[str, Any]]:
    """The data of one `promise_made` for each."""
    whom = said.action.destination.account_id
    owed = {"account_id": whom} if whom else {}
    by = {"approved_by": said.approved_by} if said.approved_by else {}
    return [{"id": f"{proposal_id}.{number}", **each, **owed, **by} for number, each in enumerate(said.promises, 1)]
