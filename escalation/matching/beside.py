"""The tickets believed in, as every candidate meets them: what is asked of them again and again, worked out once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from escalation.matching.alike import Scales, likeness
from escalation.matching.meaning import Meaning
from escalation.matching.pool import Pool
from escalation.matching.profile import Profile
from escalation.matching.reports import LaidReports, Reports
from escalation.matching.signs import DAY, Line, Seen

NOBODY_NEAR = 9.0
"""Days to the nearest report where there is none."""

_NONE: frozenset[str] = frozenset()


class Ties:
    """What ties a ticket to one of some on record: merged, on one tracker item, named in one thread."""

    def __init__(
        self, items: frozenset[str], threads: frozenset[str], ids: frozenset[str], into: frozenset[str]
    ) -> None:
        self.items, self._threads, self._ids, self._into = items, threads, ids, into

    @staticmethod
    def of(tickets: Sequence[Seen]) -> Ties:
        return Ties(
            frozenset(i for b in tickets for i in b.items),
            frozenset(thread for b in tickets for thread in b.threads),
            frozenset(b.ticket.id for b in tickets),
            frozenset(b.ticket.merged_into for b in tickets if b.ticket.merged_into),
        )

    def linked(self, s: Seen) -> bool:
        """Somebody put it on record that `s`, which is none of them, and one of them are one matter."""
        ticket = s.ticket
        return (
            (ticket.merged_into is not None and ticket.merged_into in self._ids)
            or ticket.id in self._into
            or bool(s.items and self.items and not s.items.isdisjoint(self.items))
            or bool(s.threads and self._threads and not s.threads.isdisjoint(self._threads))
        )


def linked(s: Seen, tickets: Iterable[Seen]) -> bool:
    """Whether something on record ties `s` to another one of these."""
    return Ties.of([b for b in tickets if b.ticket.id != s.ticket.id]).linked(s)


class _Sets(NamedTuple):
    """What ties, places and dates a ticket, or several; `accounts` holds "" for a ticket that is nobody's."""

    items: frozenset[str]
    threads: frozenset[str]
    ids: frozenset[str]
    into: frozenset[str]
    areas: frozenset[str]
    types: frozenset[str]
    accounts: frozenset[str]
    days: frozenset[str]

    @staticmethod
    def of(s: Seen) -> _Sets:
        ticket, whose = s.ticket, frozenset((s.ticket.account_id or "",))
        into, area, type_ = _one(ticket.merged_into), _one(ticket.product_area), _one(ticket.type)
        return _Sets(s.items, s.threads, _one(ticket.id), into, area, type_, whose, s.subject.days | s.whole.days)


def _one(value: str | None) -> frozenset[str]:
    return frozenset((value,)) if value else _NONE


class Laid:
    """All that the tickets of a body have, laid out once for whoever is held against them, or against all of them but itself."""

    def __init__(self, tickets: Sequence[Seen], line: Line, scales: Scales, topics: Mapping[str, Profile]) -> None:
        self.line, self.scales, self.topics = line, scales, topics
        self._tickets = tuple(tickets)
        self._places = {b.ticket.id: place for place, b in enumerate(tickets)}
        self._reports = LaidReports([b.whole for b in tickets], scales)
        self._sets = [_Sets.of(b) for b in tickets]
        self._pools = [Pool(sets[n] for sets in self._sets) for n in range(len(_Sets._fields))]
        self._opened = sorted(b.ticket.created_at for b in tickets)
        self._alike: dict[str, list[float]] = {}

    def alike(self, item: str) -> list[float]:
        """How alike a tracker item is to the line, and then to each of the tickets: found out once for all who ask."""
        known = self._alike.get(item)
        if known is None:
            told = (self.line.topic, *(b.whole for b in self._tickets))
            known = self._alike[item] = [likeness(one, self.topics[item], self.scales) for one in told]
        return known

    def all(self) -> Beside:
        """All of them."""
        sets = _Sets(*(pool.all for pool in self._pools))
        return Beside(self._tickets, sets, self._reports.all(), self._opened, self, None)

    def without(self, ticket_id: str) -> Beside | None:
        """All but that one; None where it is none of them."""
        place = self._places.get(ticket_id)
        if place is None:
            return None
        rest = (*self._tickets[:place], *self._tickets[place + 1 :])
        sets = _Sets(*(pool.without(own) for pool, own in zip(self._pools, self._sets[place], strict=True)))
        at = bisect_left(self._opened, self._tickets[place].ticket.created_at)
        opened = [*self._opened[:at], *self._opened[at + 1 :]]
        return Beside(rest, sets, self._reports.without(place), opened, self, place)


