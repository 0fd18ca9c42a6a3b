"""How much of what one text says stands in another, in the same words or in words that mean nearly the same."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from escalation.matching.profile import Rarity
from escalation.text.thesaurus import near


class Meaning:
    """The words of a text, ready to be sought in many others."""

    def __init__(self, words: Iterable[str], rarity: Rarity) -> None:
        self._rarity = rarity
        self._said = sorted(words)
        self._near = [near(word) for word in self._said]
        self.reach = frozenset(self._said).union(*self._near)
        """The words and all that are near to one of them: nothing else in another text says anything of this one."""

    @cached_property
    def _weights(self) -> list[float]:
        return [self._rarity.weight(word) for word in self._said]

    @cached_property
    def _whole(self) -> float:
        return sum(self._weights)

    @cached_property
    def _means(self) -> dict[str, list[tuple[int, float]]]:
        """By what may stand in another text: which of the words it says, by number, and how nearly."""
        found: dict[str, list[tuple[int, float]]] = {}
        for number, (word, others) in enumerate(zip(self._said, self._near, strict=True)):
            found.setdefault(word, []).append((number, 1.0))
            for other, nearness in others.items():
                found.setdefault(other, []).append((number, nearness))
        return found

    def touches(self, words: frozenset[str]) -> bool:
        """Whether another text has one of the words, or one that is near."""
        return not words.isdisjoint(self.reach)

    def within(self, words: frozenset[str]) -> float:
        """Share of the text, by the weight of its words, that another one says: 0..1. A near word counts by its nearness."""
        return self.said_by(words & self.reach)

    def said_by(self, found: frozenset[str]) -> float:
        """`within` of a text of which it is known what it has within `reach`: mostly nothing, or a word or two."""
        if not found:
            return 0.0
        nearest: dict[int, float] = {}
        for word in found:
            for number, nearness in self._means[word]:
                if nearness > nearest.get(number, 0.0):
                    nearest[number] = nearness
        weights = self._weights
        # In the order of the words and not of the set, on which the last digit of a sum would hang.
        return sum([weights[number] * nearest[number] for number in sorted(nearest)]) / (self._whole or 1.0)

    def covers(self, words: frozenset[str], rarity: Rarity) -> float:
        """The same the other way round: share of another, short text, weighed by `rarity`, that this one says."""
        found = words & self.reach
        if not found:
            return 0.0
        means, weight = self._means, rarity.weight
        return sum(weight(word) * max([n for _, n in means[word]]) for word in found) / rarity.whole(words)
