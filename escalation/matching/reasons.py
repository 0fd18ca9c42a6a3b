"""Why a ticket that sounds like the issue is not counted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from escalation.assessment import Finding
from escalation.matching.alike import identity, parted
from escalation.matching.signs import Seen
from escalation.records import Ticket, TrackerItem

QUIET = timedelta(days=14)
"""A silence longer than this between reports separates two occurrences of the same trouble."""


def reason(s: Seen, body: list[Seen], items: Mapping[str, TrackerItem]) -> Finding:
    if s.merged:
        return Finding(signal="merged", values={"into": s.ticket.merged_into})
    apart = {parted(s.whole, b.whole) for b in body} - {None}
    if "other_endpoint" in apart and not any(identity(s.whole, b.whole) for b in body):
        return Finding(signal="other_endpoint", values={"endpoint": min(s.whole.endpoints)})
    if "other_error" in apart and s.whole.errors:
        return Finding(signal="other_error", values={"error": min(s.whole.specific_errors or s.whole.errors)})
    if is_history(s, min((b.ticket.created_at for b in body if b is not s), default=None)):
        return earlier(s, items, {error for b in body for error in b.whole.errors})
    areas = {b.ticket.product_area for b in body if b.ticket.product_area}
    if areas and s.ticket.product_area and s.ticket.product_area not in areas:
        return Finding(signal="other_area", values={"area": s.ticket.product_area})
    return Finding(signal="not_the_issue")


def is_history(s: Seen, first: datetime | None) -> bool:
    """Solved, and longer ago than a silence before the first report (None where there is none)."""
    return first is not None and s.ticket.solved and first - s.ticket.created_at > QUIET


def earlier(s: Seen, items: Mapping[str, TrackerItem], errors: set[str]) -> Finding:
    """`errors` are those of the reports that count."""
    own = [items[i] for i in sorted(s.items) if i in items]
    return as_earlier(s.ticket, own, shared=not errors.isdisjoint(s.whole.specific_errors))


def as_earlier(ticket: Ticket, own: list[TrackerItem], *, shared: bool) -> Finding:
    """An older occurrence only by its tracker items (`own`) or an error that both show (`shared`): words alone make none."""
    if fixed := next((i for i in own if i.fixed_in), None):
        return Finding(signal="fixed_earlier", values={"fixed_in": fixed.fixed_in})
    if own or shared:
        return Finding(signal="older_occurrence", values={"at": ticket.created_at, "item": own[0].id if own else None})
    return Finding(signal="older_alike", values={"at": ticket.created_at})
