"""What speaks for and against a ticket being about the typed line, as numbers between -1 and 1."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property, lru_cache
from math import log1p, sqrt

from escalation.matching import weights
from escalation.matching.alike import Scales, votes
from escalation.matching.lately import before_told, is_neglected, just_over, lately_told, standing, told_day
from escalation.matching.line_topic import LineTopic
from escalation.matching.profile import Profile
from escalation.reading.line.reading import outcomes_of
from escalation.records import Ticket, TrackerItem
from escalation.text.concepts import concepts

DAY = 86_400.0


@dataclass(eq=False)  # not frozen: a hundred of them are made for every question, and that takes three times as long
class Seen:
    """A candidate ticket with what was read of it once; nothing of it is changed."""

    ticket: Ticket
    whole: Profile
    subject: Profile
    items: frozenset[str]
    threads: frozenset[str]
    talk: frozenset[str]
    likened: frozenset[str]
    merged: bool
    wish: bool | None = None
    beside: frozenset[str] = frozenset()
    said: Mapping[str, Profile] = field(default_factory=dict[str, Profile])
    """What colleagues say in the threads that name it or speak of its customer, by their heads."""
    sure: frozenset[str] = frozenset()
    """Threads that speak of its customer when that one had no other ticket."""
    mentioned: frozenset[str] = frozenset()
    """Tracker items that those threads name."""

    def days(self, now: datetime) -> float:
        return (now - self.ticket.created_at).total_seconds() / DAY

    @cached_property
    def sort(self) -> str | None:
        """As `sort_of` says."""
        return sort_of(self.ticket)

    @cached_property
    def solved(self) -> bool:
        """Whether the ticket is."""
        return self.ticket.solved


@dataclass(frozen=True)
class Line:
    """The typed line: its topic without names, whom it names, whether it asks for something that is not there."""

    topic: Profile
    named: frozenset[str]
    wish: bool
    now: datetime
    sort: str | None = None
    """What sort of ticket such a line is filed as."""
    outcomes: tuple[float, ...] = ()
    """Chances of what becomes of it, by its words."""
    mood: bool = False
    """It speaks of the relationship."""
    waits: bool = False
    """It speaks of an answer that does not come."""
    lately: frozenset[date] = frozenset()
    """Days of the last week that it names."""
    onset: frozenset[str] = frozenset()
    """Days from which on it is so: whatever else was reported on one of them has nothing of it for that."""
    own_cause: bool = False
    """It says that the cause lies with the customer."""


def is_wish(ticket: Ticket) -> bool | None:
    """Whether the helpdesk sorts it as a request for a feature; None when it sorts nothing."""
    return _sorted_as(ticket.type) == "wish" if ticket.type else None


def asks_for_feature(ticket: Ticket, items: Iterable[TrackerItem], *, sorted_out: bool) -> bool | None:
    """`is_wish`, also of what was filed as a question and hangs on an item that is a feature.

    Where the helpdesk has no sort for requests (`sorted_out` is False), a question that was not may be one as well.
    """
    known = is_wish(ticket)
    if known or sort_of(ticket) == "fault":
        return known
    kinds = {(item.type or "").lower() for item in items}
    if kinds:
        return "feature" in kinds or known
    return known if sorted_out else None


def line_signs(
    seen: Iterable[Seen], line: Line, scales: Scales, topics: Mapping[str, Profile]
) -> dict[str, dict[str, float]]:
    """Signs of each candidate against the typed line, by ticket id."""
    candidates = list(seen)
    topic = LineTopic(line.topic, scales, topics)
    found = {s.ticket.id: _against_line(s, line, topic) for s in candidates}
    gists = {id_: signs["concepts"] + signs["words"] + signs["subject"] for id_, signs in found.items()}
    area = votes((s.ticket.product_area, gists[s.ticket.id]) for s in candidates)
    own = [s for s in candidates if s.ticket.account_id in line.named] if line.named else []
    most = max(A_GIST, max(gists.values(), default=0.0))
    asked = weights.asked("line")
    crowds = _crowds(candidates) if not line.wish and ("crowd" in asked or "now" in asked) else {}
    for s in candidates:
        ticket, sort, signs = s.ticket, s.sort, found[s.ticket.id]
        crowd = crowds.get(ticket.id, 0.0)
        signs |= {
            **STRANGER,
            "top": gists[ticket.id] / most,
            "crowd": crowd,
            "sort": 0.0 if sort is None or line.sort is None else 1.0 if sort == line.sort else -1.0,
            "now": crowd / (1 + max(0.0, s.days(line.now))) if crowd else 0.0,
            "that_day": float(on_told_day(s, line)),
            "lately": lately_told(ticket, line.lately) if line.lately else 0.0,
            "before_that": 0.0 if line.wish or not line.lately else before_told(ticket, line.lately),
            "area": area.get(ticket.product_area or "", 0.5),
        }
    fresh = [s for s in own if is_fresh(s, line)]
    own_most = max(A_GIST, max((gists[s.ticket.id] for s in own), default=0.0))
    for s in own:
        found[s.ticket.id] |= _own_signs(s, line, fresh, gists[s.ticket.id] / own_most)
    return found


STRANGER: Mapping[str, float] = dict.fromkeys(
    ("own_top", "reads", "mood", "neglected", "complains", "only_fresh", "fresh", "foreign"), 0.0
)
"""Signs of a ticket that is not of a customer whom the line names: most of the candidates."""


def _own_signs(s: Seen, line: Line, fresh: Sequence[Seen], top: float) -> dict[str, float]:
    """Signs of a ticket of a customer whom the line names; `fresh` are those of them that are."""
    ticket, is_one = s.ticket, s in fresh
    reads = is_one and any("reads" in weights.asked(part) for part in ("line", "lead"))
    return {
        "own_top": top,
        "reads": _alike_outcomes(ticket, line) if reads else 0.0,
        "mood": _mood(ticket, line) if is_one else 0.0,
        "neglected": float(line.waits and is_neglected(ticket, line.now)),
        "complains": float(is_one and line.mood and s.sort == "complaint"),
        "only_fresh": float(is_one and len(fresh) == 1),
        "fresh": 1 / len(fresh) if is_one else 0.0,
        "foreign": float(is_one and s.whole.han != line.topic.han),
    }


A_GIST = 0.5
"""Likeness to the line below which even the likest ticket is not very like it."""

SORTS = {
    "bug": "fault", "incident": "fault", "problem": "fault", "outage": "fault", "defect": "fault", "question": "question",
    "howto": "question", "how-to": "question", "task": "question", "service_request": "question",
    "request": "question", "inquiry": "question", "enquiry": "question", "how_to": "question", "complaint": "complaint",
    "feedback": "complaint", "security": "security",
}  # fmt: skip
"""Helpdesks' own sorting, in four sorts beside the wish."""