class Beside(Ties):
    """The others of a body: all of it for a ticket outside, all the rest for one of it. Never empty of meaning: where nobody
    is left, nothing is shared."""

    def __init__(
        self,
        others: Sequence[Seen],
        sets: _Sets,
        reports: Reports,
        opened: Sequence[datetime],
        laid: Laid,
        without: int | None,
    ) -> None:
        """`sets`, `reports` and `opened` (sorted) are of the `others`: of all that is `laid` out, `without` that in one place."""
        super().__init__(sets.items, sets.threads, sets.ids, sets.into)
        self.others, self.reports, self._opened = others, reports, opened
        self.areas, self.types, self.accounts, self.days = sets.areas, sets.types, sets.accounts, sets.days
        self._laid, self._without, self._scales, self._topics = laid, without, laid.scales, laid.topics
        self.told = [laid.topics[i] for i in self.items if i in laid.topics]
        self.wholes = [b.whole for b in others]
        named = laid.line.topic.specific_errors
        shown = sum([not named.isdisjoint(whole.errors) for whole in self.wholes]) if named else 0
        self._shown = named if 2 * shown > len(others) else None

    @property
    def first(self) -> datetime | None:
        """When the first of them was opened."""
        return self._opened[0] if self._opened else None

    @cached_property
    def own_cause(self) -> bool:
        """By the line or most of them the cause lies with the customer; to read that of each takes long, and few ask."""
        return self._laid.line.own_cause or 2 * sum([b.own_cause for b in self.others]) > len(self.others)

    def cause_apart(self, s: Seen) -> bool:
        """Another customer's, and of only one of the two it is said that the cause lies with the customer."""
        stranger = bool(self.others) and (s.ticket.account_id or "") not in self.accounts
        return stranger and s.own_cause != self.own_cause

    def near(self, at: datetime) -> float:
        """Days to the nearest of them, before or after."""
        place = bisect_left(self._opened, at)
        around = self._opened[max(place - 1, 0) : place + 1]
        return min((abs((at - one).total_seconds()) / DAY for one in around), default=NOBODY_NEAR)

    def lacks(self, s: Seen) -> bool:
        """The line names an error that most of them show, and neither this one nor what is said of it shows it."""
        if self._shown is None or not self._shown.isdisjoint(s.whole.errors):
            return False
        return all(self._shown.isdisjoint(thread.errors) for thread in s.said.values())

    def own_item(self, s: Seen) -> float:
        """How alike its tracker items are to what is believed in: tickets of one fault may hang on an item that the others
        lack."""
        return max((self._alike(item) for item in s.items if item in self._topics), default=0.0) if s.items else 0.0

    def with_item(self, whole: Profile) -> float:
        """How alike a report is to the tracker items that stand behind them."""
        told = self.told
        return max(self._scales.cosine(whole.concepts, p.concepts) for p in told) if told else 0.0

    def meant(self, s: Seen) -> float:
        """How much of each other's headlines it and they say, in the same or near words, on the average: 0..1."""
        if not self.others:
            return 0.0
        # Many reports have one headline.
        theirs = {headline: headline.within(s.whole.words) for headline in dict.fromkeys(self._headlines)}
        ours = self._scales.meaning(s.subject.words).within_each([whole.words for whole in self.wholes])
        shares = [(own + theirs[headline]) / 2 for own, headline in zip(ours, self._headlines, strict=True)]
        return sum(shares) / len(shares)

    @cached_property
    def _headlines(self) -> list[Meaning]:
        return [self._scales.meaning(b.subject.words) for b in self.others]

    def _alike(self, item: str) -> float:
        line, *each = self._laid.alike(item)
        if self._without is not None:
            del each[self._without]
        return max([line, *each])


class Body:
    """Tickets believed in, with what a candidate is held against."""

    def __init__(self, body: Sequence[Seen], line: Line, scales: Scales, topics: Mapping[str, Profile]) -> None:
        self.tickets = tuple(body)
        self.wishes = 2 * sum(b.wish is True for b in body) > len(body) or (
            line.wish and all(b.wish is None for b in body)
        )
        """Most of them ask for something that is not there."""
        sorts = [sort for b in body if (sort := b.sort) is not None]
        self.sort = max(dict.fromkeys(sorts), key=sorts.count) if sorts else None
        """How most of them are filed, of equals the first; None when they are filed as nothing."""
        self._laid = Laid(self.tickets, line, scales, topics)
        self._whole = self._laid.all()

    def beside(self, s: Seen) -> Beside:
        """Those that `s` is held against: all but itself."""
        return self._laid.without(s.ticket.id) or self._whole
