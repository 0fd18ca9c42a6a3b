"""Several reports as one text meets them: the most that it has with any of them, mostly told without asking each; of none at
all, nothing."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from escalation.matching.alike import Scales, identity, parted, same_code
from escalation.matching.kin import kin_of, share
from escalation.matching.profile import KINDRED, Profile

_NONE = frozenset[str]()


class Reports:
    """Reports believed in, with all that any of them says."""

    def __init__(self, wholes: Sequence[Profile], scales: Scales) -> None:
        self._wholes, self._scales = wholes, scales
        # Half of many reports tell the same in other words: each topic is held against others once.
        self._topics = [(c, kin_of(c), scales.rarity.whole(c)) for c in dict.fromkeys(w.concepts for w in wholes)]
        self._concepts = _NONE.union(*(c for c, _, _ in self._topics), *(kin for _, kin, _ in self._topics))
        self._lightest = min([weight for concepts, _, weight in self._topics if concepts], default=1.0)
        self._alike: dict[frozenset[str], float] = {}
        self._bounds: dict[frozenset[str], float] = {}
        self._faults = _NONE.union(*(w.faults for w in wholes))
        self._all_tell_faults = all(w.faults for w in wholes)
        self._codes = _NONE.union(*(w.codes for w in wholes))
        self._errors = _NONE.union(*(w.errors for w in wholes))
        self._endpoints = _NONE.union(*(w.endpoints for w in wholes))

    def alike(self, one: Profile) -> float:
        """The most that `cosine` says of it with any of them."""
        known = self._alike.get(one.concepts)
        if known is None:
            known = self._alike[one.concepts] = self._most(one.concepts)
        return known

    def _most(self, concepts: frozenset[str]) -> float:
        within = concepts & self._concepts
        if not within:
            return 0.0
        rarity, most = self._scales.rarity, 0.0
        whole = rarity.whole(concepts)
        for other, kin, weight in self._topics:
            both, kindred = within & other, within & kin
            if both or kindred:
                shared = rarity.sum(both) + (KINDRED * rarity.sum(kindred) if kindred else 0.0)
                most = max(most, shared / sqrt(whole * weight))
        return most

    def most_alike(self, one: Profile) -> float:
        """No less than `alike`, at a fraction of the price: as if each of them held all that any of them may, and weighed no
        more than the lightest."""
        known = self._bounds.get(one.concepts)
        if known is None:
            within, rarity = one.concepts & self._concepts, self._scales.rarity
            known = rarity.sum(within) / sqrt(rarity.whole(one.concepts) * self._lightest) if within else 0.0
            self._bounds[one.concepts] = known
        return known

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
