"""The typed line's topic as every candidate meets it: what is asked of it again and again, worked out once."""

from __future__ import annotations

from collections.abc import Mapping

from escalation.matching.alike import (
    PLATFORMS,
    Scales,
    identity,
    likeness,
    other_platform,
    parted,
    same_code,
    trouble,
)
from escalation.matching.kin import kin_of
from escalation.matching.profile import Profile


class LineTopic:
    """Signs of a candidate's text against the topic of the line."""

    def __init__(self, topic: Profile, scales: Scales, items: Mapping[str, Profile]) -> None:
        self._topic, self._scales, self._items = topic, scales, items
        self._meaning = scales.meaning(topic.words)
        self._kin = kin_of(topic.concepts) | topic.concepts
        # Few lines name errors, endpoints or a platform: those that do not need no candidate to be asked for them.
        self._signed = bool(topic.errors or topic.endpoints)
        self._placed = not PLATFORMS.isdisjoint(topic.concepts)
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
        concepts = scales.covered(topic.concepts, whole.concepts)
        # The thing and what is wrong with it, apart: a report of the same thing broken otherwise is another one.
        thing = scales.covered(topic.things, whole.things) if concepts else 0.0
        fault = scales.covered(topic.faults, whole.faults) if concepts else 0.0
        return {
            "concepts": concepts,
            "words": scales.covered(topic.words, whole.words),
            "subject": max(
                scales.cosine(topic.concepts, subject.concepts), scales.of_words(topic.words, subject.words)
            ),
            "meant": self._meaning.within(whole.words),
            "covered": self._meaning.covers(subject.words),
            "thing": thing,
            "fault": fault,
            "both": thing * fault,
            "trouble": trouble(topic, whole),
            "rare": scales.heaviest((*(topic.concepts & whole.concepts), *(topic.words & whole.words))),
            "identity": float(self._signed and identity(topic, whole)),
            "code": float(same_code(topic, whole, scales)),
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
