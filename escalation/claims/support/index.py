"""The index of a book: facts by value, by day and by minute, so that a brief is checked without reading all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, tzinfo
from fractions import Fraction
from functools import cached_property
from itertools import combinations

from escalation.claims.found import Amount, Clock, Day
from escalation.claims.scanning.names import meant
from escalation.claims.support.facts import Fact
from escalation.claims.support.rounding import REACH, equal

DayKey = tuple[int | None, int | None, int | None]


class FactIndex:
    """Facts of one book. Candidates come back generously; `support` decides."""

    def __init__(
        self,
        facts: Iterable[Fact],
        zones: Sequence[tzinfo],
        today: date | None,
        own_zones: Mapping[str, Sequence[tzinfo]],
    ) -> None:
        self._amounts: dict[str, list[tuple[float, Amount, list[Fact]]]] = defaultdict(list)
        self._values: dict[str, list[float]] = {}
        self._days: dict[DayKey, list[Fact]] = defaultdict(list)
        self._minutes: dict[int, list[Fact]] = defaultdict(list)
        self._utc: dict[int, list[Fact]] = defaultdict(list)
        self.dated: list[tuple[date, Fact]] = []
        self.marks: dict[str, list[Fact]] = defaultdict(list)
        self.weekdays: dict[str, set[str | None]] = defaultdict(set)  # Whose sources name each.
        self.local_days: set[tuple[date, str | None]] = set()  # Days on the clocks that matter, and whose.
        self.unzoned: list[Fact] = []
        self._apart: dict[str, list[tuple[float, Fraction, str]]] = {}
        self._zones, self._own_zones, self._today = zones, own_zones, today
        amounts: dict[str, dict[Fraction, list[Fact]]] = defaultdict(lambda: defaultdict(list))
        for fact in facts:
            self._add(fact)
            if fact.claim.amount:
                amounts[fact.claim.kind][fact.claim.amount.value].append(fact)
        for kind, known in amounts.items():
            # Facts of one value are compared once, whoever tells them.
            self._amounts[kind] = sorted(
                ((float(v), Amount(v), each) for v, each in known.items()), key=lambda each: each[0]
            )
            self._values[kind] = [value for value, _, _ in self._amounts[kind]]

    def equal(self, kind: str, amount: Amount) -> list[Fact]:
        """Facts whose amount is the one written, as `rounding.equal` has it."""
        return [fact for known, facts in self._near(kind, amount) if equal(amount, known) for fact in facts]

    def all(self, kind: str) -> list[Fact]:
        return [fact for _, _, facts in self._amounts.get(kind, ()) for fact in facts]

    def all_times(self) -> list[Fact]:
        """Every fact with an exact instant."""
        return [fact for _, fact in self.dated]

    def differences(self, kind: str, amount: Amount, ids: Collection[str]) -> list[Fraction]:
        """What two comparable values of one piece of evidence of these customers are apart, as far as it may be `amount`."""
        if kind not in self._apart:
            found = {(float(apart), apart, owner or "") for apart, owner in _differences(self.all(kind))}
            self._apart[kind] = sorted(found)
        value, within, known = float(amount.value), REACH[amount.bound], self._apart[kind]
        near = known[bisect_left(known, (value / within - 1e-9,)) : bisect_left(known, (value * within + 1e-9,))]
        return [apart for _, apart, owner in near if meant(owner or None, ids)]

    def pairs(self, ids: Collection[str]) -> list[tuple[Fraction, Fraction]]:
        """For two comparable counts of one source of these customers, what part the smaller is, and what is missing."""
        return [parts for owner, parts in self._parts if meant(owner, ids)]

    @cached_property
    def _parts(self) -> list[tuple[str | None, tuple[Fraction, Fraction]]]:
        return list(dict.fromkeys(_parts(self.all("figure"))))

    def on(self, day: Day) -> list[Fact]:
        """Facts on that day, month or year."""
        keys: list[DayKey] = [(day.year, day.month, day.day)]
        if day.other:
            keys.append((day.year, *day.other))
        return [fact for key in keys for fact in self._days.get(key, ())]

    def at(self, clock: Clock) -> list[Fact]:
        """Instants and times of day that may be the time written."""
        reach = {"about": range(-15, 16), "over": range(60)}
        slack = [*reach.get(clock.bound, (0,))]
        slack += [each + 720 for each in slack] if clock.halves else []
        if clock.offset is None:
            return [fact for apart in slack for fact in self._minutes.get((clock.minute + apart) % 1440, ())]
        utc = clock.minute - clock.offset
        return [fact for apart in slack for fact in self._utc.get((utc + apart) % 1440, ())] + self.unzoned

    def _near(self, kind: str, amount: Amount) -> Iterable[tuple[Amount, list[Fact]]]:
        values = self._values.get(kind)
        if not values:
            return ()
        value, within = float(amount.value), REACH[amount.bound]
        first = bisect_left(values, value / within - 1e-9)
        last = bisect_right(values, value * within + 1e-9)
        return ((known, facts) for _, known, facts in self._amounts[kind][first:last])

    def _add(self, fact: Fact) -> None:
        claim = fact.claim
        if claim.kind == "identifier":
            self.marks[claim.key].append(fact)
        if fact.at:
            self._add_instant(fact, fact.at)
        elif claim.clock:
            for minute in {claim.clock.minute, *self._shifted(claim.clock, fact)}:
                self._minutes[minute].append(fact)
            self.unzoned.append(fact)
        if claim.kind == "date" and claim.key:
            self.weekdays[claim.key].add(fact.account)
        if claim.day:
            self._add_day(fact, claim.day)

    def _shifted(self, clock: Clock, fact: Fact) -> Iterable[int]:
        """A time with its zone but no date ("02:10 UTC"), on the clocks of those whose zones matter."""
        if clock.offset is None or not fact.told:
            return
        for zone in self._own_zones.get(fact.account or "", self._zones):
            away = fact.told.astimezone(zone).utcoffset()
            yield (clock.minute - clock.offset + int(away.total_seconds() if away else 0) // 60) % 1440

    def _add_instant(self, fact: Fact, at: datetime) -> None:
        locals_ = {
            at.astimezone(zone).replace(tzinfo=None) for zone in self._own_zones.get(fact.account or "", self._zones)
        }
        self.dated.append((at.date(), fact))
        utc = at.astimezone(UTC)
        self._utc[utc.hour * 60 + utc.minute].append(fact)
        for key in {key for local in locals_ for key in _keys(local.date())}:
            self._days[key].append(fact)
        if "now" not in fact.claim.nouns:
            self.local_days |= {(local.date(), fact.account) for local in locals_}
        for minute in {local.hour * 60 + local.minute for local in locals_}:
            self._minutes[minute].append(fact)

    def _add_day(self, fact: Fact, day: Day) -> None:
        resolved = resolve(day, self._today)
        if resolved:
            self.dated.append((resolved, fact))
            self.local_days.add((resolved, fact.account))
            keys = _keys(resolved)
        else:
            keys = {
                (day.year, day.month, day.day),
                (None, day.month, day.day),
                (None, day.month, None),
                (day.year, None, None),
            }
        for key in keys - {(None, None, None)}:
            self._days[key].append(fact)


def resolve(day: Day, today: date | None) -> date | None:
    """The full date; a missing year is the one that brings it closest to the assessment."""
    if not day.month or not day.day:
        return None
    years = [day.year] if day.year else [today.year - 1, today.year, today.year + 1] if today else []
    found: list[date] = []
    for year in years:
        try:
            found.append(date(year, day.month, day.day))
        except ValueError:
            continue
    return min(found, key=lambda each: abs((each - today).days)) if today and found else next(iter(found), None)


def _keys(day: date) -> set[DayKey]:
    return {
        (day.year, day.month, day.day), (None, day.month, day.day), (day.year, day.month, None), (None, day.month, None),
        (day.year, None, None), (None, None, day.day),
    }  # fmt: skip


def _differences(facts: list[Fact]) -> Iterator[tuple[Fraction, str | None]]:
    """Differences of figures of the same size (4,447 and 4,120), and of any two lengths of time, told together.

    Counts that are close to one another may come from two messages of one customer.
    """
    together: dict[tuple[str, str | None], set[Fraction]] = defaultdict(set)
    of_one: dict[str, set[Fraction]] = defaultdict(set)
    for fact in facts:
        if fact.says and fact.claim.amount and fact.claim.amount.value >= 1:
            together[fact.says, fact.account].add(fact.claim.amount.value)
        if fact.account and fact.claim.kind == "figure" and fact.claim.amount and fact.claim.amount.value >= 100:
            of_one[fact.account].add(fact.claim.amount.value)
    for owner, counts in of_one.items():
        close = combinations(sorted(counts), 2)
        yield from ((more - less, owner) for less, more in close if more * 4 <= less * 5)
    for (_, account), values in together.items():
        if len(values) > 20:
            continue  # A table of figures is no comparison.
        for less, more in combinations(sorted(values), 2):
            if facts[0].claim.kind == "duration" or (less > 20 and more <= 2 * less):
                yield more - less, account


def _parts(facts: list[Fact]) -> Iterator[tuple[str | None, tuple[Fraction, Fraction]]]:
    """What part the smaller of two counts of one source is of the larger, and what is missing; with the customer."""
    together: dict[tuple[str, str | None], set[Fraction]] = defaultdict(set)
    for fact in facts:
        amount = fact.claim.amount
        if fact.account and fact.claim.end and amount and amount.value >= 5 and "seats" not in fact.claim.nouns:
            together[fact.says, fact.account].add(amount.value)
    for (_, owner), values in together.items():
        if len(values) <= 4:
            for less, more in combinations(sorted(values), 2):
                yield owner, (less / more, 1 - less / more)
