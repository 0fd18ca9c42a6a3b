"""Several reports as one text meets them: the most that it has with any of them, mostly told without asking each; of none at
all, nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import sqrt
from typing import NamedTuple

from escalation.matching.alike import Scales, identity, parted, same_code
from escalation.matching.kin import kin_of, share
from escalation.matching.pool import Pool
from escalation.matching.profile import KINDRED, Profile, Rarity

_NONE = frozenset[str]()


class _Topics:
    """The different topics of reports: half of many tell the same in other words, and each topic is held against others once."""

    def __init__(self, topics: Iterable[frozenset[str]], rarity: Rarity) -> None:
        self._rarity = rarity
        self._each = [(topic, kin_of(topic), rarity.whole(topic)) for topic in topics]
        self._concepts = _NONE.union(*(topic for topic, _, _ in self._each), *(kin for _, kin, _ in self._each))
        self._lightest = min([weight for topic, _, weight in self._each if topic], default=1.0)
        self._alike: dict[frozenset[str], float] = {}
        self._bounds: dict[frozenset[str], float] = {}

    def alike(self, concepts: frozenset[str]) -> float:
        """The most that `cosine` says of it with any of them."""
        known = self._alike.get(concepts)
        if known is None:
            known = self._alike[concepts] = self._most(concepts)
        return known

    def _most(self, concepts: frozenset[str]) -> float:
        within = concepts & self._concepts
        if not within:
            return 0.0
        rarity, most = self._rarity, 0.0
        whole = rarity.whole(concepts)
        for other, kin, weight in self._each:
            both, kindred = within & other, within & kin
            if both or kindred:
                shared = rarity.sum(both) + (KINDRED * rarity.sum(kindred) if kindred else 0.0)
                most = max(most, shared / sqrt(whole * weight))
        return most

    def most_alike(self, concepts: frozenset[str]) -> float:
        """No less than `alike`, at a fraction of the price: as if each of them held all that any of them may, and weighed no
        more than the lightest."""
        known = self._bounds.get(concepts)
        if known is None:
            within, rarity = concepts & self._concepts, self._rarity
            known = rarity.sum(within) / sqrt(rarity.whole(concepts) * self._lightest) if within else 0.0
            self._bounds[concepts] = known
        return known


class LaidReports:
    """What all of some reports say, laid out once for whoever is held against them, or against all of them but itself."""

    def __init__(self, wholes: Sequence[Profile], scales: Scales) -> None:
        self._wholes, self._scales = list(wholes), scales
        self._times = Counter(w.concepts for w in wholes)
        self._topics = _Topics(self._times, scales.rarity)
        self._said = [_Said(w.faults, w.codes, w.errors, w.endpoints) for w in wholes]
        self._pools = [Pool(said[n] for said in self._said) for n in range(len(_Said._fields))]

    def all(self) -> Reports:
        return Reports(self._wholes, _Said(*(pool.all for pool in self._pools)), self._topics, self._scales)

    def without(self, place: int) -> Reports:
        """All but the one in this place."""
        said = _Said(*(pool.without(own) for pool, own in zip(self._pools, self._said[place], strict=True)))
        rest = [*self._wholes[:place], *self._wholes[place + 1 :]]
        return Reports(rest, said, self._topics_without(self._wholes[place].concepts), self._scales)

    def _topics_without(self, topic: frozenset[str]) -> _Topics:
        """Mostly those of all: another one tells the same."""
        if self._times[topic] > 1:
            return self._topics
        return _Topics((each for each in self._times if each != topic), self._scales.rarity)


class _Said(NamedTuple):
    """What a report says, or several."""

    faults: frozenset[str]
    codes: frozenset[str]
    errors: frozenset[str]
    endpoints: frozenset[str]


class Reports:
    """Reports believed in, with all that any of them says."""

    def __init__(self, wholes: Sequence[Profile], said: _Said, topics: _Topics, scales: Scales) -> None:
        self._wholes, self._topics, self._scales = wholes, topics, scales
        self._faults, self._codes, self._errors, self._endpoints = said
        self._all_tell_faults = all(w.faults for w in wholes)

    @staticmethod
    def of(wholes: Sequence[Profile], scales: Scales) -> Reports:
        return LaidReports(wholes, scales).all()

    def alike(self, one: Profile) -> float:
        """The most that `cosine` says of it with any of them."""
        return self._topics.alike(one.concepts)

    def most_alike(self, one: Profile) -> float:
        """No less than `alike`, at a fraction of the price."""
        return self._topics.most_alike(one.concepts)

    def fault(self, one: Profile) -> float:
        """The most that `trouble` says of it with any of them."""
        if not one.faults:
            return 0.0
        if share(one.faults, self._faults):
            return 1.0
        return -1.0 if self._all_tell_faults and self._wholes else 0.0

    def code(self, one: Profile) -> bool:
        """Whether it has a code in common with one of them."""
        if self._codes.isdisjoint(one.words):
            return False
        return any(same_code(one, other, self._scales) for other in self._wholes)

    def identity(self, one: Profile) -> bool:
        """The same of an error or an endpoint."""
        if one.specific_errors.isdisjoint(self._errors) and one.endpoints.isdisjoint(self._endpoints):
            return False
        return any(identity(one, other) for other in self._wholes)

    def parted(self, one: Profile) -> bool:
        """Whether it is from all of them."""
        if not self._wholes or (not one.errors and not one.endpoints):
            return False
        return all(parted(one, other) is not None for other in self._wholes)
