"""What the tracker holds for an issue: the open bug, the open wish, whether an item speaks of the same topic."""

from __future__ import annotations

import re
from datetime import datetime

from escalation.judgement.case import Case
from escalation.matching.occurrence import CLOSED_ITEM
from escalation.matching.profile import item_profile
from escalation.matching.ruled import ruled, ruled_out
from escalation.reading.threads.entries import sentences
from escalation.records import Ticket, TrackerItem
from escalation.terms import IssueKind


def standing_for(case: Case) -> set[str]:
    """Ids of the tracker items that this issue's tickets link to, or that were ruled to belong."""
    linked = {i for s in case.matched for i in case.links.items(s.ticket.id)}
    return linked | ruled(case.context, "tracker", same=True).keys()


def open_bug(case: Case) -> TrackerItem | None:
    """The unfinished tracker bug or incident that this issue's tickets link to, if any."""
    linked = standing_for(case)
    for item in case.context.items:
        kind = (item.type or "").lower()
        if item.id in linked and kind in {"bug", "incident"} and item.status.lower() not in CLOSED_ITEM:
            return item
    return None


def open_wish(case: Case) -> TrackerItem | None:
    """The unfinished feature request of the tracker that this issue's tickets link to, if any."""
    linked = standing_for(case)
    wishes = (i for i in case.context.items if i.id in linked and (i.type or "").lower() == "feature")
    return next((i for i in wishes if i.status.lower() not in CLOSED_ITEM), None)


def fits(item: TrackerItem, case: Case) -> bool:
    """Whether a tracker item speaks of the same topic as the issue (shares most of its concepts)."""
    wanted = set(case.issue.concepts)
    return bool(wanted) and len(wanted & item_profile(item).concepts) * 2 >= len(wanted)


def mended_item(case: Case) -> TrackerItem | None:
    """The item whose fix was to end this: one that was ruled to belong, else that its tickets link to, else of the same topic."""
    by_hand, linked = ruled(case.context, "tracker", same=True), standing_for(case)
    done = (i for i in case.context.items if i.fixed_in and i.status.lower() in CLOSED_ITEM)
    told = sorted(done, key=lambda i: (i.id not in by_hand, i.id not in linked))
    # While an open item of theirs is worked on, one that nobody linked is not asked to be opened again for its words.
    alone = open_bug(case) is None
    return next((i for i in told if i.id in by_hand or i.id in linked or (alone and fits(i, case))), None)


def reopened_item(case: Case) -> TrackerItem | None:
    """The item that this issue's tickets link to and that was opened again: what was to have ended it did not."""
    linked = standing_for(case)
    found = (i for i in case.context.items if i.id in linked and i.status.lower().replace("-", "") == "reopened")
    return next(found, None)


_CLOSES = re.compile(
    r"\b(?:fixed|closed|closing|resolved|mended|deployed|released|shipped|rolled out|merged|done)\b"
    r"|(?:已|完成)?修[复復好]|解[决決]|[关關][闭閉]|上[线線]|[发發]布|合并",
    re.IGNORECASE,
)


_ONLY_THAT = 12
"""Characters beside the release that a note has which says nothing else: "Fixed in 9.3.2"."""


def closing_note(item: TrackerItem) -> tuple[str, datetime | None] | None:
    """What was written on the item when it was closed, and when: the first note that says so."""
    for note in item.comments:
        body, at = (note, None) if isinstance(note, str) else (note.body, note.at)
        if item.fixed_in and item.fixed_in in body and len(body.strip()) <= len(item.fixed_in) + _ONLY_THAT:
            continue
        if _CLOSES.search(body) and (first := next((s for s in sentences(body)), None)):
            whole = body.strip()
            return (whole if len(whole) <= 120 and "\n" not in whole else first), at
    return None


NO_FAULT: frozenset[IssueKind] = frozenset({"feature", "relationship", "security"})
"""Kinds of matter in which nobody looks for the cause of a fault."""


def similar_solved(case: Case) -> Ticket | None:
    """The likest earlier ticket that support solved without the tracker; none where this is a known fault, or no fault."""
    if open_bug(case) is not None or case.issue.kind in NO_FAULT:
        return None
    apart = ruled_out(case.context)
    return next((t for t in case.earlier if t.solved and t.id not in apart and not case.links.items(t.id)), None)
