"""Several reports as one text meets them: the most that it has with any of them, mostly told without asking each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from escalation.matching.alike import Scales, identity, parted, same_code
from escalation.matching.kin import kin_of, share
from escalation.matching.profile import Profile


class Closest(NamedTuple):
    """The most that a text has with any of several reports, sign by sign; parted only where it is from all of them."""

    alike: float
    fault: float
    code: bool
    identity: bool
    parted: bool


NOTHING_SHARED = Closest(0.0, 0.0, code=False, identity=False, parted=False)
_NONE = frozenset[str]()


class Reports:
    """Reports believed in, with all that any of them says."""

    def __init__(self, wholes: Sequence[Profile], scales: Scales) -> None:
        self._wholes, self._scales = wholes, scales
        self._concepts = _NONE.union(*(w.concepts for w in wholes), *(kin_of(w.concepts) for w in wholes))
        self._faults = _NONE.union(*(w.faults for w in wholes))
        self._all_tell_faults = all(w.faults for w in wholes)
        self._codes = _NONE.union(*(w.codes for w in wholes))
        self._errors = _NONE.union(*(w.errors for w in wholes))
        self._endpoints = _NONE.union(*(w.endpoints for w in wholes))

    def closest(self, one: Profile) -> Closest:
        if not self._wholes:
            return NOTHING_SHARED
        return Closest(self._alike(one), self._fault(one), self._code(one), self._identity(one), self._parted(one))

    def _alike(self, one: Profile) -> float:
        within = one.concepts & self._concepts
        if not within:
            return 0.0
        return max([self._scales.cosine_within(within, one.concepts, other.concepts) for other in self._wholes])

    def _fault(self, one: Profile) -> float:
        """The most that `trouble` says of it with any of them."""
        if not one.faults:
            return 0.0
        if share(one.faults, self._faults):
            return 1.0
        return -1.0 if self._all_tell_faults else 0.0

    def _code(self, one: Profile) -> bool:
        if one.codes.isdisjoint(self._codes):
            return False
        return any(same_code(one, other, self._scales) for other in self._wholes)

    def _identity(self, one: Profile) -> bool:
        if one.specific_errors.isdisjoint(self._errors) and one.endpoints.isdisjoint(self._endpoints):
            return False
        return any(identity(one, other) for other in self._wholes)

    def _parted(self, one: Profile) -> bool:
        if not one.errors and not one.endpoints:
            return False
        return all(parted(one, other) is not None for other in self._wholes)