def sort_of(ticket: Ticket) -> str | None:
    """fault, wish, question, complaint or security as the helpdesk filed it; None when it filed it as nothing known."""
    return _sorted_as(ticket.type) if ticket.type else None


@lru_cache(maxsize=64)  # a helpdesk has a dozen
def _sorted_as(type_: str) -> str | None:
    told = type_.lower()
    return "wish" if "feature" in told else SORTS.get(told)


def _crowds(candidates: list[Seen]) -> dict[str, float]:
    """How many other customers wrote about the same area within two days while it is open, as 0..1."""
    by_area: dict[str, list[tuple[Ticket, float]]] = {}
    for ticket in (s.ticket for s in candidates if not s.ticket.solved):
        if ticket.product_area:
            by_area.setdefault(ticket.product_area, []).append((ticket, ticket.created_at.timestamp()))
    found: dict[str, float] = {}
    for reports in by_area.values():
        for ticket, at in reports:
            near = {o.account_id for o, when in reports if abs(when - at) <= 2 * DAY}
            found[ticket.id] = min(1.0, len(near - {ticket.account_id}) / 3)
    return found


MOODS = frozenset(
    {"churn", "competitor", "complaint", "apology", "executive", "renewal", "contract", "compensation", "legal"}
)
"""Concepts of a troubled relationship: what they say of the matter is little, of whose ticket is meant a lot."""


