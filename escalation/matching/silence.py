"""Lines that no report of a stranger can be held against: they name no matter at all, or ask how something is done."""

from __future__ import annotations

from escalation.assessment import Issue
from escalation.matching.kin import troubles
from escalation.matching.profile import Profile
from escalation.matching.signs import Seen
from escalation.text.everyday import is_everyday

SHORT = 60
"""Characters up to which a line without a concept of its own is taken to say nothing: a longer one may speak of a trade
that the lexicon does not know."""

_FAULT_TYPES = frozenset({"bug", "incident", "problem", "outage"})


def says_nothing(topic: Profile, issue: Issue) -> bool:
    """ "It does not work", 「用不了了」: whatever else is broken anywhere would fit it, so that nothing does."""
    return _bare(topic, issue) and not _named(topic) and len(issue.text) <= SHORT


def leaves_unnamed(report: Seen, topic: Profile, issue: Issue) -> bool:
    """Whether `report` is silent on the only thing that a bare line names: "Zapier does not work" is about Zapier."""
    return _bare(topic, issue) and bool(_named(topic)) and not _named(topic) & report.whole.words


def _bare(topic: Profile, issue: Issue) -> bool:
    told = topic.specific_errors or topic.endpoints or topic.codes or topic.concepts - {"fail"}
    return issue.kind in {"unclear", "bug"} and not told


def _named(topic: Profile) -> frozenset[str]:
    return frozenset(word for word in topic.words if word.isascii() and not is_everyday(word))


def no_answer(report: Seen, topic: Profile, issue: Issue) -> bool:
    """Whether `report` tells of a fault while the line asks how something is done and tells of none."""
    asks = issue.kind == "question" and not topic.concepts & troubles() and not topic.specific_errors
    return asks and (bool(report.items) or (report.ticket.type or "").lower() in _FAULT_TYPES)
