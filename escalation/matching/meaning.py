"""How much of what one text says stands in another, in the same words or in words that mean nearly the same."""

from __future__ import annotations

from collections.abc import Iterable

from escalation.matching.profile import Rarity
from escalation.text.thesaurus import Near, near
from escalation.text.tokens import is_cjk


class Meaning:
    """The words of a text, ready to be sought in many others.

    A pair of Chinese characters that the thesaurus does not know is mostly the end of one word and the beginning of the next
    (of 客户活动 the middle, 户活): no other text can be asked to say it.
    """

    def __init__(self, words: Iterable[str], rarity: Rarity) -> None:
        self._rarity = rarity
        told = {word: near(word) for word in sorted(words)}
        self._said: list[tuple[float, str, Near]] = [
            (rarity.weight(word), word, others) for word, others in told.items() if others or not is_cjk(word)
        ]
        self._whole = sum(weight for weight, _, _ in self._said)
        self._reach: dict[str, float] = {}
        for _, word, others in self._said:
            self._reach[word] = 1.0
            for other, nearness in others:
                self._reach[other] = max(self._reach.get(other, 0.0), nearness)

    def touches(self, words: frozenset[str]) -> bool:
        """Whether another text has one of the words, or one that is near."""
        return not words.isdisjoint(self._reach)

    def within(self, words: frozenset[str]) -> float:
        """Share of the text, by the weight of its words, that another one says: 0..1. A near word counts by its nearness."""
        if not self._whole or words.isdisjoint(self._reach):
            return 0.0
        said = 0.0
        for weight, word, others in self._said:
            if word in words:
                said += weight
                continue
            for other, nearness in others:
                if other in words:
                    said += weight * nearness
                    break
        return said / self._whole

    def covers(self, words: frozenset[str]) -> float:
        """The same the other way round: share of another, short text that this one says."""
        whole = self._rarity.whole(words)
        if not whole:
            return 0.0
        reach, weight = self._reach, self._rarity.weight
        return sum(weight(word) * reach[word] for word in words if word in reach) / whole
