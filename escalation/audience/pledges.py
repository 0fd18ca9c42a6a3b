"""Pledges: promises of a date, of compensation, or that it never happens again, which nobody approved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from escalation.audience.found import Finding, LeakKind
from escalation.audience.known import Approval, Audience
from escalation.audience.likeness import covered
from escalation.claims.lazy import Lazy
from escalation.promises import Promise, PromiseKind, promises
from escalation.reading.seen import Seen

_NEEDS: dict[PromiseKind, LeakKind] = {
    "fix_by": "unapproved_date",
    "deliver_by": "unapproved_date",
    "other": "unapproved_date",
    "compensation": "compensation",
    "never_again": "guarantee",
}
"""What needs an approval. When the customer hears next, and a call, are the writer's own to promise."""


_FIX = Lazy(r"\b(?:hot)?fix|\bpatch|\bcorrection|修复|补丁|修正", 2)
"""A fix that is delivered by a day is fixed by that day: what was approved as the one may be said as the other."""


def pledges(seen: Seen, audience: Audience, sent_at: datetime) -> Iterator[Finding]:
    """Every promise that needs an approval and has none; one without a date is not a promise of a date."""
    for promise in promises(seen.text, sent_at, audience.timezone):
        kind = _NEEDS.get(promise.kind)
        if kind is None or (kind == "unapproved_date" and promise.due is None):
            continue
        if not any(_covers(approval, promise) for approval in audience.approved):
            values = {"span": promise.span} | ({"due": promise.due.isoformat()} if promise.due else {})
            yield Finding(kind=kind, span=promise.span, start=promise.start, end=promise.end, values=values)


def _covers(approval: Approval, promise: Promise) -> bool:
    mended = {approval.kind, promise.kind} == {"fix_by", "deliver_by"} and _FIX.search(promise.span)
    if approval.kind != promise.kind and not mended:
        return False
    if promise.due is None:
        return covered(approval.words, promise.span)
    return approval.due is not None and promise.due >= approval.due
