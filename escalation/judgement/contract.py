"""What the contract promised on these tickets, and whether it was kept: the last of the six dimensions of impact."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from escalation.assessment import Finding, Value
from escalation.judgement.case import Case
from escalation.judgement.sla import BROKEN, SlaStanding, standings
from escalation.records import FAULT_TYPES

TROUBLE = FAULT_TYPES | {"complaint"}
"""Types of ticket on which something is out of order."""


def contractual(case: Case) -> Iterable[Finding]:
    late = tuple(s.ticket_id for s in promised(case) if s.breached)
    if late:
        # Tickets merged into others are named, and not counted as tickets of their own.
        merged = not {t.id for t in case.duplicates}.isdisjoint(late)
        values = {"count": None if merged else len(late), "tickets": late}
        yield Finding(signal="sla_late", values=dict(values), evidence=(sla_evidence(case),))
    waiting = [(s.resolution_due, s) for s in case.standings if s.resolution == "waiting" and s.resolution_due]
    waiting = waiting or [(s.response_due, s) for s in case.standings if s.response == "waiting" and s.response_due]
    if waiting and not late:
        due, soonest = min(waiting, key=lambda one: one[0])
        runs: dict[str, Value] = {"ticket": soonest.ticket_id, "due": due}
        yield Finding(signal="sla_running", values=runs, evidence=(sla_evidence(case),))
    if case.tickets and not late and not waiting:
        yield _kept(case)


def _kept(case: Case) -> Finding:
    """Nothing is late and no clock runs: that what was due came in time is on record all the same."""
    if any(s.resolution == "met" for s in case.in_force):
        kept = tuple(s.ticket_id for s in case.in_force if "met" in (s.response, s.resolution))
        met = case.ledger.computed("sla", f"SLA kept so far on {', '.join(kept)}", kept)
        return Finding(signal="sla_met", values={"tickets": kept}, evidence=(met,))
    answered = [s for s in case.in_force if s.response == "met"]
    if not answered:
        return Finding(signal="sla_none_on_record")
    parts = [f"{s.ticket_id} first response due {said(s.response_due)}: met" for s in answered if s.response_due]
    missed = f"SLA missed on 0 of {len(case.in_force)} tickets"
    evidence = case.ledger.computed("sla", "; ".join([missed, *parts]), tuple(s.ticket_id for s in answered))
    return Finding(signal="sla_answered", evidence=(evidence,))


def promised(case: Case) -> tuple[SlaStanding, ...]:
    """The standings of the reports, duplicates too: an answer that was late on a ticket merged later was late. What was still
    due when it was merged is answered where it went.

    A complaint about us as a whole rests on troubles, not on a question that was settled long ago.
    """
    merged = standings(case.duplicates, case.context.accounts, case.now, case.policy)
    told = {t.id for t in case.tickets if not t.solved or t in case.reports or (t.type or "").lower() in TROUBLE}
    of_it = case.issue.kind != "relationship"
    return (
        *(s for s in case.in_force if of_it or s.ticket_id in told),
        *(s for s in merged if "late" in (s.response, s.resolution)),
    )


def sla_evidence(case: Case) -> str:
    """What is still to come stands first, the soonest at its head: a long list is cut where it is shown."""
    told = promised(case)
    times = [
        (state in BROKEN, due, f"{s.ticket_id} {name} due {said(due)}: {state}")
        for s in told
        for name, state, due in (
            ("first response", s.response, s.response_due),
            ("resolution", s.resolution, s.resolution_due),
        )
        if due is not None and (state in BROKEN or state == "waiting")
    ]
    parts = [part for *_, part in sorted(times)]
    late = [s.ticket_id for s in told if s.breached]
    missed = f"SLA missed on {len(late)} of {len(told)} tickets" + (f" ({', '.join(late)})" if late else "")
    return case.ledger.computed("sla", "; ".join([missed, *parts]), tuple(s.ticket_id for s in told))


def said(instant: datetime) -> str:
    """ "2026-03-20 08:15 UTC": to the minute, as a reader checks it."""
    return instant.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")
