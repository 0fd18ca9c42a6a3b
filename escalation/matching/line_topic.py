"""The typed line's topic as every candidate meets it: what is asked of it again and again, worked out once."""

from __future__ import annotations

from collections.abc import Mapping

from escalation.matching.alike import Scales, likeness
from escalation.matching.profile import Profile
from escalation.matching.reach import Met, reach_of


class LineTopic:
    """Signs of a candidate's text against the topic of the line."""

    def __init__(self, topic: Profile, scales: Scales, items: Mapping[str, Profile]) -> None:
        self._topic, self._scales, self._items = topic, scales, items
        self._reach = reach_of(topic, scales.rarity)
        self._item_likeness: dict[str, float] = {}

    def touches_item(self, item: str) -> bool:
        """Whether a tracker item has a concept or a kindred one in common with the line."""
        return item in self._items and not self._reach.concepts.isdisjoint(self._items[item].concepts)

    def text(self, whole: Profile) -> Met | None:
        """What a customer's text has of the line; None where it has nothing in common with it."""
        return self._reach.met(whole)

    def unmet(self, whole: Profile) -> Met:
        """The same where it has nothing in common, in full."""
        return self._reach.unmet(whole)

    def headline(self, subject: Profile) -> dict[str, float]:
        """Signs of a ticket's headline."""
        topic, scales = self._topic, self._scales
        alike = (
            0.0
            if self._reach.concepts.isdisjoint(subject.concepts)
            else scales.cosine(topic.concepts, subject.concepts)
        )
        return {
            "subject": max(alike, scales.of_words(topic.words, subject.words)),
            "covered": self._reach.meaning.covers(subject.words, scales.rarity),
        }

    def item(self, item: str) -> float:
        """How alike a tracker item is to the line; 0 for one whose content is not known."""
        known = self._item_likeness.get(item)
        if known is None:
            topic = self._items.get(item)
            known = self._item_likeness[item] = likeness(self._topic, topic, self._scales) if topic else 0.0
        return known
