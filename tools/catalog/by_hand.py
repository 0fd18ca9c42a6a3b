"""What people or models decided against the recommendation, and which tickets they counted by hand, a line each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tools.serving.quoting import bare, plain

if TYPE_CHECKING:
    from escalation.assessment import Override, Ruling


def overruled(overrides: Iterable[Override], width: int) -> tuple[str, ...]:
    """Each reason is cut to `width` characters."""
    return tuple(f"{o.field}: {o.recommended or 'none'} → {o.chosen} ({plain(o.reason, width)})" for o in overrides)


def counted_by_hand(rulings: Iterable[Ruling], width: int) -> tuple[str, ...]:
    """Tickets ruled to be the issue; those ruled to be another one stand among what was ruled out."""
    return ruled_by_hand((each for each in rulings if each.same), width)


def ruled_by_hand(rulings: Iterable[Ruling], width: int) -> tuple[str, ...]:
    """A line for each reason."""
    found: dict[tuple[bool, str], list[str]] = {}
    for each in rulings:
        found.setdefault((each.same, each.reason), []).append(bare(each.ticket_id))
    return tuple(
        f"{', '.join(ids)}: {'this issue' if same else 'another issue'} ({plain(reason, width)})"
        for (same, reason), ids in found.items()
    )
