"""By when the receiving team must act: what the customer needs, what the contract says, or for security our own rhythm."""

from __future__ import annotations

from datetime import datetime, timedelta

from escalation.assessment import Communication, Finding
from escalation.judgement.case import Case
from escalation.judgement.override import Verdict
from escalation.matters import Incident


def deadline_of(
    case: Case, communication: Communication, verdict: Verdict, incident: Incident | None = None
) -> tuple[datetime | None, Finding | None]:
    """The next instant ahead; else the customer's wish that has passed.

    A contract's due time counts for faults; elsewhere the customer's wish comes first.
    """
    wish = communication.expectation_deadline
    given = incident is not None and incident.kind == "compliance" and wish is not None and wish > case.now
    if verdict.target == "security" and verdict.severity is not None and not given:
        hours = case.policy.cadence[verdict.severity].internal.elapsed_hours
        return case.now + timedelta(hours=hours), Finding(signal="deadline_policy", values={"hours": hours})
    wished = (
        [(wish, Finding(signal="deadline_customer", evidence=communication.evidence[-2:]))]
        if wish and wish > case.now
        else []
    )
    contract = [
        (s.resolution_due, Finding(signal="deadline_sla", values={"ticket": s.ticket_id}))
        for s in case.standings
        if s.resolution == "waiting" and s.resolution_due
    ]
    options = [*wished, *contract] if case.issue.kind in {"bug", "outage"} else wished or contract
    if options:
        return min(options, key=lambda o: o[0])
    return (wish, Finding(signal="deadline_passed", evidence=communication.evidence)) if wish else (None, None)
