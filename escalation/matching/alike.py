"""How alike two texts are in topic: shared concepts and words, the rare ones counting most, whatever the language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import sqrt

from escalation.matching.kin import kin_of, share
from escalation.matching.meaning import Meaning
from escalation.matching.profile import KINDRED, Profile, Rarity, other_status

PLATFORMS = frozenset({"ios", "android", "desktop", "browser", "mobile"})
"""Where the product runs: reports from two of them are two faults until something else ties them."""

_PARTS = {"mobile": frozenset({"ios", "android"})}


@dataclass(frozen=True)
class Held:
    """Sets of terms that many others are held against, and all that stands in any of them."""

    sets: tuple[frozenset[str], ...]
    all: frozenset[str]

    @staticmethod
    def of(sets: Iterable[frozenset[str]]) -> Held:
        each = tuple(sets)
        return Held(each, frozenset[str]().union(*each))


@dataclass(frozen=True)
class Scales:
    """Weighs terms once for a whole comparison."""

    rarity: Rarity
    _known: dict[tuple[frozenset[str], frozenset[str]], float] = field(
        default_factory=dict[tuple[frozenset[str], frozenset[str]], float], repr=False, compare=False
    )

    _meanings: dict[frozenset[str], Meaning] = field(
        default_factory=dict[frozenset[str], Meaning], repr=False, compare=False
    )

    def meaning(self, words: frozenset[str]) -> Meaning:
        """What a text says, ready to be sought in others: made once, since the same headline is sought in many."""
        known = self._meanings.get(words)
        if known is None:
            known = self._meanings[words] = Meaning(words, self.rarity)
        return known

    def heaviest(self, terms: Iterable[str]) -> float:
        """Weight of the rarest of `terms`, as a share of the weight of a term that no ticket holds: 0..1."""
        most = self.rarity.weight("")
        return self.rarity.heaviest(terms) / most if most else 0.0

    def covered(self, wanted: frozenset[str], found: frozenset[str]) -> float:
        return self.rarity.coverage(wanted, found)

    def cosine(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Shared weight over the geometric mean of both weights: long texts gain nothing by their length.

        Kindred concepts count in part. Remembered, since the same reports are compared again as others join them.
        """
        known = self._known.get((one, other))
        if known is None:
            known = self._known[one, other] = self.cosine_within(one, one, other)
        return known

    def cosine_within(self, within: frozenset[str], one: frozenset[str], other: frozenset[str]) -> float:
        """`cosine` of two sets where it is known which of `one` the other may hold at all."""
        both, kindred = within & other, kin_of(other) & within
        if not both and not kindred:
            return 0.0
        shared = self.rarity.sum(both)
        if kindred:
            shared += KINDRED * self.rarity.sum(kindred)
        return shared / sqrt(self.rarity.whole(one) * self.rarity.whole(other))

    def closest(self, many: Held, other: frozenset[str]) -> float:
        """The most that `cosine` says of one of `many` and the other: mostly nothing, which is told without asking each."""
        both, kindred = many.all & other, kin_of(other) & many.all
        if not both and not kindred:
            return 0.0
        rarity, whole, most = self.rarity, self.rarity.whole(other), 0.0
        for one in many.sets:
            shared = rarity.sum(same) if (same := both & one) else 0.0
            if kindred and (kin := kindred & one):
                shared += KINDRED * rarity.sum(kin)
            if shared:
                most = max(most, shared / sqrt(rarity.whole(one) * whole))
        return most

    def of_words(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The same for words, which have no kin."""
        both = one & other
        if not both:
            return 0.0
        return self.rarity.sum(both) / sqrt(self.rarity.whole(one) * self.rarity.whole(other))


def codes_shared(one: Profile, other: Profile) -> frozenset[str]:
    """Identifiers, long numbers and days in both: "RECON-4127" and "(4127)" share 4127, whatever stands around them."""
    return one.codes & other.codes


RARE = 0.5
"""Weight, as a share of the rarest possible, from which a shared code is no accident."""


def same_code(one: Profile, other: Profile, scales: Scales) -> bool:
    shared = codes_shared(one, other)
    if shared and trouble(one, other) < 0:
        # A release has more than one fault.
        shared -= one.releases
    return bool(shared) and scales.heaviest(shared) >= RARE


def identity(one: Profile, other: Profile) -> bool:
    """The same specific error text or endpoint stands in both, and no other status code with it: 429 there is not 500 there."""
    return not other_status(one, other) and bool(one.specific_errors & other.errors or one.endpoints & other.endpoints)


def things(profile: Profile) -> frozenset[str]:
    return profile.things


def trouble(one: Profile, other: Profile) -> float:
    """1 when both tell the same or a kindred specific symptom, -1 when each tells another, 0 when either tells none."""
    ours, theirs = one.faults, other.faults
    if not ours or not theirs:
        return 0.0
    return 1.0 if share(ours, theirs) else -1.0


def parted(one: Profile, other: Profile) -> str | None:
    """What sets two reports apart for good: the look-alike signal, or None."""
    if one.endpoints and other.endpoints and not one.endpoints & other.endpoints:
        return "other_endpoint"
    if other_status(one, other):
        return "other_error"
    if one.specific_errors and other.specific_errors and not one.specific_errors & other.specific_errors:
        return "other_error"
    return None


def other_platform(one: Profile, other: Profile) -> bool:
    ours, theirs = _platforms(one), _platforms(other)
    return bool(ours and theirs) and not ours & theirs


def _platforms(profile: Profile) -> frozenset[str]:
    said = profile.concepts & PLATFORMS
    if said & _PARTS["mobile"]:
        return said - {"mobile"}
    return said | _PARTS["mobile"] if "mobile" in said else said


def votes(scores: Iterable[tuple[str | None, float]]) -> Mapping[str, float]:
    """How much each product area is spoken for by its three best-scored tickets, as a share of the strongest area."""
    by_area: dict[str, list[float]] = {}
    for area, score in scores:
        if area:
            by_area.setdefault(area, []).append(score)
    sums = {area: sum(sorted(found, reverse=True)[:3]) for area, found in by_area.items()}
    most = max(sums.values(), default=0.0)
    return {area: total / most for area, total in sums.items()} if most else {}


def likeness(one: Profile, other: Profile, scales: Scales) -> float:
    alike = max(scales.cosine(one.concepts, other.concepts), scales.of_words(one.words, other.words))
    return alike + 0.5 * same_code(one, other, scales) + 0.25 * bool(one.errors & other.errors)
