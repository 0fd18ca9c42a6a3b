"""A second fault in one line: the brief is of the first, and the other must not vanish without a word."""

from __future__ import annotations

import re

from escalation.judgement.case import Case
from escalation.matching.alike import things
from escalation.matching.kin import share, troubles
from escalation.matching.profile import Profile, profile_of
from escalation.reading.line import length_of
from escalation.reading.line.reading import OUTCOMES, outcomes_of
from escalation.reading.signals.polarity import assertions

_ALSO = re.compile(
    r"[，,。；;、.\s]*(?:另外|此外|还有|同时(?!请|要|希望)|除此之外|顺便|另有|而且|還有|同時(?!請|要)|除此之外|順便"
    r"|\b(?:(?:and )?also|plus|besides|in addition|additionally|another (?:thing|issue|problem)(?: is)?|on top of that|secondly)"
    r"\b)"
    r"[\s:：,，]*",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"(?:in|on|with|at|for|from|to|under|via|when|if|affect\w*|(?:the )?same|reported|seen|he|she)\b|在|影响|影響|也?是",
    re.I,
)
"""How a part begins that says where or for whom the first fault shows."""

_PLATFORMS = frozenset({"browser", "client_app", "mobile", "website", "desktop", "android", "ios", "page", "network"})
_FAULTS = frozenset({"production_down", "data_loss", "data_corruption", "blocked", "degraded", "broken"})
_ASKED = frozenset({"feature_request", "how_to_question", "deadline", "churn_threat", "executive_involved"})

TROUBLE = 0.35
"""Chance of a matter for engineers or L2 from which a part without a word of trouble tells of one."""

WORDS = 2


def second_matter(case: Case) -> str | None:
    """The part of the line that tells of another fault than its beginning, where no counted report is headed by it; else None."""
    if case.issue.kind not in {"bug", "outage"}:
        return None
    head, *rest = (part.strip() for part in _ALSO.split(case.issue.text, maxsplit=4))
    first = profile_of(head)
    if not _is_trouble(head, first):
        return None
    counted = [profile_of(ticket.subject).concepts for ticket in case.tickets]
    for part in rest:
        second = profile_of(part)
        theirs = things(second) - _PLATFORMS
        if length_of(part) < WORDS or not theirs or _WHERE.match(part) or share(theirs, things(first)):
            continue
        if _is_trouble(part, second) and not any(theirs & known for known in counted):
            return part.rstrip("。.！!？? ")
    return None


def _is_trouble(part: str, profile: Profile) -> bool:
    told = {a.signal for a in assertions(part) if a.polarity == "affirmed"}
    if told & _ASKED:
        return False
    chances = dict(zip(OUTCOMES, outcomes_of(part), strict=True))
    return bool(told & _FAULTS or profile.concepts & troubles()) or chances["engineering"] + chances["l2"] >= TROUBLE
