"""Tickets of security: a plain fault does not count them, whatever days, customer and words they share with its reports."""

from __future__ import annotations

from collections.abc import Iterable

from escalation.assessment import Issue
from escalation.matching.alike import identity
from escalation.matching.beside import linked
from escalation.matching.scene import Scene
from escalation.matching.signs import Seen, is_wish, opening, sort_of
from escalation.reading.line.reading import OUTCOMES, outcomes_of
from escalation.reading.signals.polarity import assertions
from escalation.records import Ticket
from escalation.remembered import OfRecord
from escalation.text.folding import simplified

_SIGNALS = frozenset({"security_exposure", "unauthorised_access", "vulnerability"})
_FILED = frozenset({"security", "安全", "资安"})
_AT = OUTCOMES.index("security")

SURELY = 0.8
"""Chance from which a ticket reads as one of security without a set word."""

LIKELY = 0.2
"""The same from which a line may be about security itself, so that nothing is kept from it."""


@OfRecord
def is_of_security(ticket: Ticket) -> bool:
    """Whether a ticket is filed as one of security; of what asks for no feature, whether it states one in set words or, where it
    is no mere question, surely reads so."""
    sort = sort_of(ticket)
    filed = {simplified(each).strip().casefold() for each in (ticket.type or "", *ticket.tags)}
    if sort == "security" or not _FILED.isdisjoint(filed):
        return True
    if is_wish(ticket):
        return False
    told = opening(ticket)
    if any(each.signal in _SIGNALS and each.polarity == "affirmed" for each in assertions(told)):
        return True
    return sort != "question" and outcomes_of(told)[_AT] >= SURELY


def kept_apart(joined: Iterable[Seen], seeds: list[Seen], scene: Scene, issue: Issue) -> set[Seen]:
    """Those of `joined` that are of security while neither the line nor the report that leads is, and that nobody ruled in,
    linked to a report or wrote of with its very error."""
    lead = seeds[0]
    if issue.kind in {"security", "relationship"} or scene.line.outcomes[_AT] >= LIKELY or is_of_security(lead.ticket):
        return set()
    return {
        s
        for s in joined
        if is_of_security(s.ticket)
        and not (s.ticket.id in scene.held or s.ticket.id in issue.ticket_ids or linked(s, seeds))
        and not any(identity(s.whole, b.whole) for b in seeds if b is not s)
    }
