"""The object that `brief --json` prints: design.md §8, field for field."""

from __future__ import annotations

from datetime import UTC, datetime

from pydantic import BaseModel

from escalation.assessment import Assessment, Cited
from escalation.evidence import Coverage
from escalation.terms import Criterion, Decision, Severity, Target
from prompts.sheet import relevant
from tools.desk.written import Written


class PublishedFacts(BaseModel):
    """Unknown is None; the instant is RFC 3339 in UTC; money is USD."""

    affected_customers: int | None
    affected_account_ids: tuple[str, ...]
    arr_at_risk_usd: float | int | None
    first_reported_at: str | None
    sla_breached: bool | None
    prior_escalation_count: int | None
    kb_workaround_exists: bool | None
    pattern_3plus_customers: bool | None


class Published(BaseModel):
    decision: Decision
    severity: Severity | None
    target: Target | None
    reasons: tuple[Criterion, ...]
    facts: PublishedFacts
    cited: Cited
    questions: tuple[str, ...]
    coverage: tuple[Coverage, ...]
    brief: str
    customer_update: str | None


def published(found: Assessment, written: Written) -> Published:
    facts = found.facts
    return Published(
        decision=found.decision,
        severity=found.severity,
        target=found.target,
        reasons=deciding_criteria(found),
        facts=PublishedFacts(
            affected_customers=facts.affected_customers,
            affected_account_ids=facts.affected_account_ids,
            arr_at_risk_usd=_whole(facts.arr_at_risk_usd),
            first_reported_at=_rfc3339(facts.first_reported_at),
            sla_breached=facts.sla_breached,
            prior_escalation_count=facts.prior_escalation_count,
            kb_workaround_exists=facts.kb_workaround_exists,
            pattern_3plus_customers=facts.pattern_3plus_customers,
        ),
        cited=found.cited.model_copy(
            update={"tickets": (*found.cited.tickets, *(each.ticket.id for each in found.related))}
        ),
        questions=written.questions,
        coverage=_coverage(found),
        brief=written.markdown,
        customer_update=written.customer_update,
    )


def deciding_criteria(found: Assessment) -> tuple[Criterion, ...]:
    """The criteria that carry the decision: those for escalating, those for support, or what is missing."""
    if found.decision == "need_info":
        return ("insufficient_info",)
    stance = "for" if found.decision == "escalate" else "against"
    criteria: dict[Criterion, None] = {}
    for reason in found.reasons:
        if reason.stance == stance and reason.weight >= 1 and reason.criterion != "insufficient_info":
            criteria.setdefault(reason.criterion)
    return tuple(criteria)


def _coverage(found: Assessment) -> tuple[Coverage, ...]:
    """With the counts that the brief's own line gives: "searched" and 0 would say that nothing was found."""
    used = relevant(found)
    return tuple(line.model_copy(update={"found": max(line.found, used[line.category])}) for line in found.coverage)


def _whole(amount: float | None) -> float | int | None:
    """240000 rather than 240000.0: whole dollars read as whole."""
    return int(amount) if amount is not None and amount == int(amount) else amount


def _rfc3339(instant: datetime | None) -> str | None:
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z") if instant else None