def _mood(ticket: Ticket, line: Line) -> float:
    """Whether a ticket of the named customer speaks of the relationship as the line does."""
    if not line.mood:
        return 0.0
    said = concepts(f"{ticket.subject}\n{ticket.description}"[:READ]) & MOODS
    return min(1.0, len(said) / 2)


def on_a_day(s: Seen, told: Profile) -> bool:
    """Whether the ticket was opened on a day that a text names ("the outage of 13 May")."""
    return bool(told.days) and told_day(s.ticket.created_at) in told.days


def on_told_day(s: Seen, line: Line) -> bool:
    """Whether it was opened on a day that the line names as the day of the event, and not as the first of many."""
    return on_a_day(s, line.topic) and told_day(s.ticket.created_at) not in line.onset


def _alike_outcomes(ticket: Ticket, line: Line) -> float:
    """How alike the ticket's opening and the line read as to what should become of them: 0..1."""
    other = outcomes_of(f"{ticket.subject}\n{ticket.description}"[:READ])
    lengths = sqrt(sum(x * x for x in line.outcomes) * sum(x * x for x in other))
    return sum(a * b for a, b in zip(line.outcomes, other, strict=False)) / lengths if lengths else 0.0


READ = 300
"""Characters of a ticket that are read for what should become of it."""

UNTOUCHED: Mapping[str, float] = {
    "bias": 1.0, "concepts": 0.0, "words": 0.0, "subject": 0.0, "meant": 0.0, "identity": 0.0, "code": 0.0,
    "standing": 0.0, "age": 1.0,
}  # fmt: skip
"""Signs of a ticket that shares nothing with the line: most of the candidates, and no closer look would bring them in."""


def is_fresh(s: Seen, line: Line) -> bool:
    """Open, and of the last three weeks."""
    return not s.solved and 0 <= s.days(line.now) <= 21


def _against_line(s: Seen, line: Line, topic: LineTopic) -> dict[str, float]:
    own = s.ticket.account_id in line.named
    told = topic.text(s.whole)
    if told is None and not own and not any(map(topic.touches_item, s.items)):
        return dict(UNTOUCHED)
    return {
        "bias": 1.0,
        **(topic.of_nothing(s.whole) if told is None else told),
        **topic.headline(s.subject),
        "own": float(own),
        "other_customer": float(bool(line.named) and not own),
        **_wish_signs(s, line, max(0.0, s.days(line.now))),
        "item": max(map(topic.item, s.items), default=0.0) if s.items else 0.0,
        "merged": float(s.merged),
    }


def _wish_signs(s: Seen, line: Line, days: float) -> dict[str, float]:
    """The signs that read otherwise when the line is a wish: an old and closed request still counts."""
    asked = weights.asked("line")
    return {
        "standing": 1.0 if line.wish else standing(s.ticket),
        "just_over": just_over(s.ticket, line.now) if "just_over" in asked and not line.wish else 0.0,
        "age": log1p(days) / 6 if "age" in asked and not line.wish else 0.0,
        "old": float(days > 45 and not line.wish),
        "wish": float(line.wish and bool(s.wish)),
        "no_wish": float(s.wish not in {line.wish, None}),
    }


def read_as_wish(
    seen: Iterable[Seen], line: Line, signs: Mapping[str, Mapping[str, float]]
) -> dict[str, Mapping[str, float]]:
    """The same signs with the line read as a wish, or as none: most of them do not depend on it."""
    return {
        s.ticket.id: {**signs[s.ticket.id], **_wish_signs(s, line, max(0.0, s.days(line.now)))}
        if "own" in signs[s.ticket.id]
        else signs[s.ticket.id]
        for s in seen
    }
