"""A tracker item that nobody has linked and that tells of a likely cause: in the function a leak is reported of, what goes to
the wrong one."""

from __future__ import annotations

from escalation.judgement.case import Case
from escalation.matching.kin import share
from escalation.matching.occurrence import CLOSED_ITEM
from escalation.matching.profile import item_profile, profile_of, ticket_profile
from escalation.records import TrackerItem

_TO_THE_WRONG_ONE = frozenset(
    {"cross_tenant", "wrong_person", "breach", "exposed", "swapped", "guessable", "switch_org"}
)
_NO_CAUSE = frozenset({"feature", "task", "story", "epic"})


def suspect_of(case: Case, items: tuple[TrackerItem, ...]) -> TrackerItem | None:
    """Of a concern without an item of its own the newest open bug that shares a thing with the line or the reports and tells of
    data at the wrong one; to be checked, and never told as the cause."""
    if case.issue.kind != "security" or items:
        return None
    told = [profile_of(case.issue.text), *map(ticket_profile, case.tickets)]
    things = frozenset[str]().union(*(t.things for t in told))
    found = [i for i in case.context.items if i.created_at and i.created_at <= case.now and _may_be(i, things)]
    return max(found, key=lambda i: (i.created_at or case.now, i.id), default=None)


def _may_be(item: TrackerItem, things: frozenset[str]) -> bool:
    if item.status.lower() in CLOSED_ITEM or (item.type or "").lower() in _NO_CAUSE:
        return False
    whole = item_profile(item)
    return bool(whole.faults & _TO_THE_WRONG_ONE) and share(whole.things, things)
