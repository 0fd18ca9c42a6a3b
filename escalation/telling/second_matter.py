"""A second fault in one line: the brief is of the first, and the other must not vanish without a word."""

from __future__ import annotations

import re

from escalation.judgement.case import Case
from escalation.matching.alike import things
from escalation.matching.kin import share, troubles
from escalation.matching.profile import Profile, profile_of, subject_profile
from escalation.reading.line import length_of
from escalation.reading.line.reading import OUTCOMES, outcomes_of
from escalation.reading.signals.polarity import assertions
from escalation.text.folding import fold

_ALSO = re.compile(
    r"[，,。；;、.\s]{0,4}(?:另外|此外|还有|同时(?!请|要|希望)|除此之外|顺便|另有|而且|還有|同時(?!請|要)|除此之外|順便"
    r"|\b(?:(?:and )?also|plus|besides|in addition|additionally|another (?:thing|issue|problem)(?: is)?|on top of that|secondly)"
    r"\b)"
    r"[\s:：,，]*",
    re.IGNORECASE,
)
_AND = re.compile(r"\band\b|[，,;；。]|而(?!且)|以及|同时", re.IGNORECASE)
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
    if len(case.context.named) > 1 and (apart := _of_another_customer(case)):
        return apart
    head, *rest = (part.strip() for part in _ALSO.split(case.issue.text, maxsplit=4))
    first = profile_of(head)
    if not rest or not _is_trouble(head, first):
        return None
    counted = [subject_profile(ticket).concepts for ticket in case.tickets]
    for part in rest:
        second = profile_of(part)
        theirs = things(second) - _PLATFORMS
        if length_of(part) < WORDS or not theirs or _WHERE.match(part) or share(theirs, things(first)):
            continue
        if _is_trouble(part, second) and not any(theirs & known for known in counted):
            return part.rstrip("。.！!？? ")
    return None


def _of_another_customer(case: Case) -> str | None:
    """Of two faults, each of a customer of its own ("SSO fails at A and B's export is short"), the one that is not counted."""
    parts = [part.strip() for part in _AND.split(case.issue.text) if part.strip()]
    told = [(part, profile_of(part), _named_in(part, case)) for part in parts]
    told = [one for one in told if one[2] and _is_trouble(one[0], one[1]) and things(one[1])]
    if len(told) != 2 or told[0][2] & told[1][2] or share(things(told[0][1]), things(told[1][1])):
        return None
    counted = frozenset(c for ticket in case.tickets for c in subject_profile(ticket).concepts)
    left = [part for part, profile, _ in told if not things(profile) & counted]
    return left[0].rstrip("。.！!？? ") if len(left) == 1 else None


def _named_in(part: str, case: Case) -> frozenset[str]:
    said = fold(part)
    names = {a.id: (a.name, *a.aliases) for a in case.context.named}
    return frozenset(
        id_ for id_, called in names.items() if any(_short(name) in said for name in called if name.strip())
    )


def _short(name: str) -> str:
    """The first word of a Latin name, by which people call a customer; a Chinese one whole."""
    return fold(name.split(maxsplit=1)[0] if name[:1].isascii() else name)


def _is_trouble(part: str, profile: Profile) -> bool:
    told = {a.signal for a in assertions(part) if a.polarity == "affirmed"}
    if told & _ASKED:
        return False
    chances = dict(zip(OUTCOMES, outcomes_of(part), strict=True))
    return bool(told & _FAULTS or profile.concepts & troubles()) or chances["engineering"] + chances["l2"] >= TROUBLE
