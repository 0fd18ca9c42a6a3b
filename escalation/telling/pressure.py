"""Whether the customers press, in their own words; only tickets of the matter that are still open speak."""

from __future__ import annotations

from escalation.judgement.case import Case
from escalation.matters import Sighting
from escalation.reading.threads.entries import entries
from escalation.reading.threads.mood import pressed, unhurried
from escalation.telling.narrative import cite, told_to_us

MOST = 2


def pressure_of(case: Case) -> tuple[Sighting, ...]:
    """Sentences that press; without any, those that say there is no hurry. Each customer speaks once."""
    told = [e for t in told_to_us(case) if not t.solved for e in entries(t) if e.at <= case.now]
    found = pressed(told) or unhurried(told)
    owners = {t.id: t.account_id or t.id for t in case.tickets}
    once = {owners.get(quote.record_id, quote.record_id): quote for quote in found}
    return tuple(
        Sighting(words=quote.quotation, ours=False, evidence=(cite(case, quote),))
        for quote in list(once.values())[:MOST]
    )
