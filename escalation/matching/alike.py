"""How alike two texts are in topic: shared concepts and words, the rare ones counting most, whatever the language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from escalation.matching.kin import akin, share, specific, troubles
from escalation.matching.profile import KINDRED, Profile, Rarity, other_status
from escalation.text.tokens import is_identifier

PLATFORMS = frozenset({"ios", "android", "desktop", "browser", "mobile"})
"""Where the product runs: reports from two of them are two faults until something else ties them."""

_PARTS = {"mobile": frozenset({"ios", "android"})}


@dataclass(frozen=True)
class Scales:
    """Weighs terms once for a whole comparison."""

    rarity: Rarity

    def heaviest(self, terms: Iterable[str]) -> float:
        """Weight of the rarest of `terms`, as a share of the weight of a term that no ticket holds: 0..1."""
        most = self.rarity.weight("")
        return max((self.rarity.weight(t) for t in terms), default=0.0) / most if most else 0.0

    def covered(self, wanted: frozenset[str], found: frozenset[str]) -> float:
        return self.rarity.coverage(wanted, found)

    def cosine(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Shared weight over the geometric mean of both weights: long texts gain nothing by their length."""
        if not one or not other:
            return 0.0
        both = self.rarity.sum(one & other)
        kindred = sum(self.rarity.weight(c) for c in one - other if akin(c, other))
        return (both + KINDRED * kindred) / sqrt(self.rarity.sum(one) * self.rarity.sum(other))


def tokens_shared(one: Profile, other: Profile) -> frozenset[str]:
    return (one.concepts & other.concepts) | (one.words & other.words)


def codes_shared(one: Profile, other: Profile) -> frozenset[str]:
    """Identifiers, long numbers and days in both: "RECON-4127" and "(4127)" share 4127, whatever stands around them."""
    return frozenset(w for w in one.words & other.words if _is_code(w))


def _is_code(word: str) -> bool:
    if word.startswith("@"):
        return True
    if word.isdigit():
        return len(word) > 3 and not _YEAR.fullmatch(word)
    return is_identifier(word) and any(c.isdigit() for c in word)


_YEAR = re.compile(r"(?:19|20)\d\d")


def identity(one: Profile, other: Profile) -> bool:
    """The same specific error text or endpoint stands in both."""
    return bool(one.specific_errors & other.errors or one.endpoints & other.endpoints)


def things(profile: Profile) -> frozenset[str]:
    return profile.concepts - troubles()


def trouble(one: Profile, other: Profile) -> float:
    """1 when both tell the same or a kindred specific symptom, -1 when each tells another, 0 when either tells none."""
    ours, theirs = specific(one.concepts), specific(other.concepts)
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
