"""What the desk puts on an escalation's record beside the judgement itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from escalation.evidence import Evidence
from escalation.judgement.understand import readable
from escalation.reading.secrets.mask import mask
from tools.desk.joining import links_of
from tools.desk.request import as_data

if TYPE_CHECKING:
    from escalation.assessment import Assessment, Override
    from escalation.judgement.override import HeldBySecurity
    from escalation.register.state import EscalationState
    from tools.desk.adopting import Adopted
    from tools.desk.request import Request
    from tools.store.register import Together


def goes_on_record(found: Assessment) -> bool:
    """What support handles needs no escalation; but where no records are connected the line alone says so, and what the host's
    connectors found is handed in to one."""
    return found.decision != "handle" or all(line.state == "not_connected" for line in found.coverage)


def also_said(state: EscalationState, request: Request, before: Request, now: datetime) -> Iterable[Evidence]:
    """Words that the issue was not opened with are the reporter's too, and must not be lost."""
    said = mask(readable(request.issue)).strip()
    known = {before.issue.strip(), state.issue.strip(), *(e.quotation.strip() for e in state.evidence)}
    if said and said not in known:
        number = 1 + max((int(e.id[1:]) for e in state.evidence), default=0)
        yield Evidence(id=f"E{number}", source="reporter", record_id="reporter", quotation=said, fetched_at=now)


def record_found(record: Together, state: EscalationState, found: Assessment, who: str) -> None:
    """Evidence that is not on record yet."""
    known = {e.id for e in state.evidence}
    fresh = [e.model_dump(mode="json") for e in found.evidence if e.id not in known]
    if fresh:
        record.append("evidence_added", who=who, at=found.at, data={"evidence": fresh})


def record_overrides(record: Together, overrides: Iterable[Override], request: Request, at: datetime) -> None:
    """Choices that do not hold on record already."""
    now = record.state()
    for override in overrides:
        if now and override in now.overrides and getattr(now, override.field) == override.chosen:
            continue
        record.append(
            "overridden",
            who=request.reporter or "reporter",
            at=at,
            why=override.reason,
            data={"field": override.field, "recommended": override.recommended, "chosen": override.chosen},
        )


def record_held(record: Together, held: HeldBySecurity, state: EscalationState, found: Assessment, who: str) -> None:
    """What was chosen before it was known to be a security concern holds no more."""
    for name in held.locked:
        data = {"field": name, "recommended": getattr(state, name), "chosen": getattr(found, name)}
        record.append("overridden", who=who, at=found.at, why=held.message, data=data)


def adopt(record: Together, events: Iterable[Adopted], found: Assessment) -> None:
    for each in events:
        record.append(each.what, who=each.who, at=found.at, why=each.why, data=each.data)


def verdict(found: Assessment) -> dict[str, Any]:
    return {"decision": found.decision, "severity": found.severity, "target": found.target}


def assessed(found: Assessment, request: Request, state: EscalationState) -> dict[str, Any]:
    there = {item.item for item in found.readiness if item.present}
    supplied = [lack for lack in (*state.lacks, state.bounced_why) if lack in there]
    return {**links_of(found), "request": as_data(request), **verdict(found), "supplied": supplied}
