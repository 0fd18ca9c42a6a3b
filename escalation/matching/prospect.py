"""A candidate's chance of joining the tickets believed in, found out only as far as somebody needs to know it.

How alike it is to each of them, and what it means in other words, take longer to find out than all the rest. Both are taken
for the most that they can be until the chance that this leaves open would matter: with most candidates it does not.
"""

from __future__ import annotations

from escalation.matching import weights
from escalation.matching.beside import Body
from escalation.matching.body import left_open, open_signs
from escalation.matching.reasons import is_history
from escalation.matching.scene import Scene
from escalation.matching.signs import Seen

ON_RECORD = 0.9

NOTHING_ALIKE = {"alike": 0.0, "meant": 0.0}
"""The least that the two can be."""


class Prospect:
    """One candidate against one body; `best` is the chance of the candidate that fits the line best."""

    def __init__(self, s: Seen, body: Body, scene: Scene, best: float) -> None:
        others = body.beside(s)
        self._seen, self._others, self._exact = s, others, False
        self._signs = open_signs(s, body, scene.chances[s.ticket.id], best, scene.line, scene.scales, others)
        self._chance = weights.weighed(self._signs, weights.current()["body"])
        # What is on record as one matter is one, unless it was over before the first of these reports.
        self._on_record = (
            others.linked(s) and not is_history(s, others.first) and s.wish in {body.tickets[0].wish, None}
        )

    def joins(self, least: float) -> bool:
        """Whether the chance is `least` or more: often told without the two, by what it is at least."""
        if self._on_record and least <= ON_RECORD:
            return True
        if self._exact or self._chance < least:
            return self._chance >= least
        at_least = weights.weighed(self._signs | NOTHING_ALIKE, weights.current()["body"])
        return at_least >= least or self.chance(least) >= least

    def chance(self, least: float) -> float:
        """The chance, where it is `least` or more; of one that stays below only some number that does, too."""
        if not self._exact and self._chance >= least:
            self._exact = True
            self._signs |= left_open(self._seen, self._others)
            self._chance = weights.weighed(self._signs, weights.current()["body"])
        return max(self._chance, ON_RECORD) if self._on_record else self._chance
