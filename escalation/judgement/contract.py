"""What the contract promised on these tickets, and whether it was kept: the last of the six dimensions of impact."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from escalation.assessment import Finding
from escalation.judgement.case import Case
from escalation.judgement.sla import BROKEN, SlaStanding, standings


def contractual(case: Case) -> Iterable[Finding]:
    late = tuple(s.ticket_id for s in promised(case) if s.breached)
    if late:
        # Tickets merged into others are named, and not counted as tickets of their own.
        merged = not {t.id for t in case.duplicates}.isdisjoint(late)
        values = {"count": None if merged else len(late), "tickets": late}
        yield Finding(signal="sla_late", values=dict(values), evidence=(sla_evidence(case),))
    running = [s for s in case.standings if s.resolution == "waiting" and s.resolution_due]
    if running and not late:
        soonest = min(running, key=lambda s: s.resolution_due or case.now)
        yield Finding(
            signal="sla_running",
            values={"ticket": soonest.ticket_id, "due": soonest.resolution_due},
            evidence=(sla_evidence(case),),
        )
    if case.tickets and not late and not running:
        kept = tuple(s.ticket_id for s in case.standings if "met" in (s.response, s.resolution))
        if kept:
            met = case.ledger.computed("sla", f"SLA kept so far on {', '.join(kept)}", kept)
            yield Finding(signal="sla_met", values={"tickets": kept}, evidence=(met,))
        else:
            yield Finding(signal="sla_none_on_record")


def promised(case: Case) -> tuple[SlaStanding, ...]:
    """The standings of the reports, duplicates too: an answer that was late on a ticket merged later was late."""
    merged = standings(case.duplicates, case.context.accounts, case.now, case.policy)
    return (*case.in_force, *(s for s in merged if s.breached))


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
