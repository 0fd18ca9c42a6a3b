"""How much of what one text says stands in another, in the same words or in words that mean nearly the same."""

from __future__ import annotations

from collections.abc import Iterable
from math import fsum

from escalation.matching.profile import Rarity
from escalation.text.thesaurus import near
from escalation.text.tokens import is_cjk


class Meaning:
    """The words of a text, ready to be sought in many others.

    A pair of Chinese characters that the thesaurus does not know is mostly the end of one word and the beginning of the next
    (of 客户活动 the middle, 户活): no other text can be asked to say it.
    """

    def __init__(self, words: Iterable[str], rarity: Rarity) -> None:
        told = sorted(words)
        said = [(word, others) for word in told if (others := near(word)) or not is_cjk(word)]
        self._said = [word for word, _ in said]
        self._near = [others for _, others in said]
        self._weights = [rarity.weight(word) for word in self._said]
        self.weight = fsum(self._weights)
        """Of all its words together."""
        self._meant: dict[str, list[tuple[int, float]]] = {}
        self._within: dict[frozenset[str], float] = {}
        self.reach = frozenset(told).union(*self._near)
        """The words and all that are near to one of them: nothing else in another text says anything of this one."""

    def within(self, words: frozenset[str]) -> float:
        """Share of the text, by the weight of its words, that another one says: 0..1. A near word counts by its nearness.

        Remembered, since the same reports are held against each other again as others join them.
        """
        known = self._within.get(words)
        if known is None:
            known = self._within[words] = self.said_by(words & self.reach)
        return known

    def within_each(self, texts: Iterable[frozenset[str]]) -> list[float]:
        """`within` of many texts."""
        known = self._within
        return [known[words] if words in known else self.within(words) for words in texts]

    def said_by(self, found: frozenset[str]) -> float:
        """`within` of a text of which it is known what it has within `reach`: mostly nothing, or a word or two."""
        if not found or not self.weight:
            return 0.0
        nearest: dict[int, float] = {}
        for word in found:
            for number, nearness in self._meant.get(word) or self._meant_by(word):
                if nearness > nearest.get(number, 0.0):
                    nearest[number] = nearness
        weights = self._weights
        return fsum([weights[number] * how for number, how in nearest.items()]) / self.weight

    def covers(self, words: frozenset[str], rarity: Rarity) -> float:
        """The same the other way round: share of another, short text, weighed by `rarity`, that this one says."""
        found = words & self.reach
        if not found:
            return 0.0
        meant, by, weight = self._meant, self._meant_by, rarity.weight
        said = fsum([weight(w) * max([n for _, n in meant.get(w) or by(w)], default=0.0) for w in found])
        return said / rarity.whole(words)

    def _meant_by(self, word: str) -> list[tuple[int, float]]:
        """Which of the text's words one within reach says, by number, and how nearly: looked up when it is first met, since of a
        hundred that might be, few are."""
        found = [(number, others[word]) for number, others in enumerate(self._near) if word in others]
        if word in self._said:
            found.append((self._said.index(word), 1.0))
        self._meant[word] = found
        return found
