"""The typed line's topic as every candidate meets it: what is asked of it again and again, worked out once.

Most of a long text has nothing to do with a line of ten words. So it is cut once to what the line, its near words and its
kindred concepts can meet in it; all signs but those of the headline follow from the little that is left.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from escalation.matching.alike import (
    PLATFORMS,
    Scales,
    identity,
    likeness,
    other_platform,
    parted,
    same_code,
)
from escalation.matching.kin import families_of, kin_of, share
from escalation.matching.profile import KINDRED, Profile


class _Told(NamedTuple):
    """What the concepts that a text has within reach of the line say: shares of the line's, and whether its fault is told."""

    concepts: float
    thing: float
    fault: float
    same_trouble: bool
    heaviest: float


class LineTopic:
    """Signs of a candidate's text against the topic of the line."""

    def __init__(self, topic: Profile, scales: Scales, items: Mapping[str, Profile]) -> None:
        self._topic, self._scales, self._items = topic, scales, items
        self._meaning = scales.meaning(topic.words)
        self._kin = kin_of(topic.concepts) | topic.concepts
        # A few words are names of concepts as well, and have kin.
        self._kindred = [(word, family) for word in topic.words if (family := families_of(word))]
        self._words = self._meaning.reach.union(*(family for _, family in self._kindred))
        # Few lines name errors, endpoints or a platform: those that do not need no candidate to be asked for them.
        self._signed = bool(topic.errors or topic.endpoints)
        self._placed = not PLATFORMS.isdisjoint(topic.concepts)
        self._told: dict[frozenset[str], _Told] = {}
        self._item_likeness: dict[str, float] = {}

    def touches(self, whole: Profile) -> bool:
        """Whether a text has a concept, a word, or one that is near to it, in common with the line."""
        return not self._kin.isdisjoint(whole.concepts) or self._meaning.touches(whole.words)

    def touches_item(self, item: str) -> bool:
        """Whether a tracker item has a concept or a kindred one in common with the line."""
        return item in self._items and not self._kin.isdisjoint(self._items[item].concepts)

    def against(self, whole: Profile, subject: Profile) -> dict[str, float]:
        """Signs of a ticket by all that its customer wrote, and by its headline."""
        topic, scales = self._topic, self._scales
        told, found = self._told_by(whole.concepts & self._kin), whole.words & self._words
        words = found & topic.words
        coded = not words.isdisjoint(topic.codes)
        return {
            "concepts": told.concepts,
            "words": self._words_covered(words, found),
            "subject": max(
                scales.cosine(topic.concepts, subject.concepts), scales.of_words(topic.words, subject.words)
            ),
            "meant": self._meaning.said_by(found & self._meaning.reach if self._kindred else found),
            "covered": self._meaning.covers(subject.words),
            "thing": told.thing,
            "fault": told.fault,
            "both": told.thing * told.fault,
            "trouble": self._trouble(whole, told),
            "rare": max(told.heaviest, scales.heaviest(words)) if words else told.heaviest,
            "identity": float(self._signed and identity(topic, whole)),
            "code": float(coded and same_code(topic, whole, scales)),
            "parted": float(self._signed and parted(topic, whole) is not None),
            "platform": float(self._placed and other_platform(topic, whole)),
        }

    def item(self, item: str) -> float:
        """How alike a tracker item is to the line; 0 for one whose content is not known."""
        known = self._item_likeness.get(item)
        if known is None:
            topic = self._items.get(item)
            known = self._item_likeness[item] = likeness(self._topic, topic, self._scales) if topic else 0.0
        return known

    def _told_by(self, concepts: frozenset[str]) -> _Told:
        """Worked out once for the same concepts: of a hundred candidates, most have one of a dozen such sets."""
        known = self._told.get(concepts)
        if known is None:
            topic, scales = self._topic, self._scales
            text = Profile(concepts, _NONE, _NONE, _NONE)
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
        """As `trouble` says, of which only whether the text tells any fault lies outside the line's reach."""
        if not self._topic.faults or not whole.faults:
            return 0.0
        return 1.0 if told.same_trouble else -1.0

    def _words_covered(self, words: frozenset[str], found: frozenset[str]) -> float:
        """As `covered` says of all words of the text, of which these and `found` are within reach."""
        kindred = [word for word, family in self._kindred if word not in words and not family.isdisjoint(found)]
        if not words and not kindred:
            return 0.0
        rarity = self._scales.rarity
        shared = rarity.sum(words) + (KINDRED * rarity.sum(kindred) if kindred else 0.0)
        return shared / rarity.whole(self._topic.words)


_NONE = frozenset[str]()
