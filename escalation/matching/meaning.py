"""How much of what one text says stands in another, in the same words or in words that mean nearly the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from escalation.matching.profile import Rarity
from escalation.text.thesaurus import near


class _Known(NamedTuple):
    """The weight of each word and of all, and by what may stand in another text which of the words it says, and how nearly."""

    weights: list[float]
    whole: float
    means: dict[str, list[tuple[int, float]]]


class Meaning:
    """The words of a text, ready to be sought in many others."""

    def __init__(self, words: Iterable[str], rarity: Rarity) -> None:
        self._rarity = rarity
        self._said = sorted(words)
        self._near = [near(word) for word in self._said]
        self._known: _Known | None = None
        self.reach = frozenset(self._said).union(*self._near)
        """The words and all that are near to one of them: nothing else in another text says anything of this one."""

    def _laid_out(self) -> _Known:
        """Laid out for the first text that says any of it; most headlines meet none."""
        if self._known is None:
            weighed = [self._rarity.weight(word) for word in self._said]
            means: dict[str, list[tuple[int, float]]] = {word: [(n, 1.0)] for n, word in enumerate(self._said)}
            for number, others in enumerate(self._near):
                for other, nearness in others.items():
                    if other in means:
                        means[other].append((number, nearness))
                    else:
                        means[other] = [(number, nearness)]
            self._known = _Known(weighed, sum(weighed), means)
        return self._known

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
        weights, whole, means = self._laid_out()
        nearest: dict[int, float] = {}
        for word in found:
            for number, nearness in means[word]:
                if nearness > nearest.get(number, 0.0):
                    nearest[number] = nearness
        # In the order of the words and not of the set, on which the last digit of a sum would hang.
        return sum([weights[number] * nearest[number] for number in sorted(nearest)]) / whole

    def covers(self, words: frozenset[str], rarity: Rarity) -> float:
        """The same the other way round: share of another, short text, weighed by `rarity`, that this one says."""
        found = words & self.reach
        if not found:
            return 0.0
        means, weight = self._laid_out().means, rarity.weight
        return sum(weight(word) * max([n for _, n in means[word]]) for word in found) / rarity.whole(words)
