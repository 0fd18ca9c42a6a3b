"""How alike a solved ticket is to the matter at hand, so that "support solved this before" is said of the same trouble only."""

from __future__ import annotations

from collections.abc import Iterable

from escalation.matching.alike import Scales, likeness, trouble
from escalation.matching.belonging import Scored
from escalation.matching.profile import Profile, profile_of

SAME_TROUBLE = (0.5, 0.4)
"""Likeness of the whole and of the subject from which a ticket with the same symptom is a similar case."""

SAME_WORDS = (0.75, 0.75)
"""The same where neither tells a symptom of its own: "how do I change the plate" and "plate changed"."""


def case_likeness(solved: Scored, told: Iterable[Profile], scales: Scales) -> float:
    """How alike, 0 where it is another trouble with the same thing, or the same area and nothing else."""
    reports = tuple(told)
    subject = profile_of(solved.ticket.subject)
    whole = max(likeness(r, solved.profile, scales) for r in reports)
    titled = max(likeness(r, subject, scales) for r in reports)
    same = max(trouble(r, solved.profile) for r in reports)
    least = SAME_TROUBLE if same > 0 else SAME_WORDS
    return whole + titled + same if whole >= least[0] and titled >= least[1] else 0.0
