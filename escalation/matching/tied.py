"""What holds another customer's report to a matter, beside its hour and its urgency.

On a bad morning the newest urgent tickets are near everything in time, and a long thread shares a word with any line. So a
stranger's report counts only where its headline tells the same trouble, or in another area the same thing, unless the record,
an error, an endpoint or a code ties it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from escalation.matching.alike import PLATFORMS
from escalation.matching.kin import share
from escalation.matching.profile import Profile
from escalation.matching.signs import Seen

TIES = ("linked", "code", "identity", "likened", "beside", "called", "said_item", "said_code", "that_day")
"""Signs of a report that tie it to others whatever its words."""


EXPOSED = frozenset(
    "breach cross_tenant exposed guessable strange_login switch_org unauthorized_access wrong_person".split()  # noqa: SIM905
)
"""Troubles of data shown to whom it does not concern."""


class Matter:
    """What some reports of a matter and the line about it tell: by their headlines, where these tell something."""

    def __init__(self, line: Profile, reports: Iterable[Seen]) -> None:
        found = list(reports)
        self.troubles = line.faults.union(*map(_troubles, found))
        self.things = frozenset[str]().union(*map(_things, found)) or line.things - PLATFORMS
        self.areas = frozenset(s.ticket.product_area for s in found if s.ticket.product_area)

    def is_apart(self, s: Seen) -> bool:
        """Whether `s` tells another trouble, or in another area of another thing."""
        return self._otherwise(s) or self._elsewhere(s)

    def _otherwise(self, s: Seen) -> bool:
        told = s.whole.told
        if not told or not self.troubles or share(told, self.troubles):
            return False
        if not self.troubles.isdisjoint(s.whole.faults):
            return False
        # The same thing of the same area may be down, empty or slow on one morning; whose data it shows is another matter.
        return not self._of_the_same(s) or (told <= EXPOSED) != (self.troubles <= EXPOSED)

    def _of_the_same(self, s: Seen) -> bool:
        return s.ticket.product_area in self.areas and bool(share(_things(s), self.things))

    def _elsewhere(self, s: Seen) -> bool:
        area = s.ticket.product_area
        if not area or not self.areas or area in self.areas:
            return False
        return bool(self.things) and not share(_things(s), self.things)


def is_tied(signs: Mapping[str, float]) -> bool:
    """Whether one of `TIES` holds."""
    return any(signs.get(sign, 0.0) > 0 for sign in TIES)


def _troubles(s: Seen) -> frozenset[str]:
    return s.whole.told or s.whole.faults


def _things(s: Seen) -> frozenset[str]:
    return s.subject.things - PLATFORMS or s.whole.things - PLATFORMS
