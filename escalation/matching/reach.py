"""What the typed line can meet in a candidate's text: most of a long text has nothing to do with a line of ten words.

So a text is cut once to the line's words and concepts, those near to them and their kin; every sign follows from the little that
is left.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from escalation.matching import weights
from escalation.matching.alike import PLATFORMS, Scales, identity, other_platform, parted, same_code
from escalation.matching.kin import families_of, kin_of, share
from escalation.matching.profile import KINDRED, NOTHING, Profile, Rarity


class Met(NamedTuple):
    """What a text has of the line: its signs, what they weigh together, and how much of the line's topic it shares."""

    signs: Mapping[str, float]
    weight: float
    gist: float


UNMET = Met({}, 0.0, 0.0)
"""Nothing."""


def reach_of(topic: Profile, rarity: Rarity) -> Reach:
    """The reach of a line, by how rare its own words and concepts are: no other's count.

    One question asks for it twice, to find what its clearest reports lead to and to judge, mostly of the same tickets.
    """
    terms = sorted(topic.concepts | topic.words)
    counts = tuple([(term, rarity.counts.get(term, 0)) for term in terms])
    return _reach_of(topic, counts, rarity.total, tuple(weights.current()["line"].items()))


@lru_cache(maxsize=2)  # the cut texts stay in memory with it
def _reach_of(
    topic: Profile, counts: tuple[tuple[str, int], ...], total: int, counted: tuple[tuple[str, float], ...]
) -> Reach:
    return Reach(topic, Scales(Rarity(dict(counts), total)), dict(counted))


class _Told(NamedTuple):
    """What the concepts of a text say of the line: shares of the line's, and whether it tells its fault."""

    concepts: float
    thing: float
    fault: float
    same_trouble: bool
    heaviest: float


class Reach:
    """The line's topic, weighed by itself; `scales` are those of its own words, `counted` how much each sign counts."""

    def __init__(self, topic: Profile, scales: Scales, counted: Mapping[str, float]) -> None:
        self._topic, self._scales, self._counted = topic, scales, counted
        self.meaning = scales.meaning(topic.words)
        self.concepts = kin_of(topic.concepts) | topic.concepts
        # A few words are names of concepts as well, and have kin.
        self._kindred = [(word, family) for word in topic.words if (family := families_of(word))]
        self._words = self.meaning.reach.union(*(family for _, family in self._kindred))
        # Few lines name errors, endpoints or a platform: those that do not need no candidate to be asked for them.
        self._signed = bool(topic.errors or topic.endpoints)
        self._placed = not PLATFORMS.isdisjoint(topic.concepts)
        self._told: dict[frozenset[str], _Told] = {}
        # By identity, since to hash a profile takes longer than to look it up; each is kept, so that none takes its place.
        self._known: dict[int, tuple[Profile, Met | None]] = {}

    def met(self, whole: Profile) -> Met | None:
        """What a text has of the line; None where that is no concept and no word, nor one near to it."""
        known = self._known.get(id(whole))
        if known is not None:
            return known[1]
        concepts, words = whole.concepts & self.concepts, whole.words & self._words
        near = words & self.meaning.reach if self._kindred else words
        met = self._met(self._signs(whole, concepts, words, near)) if concepts or near else None
        self._known[id(whole)] = whole, met
        return met

    def unmet(self, whole: Profile) -> Met:
        """Of a text that has nothing of it: that it may tell another trouble, say."""
        return self._met(self._signs(whole, NOTHING, NOTHING, NOTHING))

    def _met(self, signs: dict[str, float]) -> Met:
        weight = self._counted.get
        total = sum([weight(sign, 0.0) * value for sign, value in signs.items() if value])
        return Met(signs, total, signs["concepts"] + signs["words"])

    def _signs(
        self, whole: Profile, concepts: frozenset[str], words: frozenset[str], near: frozenset[str]
    ) -> dict[str, float]:
        topic, scales, told = self._topic, self._scales, self._told_by(concepts)
        same = words & topic.words
        coded = bool(same) and not same.isdisjoint(topic.codes)
        return {
            "concepts": told.concepts,
            "words": self._covered(same, words),
            "meant": self.meaning.said_by(near),
            "thing": told.thing,
            "fault": told.fault,
            "both": told.thing * told.fault,
            "trouble": self._trouble(whole, told),
            "rare": max(told.heaviest, scales.heaviest(same)) if same else told.heaviest,
            "identity": float(self._signed and identity(topic, whole)),
            "code": float(coded and same_code(topic, whole, scales)),
            "parted": float(self._signed and parted(topic, whole) is not None),
            "platform": float(self._placed and other_platform(topic, whole)),
        }

    def _told_by(self, concepts: frozenset[str]) -> _Told:
        """Worked out once for the same concepts: of a hundred candidates, most have one of a dozen such sets."""
        known = self._told.get(concepts)
        if known is None:
            topic, scales = self._topic, self._scales
            text = Profile(concepts, NOTHING, NOTHING, NOTHING)
            covered = scales.covered(topic.concepts, concepts)
            # The thing and what is wrong with it, apart: a report of the same thing broken otherwise is another one.
            known = self._told[concepts] = _Told(
                covered,
                scales.covered(topic.things, text.things) if covered else 0.0,
                scales.covered(topic.faults, text.faults) if covered else 0.0,
                share(topic.faults, text.faults),
                scales.heaviest(topic.concepts & concepts),
            )
        return known

    def _trouble(self, whole: Profile, told: _Told) -> float:
        """As `trouble` says; that the text tells any fault at all is the one thing that lies beyond the line's reach."""
        if not self._topic.faults or not whole.faults:
            return 0.0
        return 1.0 if told.same_trouble else -1.0

    def _covered(self, same: frozenset[str], words: frozenset[str]) -> float:
        """As `Rarity.coverage` says of the line's words by the whole text, of which `words` are within reach."""
        kindred = [word for word, family in self._kindred if word not in same and not family.isdisjoint(words)]
        if not same and not kindred:
            return 0.0
        rarity = self._scales.rarity
        shared = rarity.sum(same) + (KINDRED * rarity.sum(kindred) if kindred else 0.0)
        return shared / rarity.whole(self._topic.words)
