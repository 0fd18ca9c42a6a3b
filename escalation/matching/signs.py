"""A candidate ticket and the typed line as they are held against each other, with what either says by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property, lru_cache
from math import sqrt

from escalation.matching.lately import told_day
from escalation.matching.own_cause import has_own_cause
from escalation.matching.profile import NOTHING, Profile
from escalation.reading.line.reading import outcomes_of
from escalation.records import Ticket, TrackerItem
from escalation.text.concepts import concepts

DAY = 86_400.0

UNSAID: Mapping[str, Profile] = {}
"""What colleagues say of most tickets."""


@dataclass(eq=False)  # not frozen: a hundred of them are made for every question, and that takes three times as long
class Seen:
    """A candidate ticket with what was read of it once; nothing of it is changed."""

    ticket: Ticket
    whole: Profile
    subject: Profile
    items: frozenset[str]
    threads: frozenset[str] = NOTHING
    talk: frozenset[str] = NOTHING
    likened: frozenset[str] = NOTHING
    merged: bool = False
    wish: bool | None = None
    beside: frozenset[str] = NOTHING
    said: Mapping[str, Profile] = field(default_factory=lambda: UNSAID)
    """What colleagues say in the threads that name it or speak of its customer, by their heads."""
    sure: frozenset[str] = NOTHING
    """Threads that speak of its customer when that one had no other ticket."""
    mentioned: frozenset[str] = NOTHING
    """Tracker items that those threads name."""

    sort: str | None = field(init=False)
    """As `sort_of` says."""
    solved: bool = field(init=False)

    def __post_init__(self) -> None:
        self.sort, self.solved = sort_of(self.ticket), self.ticket.solved

    @cached_property
    def own_cause(self) -> bool:
        """Its cause lies with the customer, as it is told in it."""
        return has_own_cause(self.ticket)

    def days(self, now: datetime) -> float:
        return (now - self.ticket.created_at).total_seconds() / DAY


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
    stranger: bool = False
    """It names a customer whom nobody knows."""


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


def crowds_of(candidates: list[Seen]) -> dict[str, float]:
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


def mood(ticket: Ticket) -> float:
    """How much a ticket's opening speaks of the relationship: 0..1."""
    said = concepts(opening(ticket)) & MOODS
    return min(1.0, len(said) / 2)


def on_a_day(s: Seen, told: Profile) -> bool:
    """Whether the ticket was opened on a day that a text names ("the outage of 13 May")."""
    return bool(told.days) and told_day(s.ticket.created_at) in told.days


def on_told_day(s: Seen, line: Line) -> bool:
    """Whether it was opened on a day that the line names as the day of the event, and not as the first of many."""
    return on_a_day(s, line.topic) and told_day(s.ticket.created_at) not in line.onset


def alike_outcomes(ticket: Ticket, line: Line) -> float:
    """How alike the ticket's opening and the line read as to what should become of them: 0..1."""
    other = outcomes_of(opening(ticket))
    lengths = sqrt(sum(x * x for x in line.outcomes) * sum(x * x for x in other))
    return sum(a * b for a, b in zip(line.outcomes, other, strict=False)) / lengths if lengths else 0.0


READ = 300
"""Characters of a ticket that are read for what should become of it."""


def opening(ticket: Ticket) -> str:
    """How a ticket begins, as far as it is read for that."""
    return f"{ticket.subject}\n{ticket.description}"[:READ]


def is_fresh(s: Seen, line: Line) -> bool:
    """Open, and of the last three weeks."""
    return not s.solved and 0 <= s.days(line.now) <= 21
