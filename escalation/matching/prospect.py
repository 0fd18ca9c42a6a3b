"""A candidate's chance of joining the tickets believed in, found out only as far as somebody needs to know it.

Whose cause it was, how alike it is to each of them, and what it means in other words, take longer to find out than all the rest.
They are taken for the most that they can be, one after the other, until the chance that this leaves open would matter: with most
candidates it does not.
"""

from __future__ import annotations

from collections.abc import Mapping

from escalation.matching import weights
from escalation.matching.beside import Body
from escalation.matching.body import LEFT_OPEN, open_signs
from escalation.matching.reasons import is_history
from escalation.matching.scene import Scene
from escalation.matching.signs import Seen
from escalation.matching.tied import Matter, is_tied

ON_RECORD = 0.9

NOTHING_ALIKE = {"alike": 0.0, "meant": 0.0}
"""The least that the two can be."""

MATTER = 0.5
"""Weight that what is shared of the matter has at least: that a ticket is open and of the same day, area and sort is not enough,
since on a busy day that holds of twenty."""

_OF_THE_MATTER = (
    "alike", "meant", "code", "identity", "own_item", "with_item", "linked", "likened", "called", "beside", "said_item",
    "said_code", "said", "known_near", "seed",
)  # fmt: skip


class Prospect:
    """One candidate against one body, which tells of the `matter`; `best` is the chance of the candidate that fits the line
    best."""

    def __init__(self, s: Seen, body: Body, scene: Scene, best: float, matter: Matter) -> None:
        others = body.beside(s)
        self._seen, self._others, self._open = s, others, list(LEFT_OPEN)
        self._signs = open_signs(s, body, scene.chances[s.ticket.id], best, scene.line, scene.scales, others)
        self._chance = weights.weighed(self._signs, weights.current()["body"])
        whose = s.ticket.account_id or ""
        stranger = whose not in others.accounts and whose not in scene.line.named
        self._apart = stranger and not body.wishes and not is_tied(self._signs) and matter.is_apart(s)
        # What is on record as one matter is one, unless it was over before the first of these reports.
        self.on_record = others.linked(s) and not is_history(s, others.first) and s.wish in {body.tickets[0].wish, None}

    def joins(self, least: float) -> bool:
        """Whether the chance is `least` or more: often told without how alike they are, by what it is at least."""
        if self.on_record and least <= ON_RECORD:
            return True
        if self._chance < least or self._apart:
            return False
        if self._open[:1] == ["cause_apart"]:
            self._find_out()
        if self._open:
            at_least = self._signs | NOTHING_ALIKE
            if weights.weighed(at_least, weights.current()["body"]) >= least and _shares(at_least):
                return True
        return self.chance(least) >= least and _shares(self._signs)

    def chance(self, least: float) -> float:
        """The chance, where it is `least` or more; of one that stays below only some number that does, too."""
        while self._open and self._chance >= least:
            self._find_out()
        return max(self._chance, ON_RECORD) if self.on_record else self._chance

    def _find_out(self) -> None:
        """The next of the signs that were left open."""
        sign = self._open.pop(0)
        self._signs[sign] = LEFT_OPEN[sign](self._seen, self._others)
        self._chance = weights.weighed(self._signs, weights.current()["body"])


def _shares(signs: Mapping[str, float]) -> bool:
    """Whether they share enough of the matter itself."""
    counted = weights.current()["body"]
    return sum(counted.get(sign, 0.0) * signs[sign] for sign in _OF_THE_MATTER) >= MATTER
