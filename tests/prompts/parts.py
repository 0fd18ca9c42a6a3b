"""The parts that assessments of tests are put together from: customers, tickets, findings, evidence."""

from __future__ import annotations

from datetime import UTC, date, datetime

from escalation.assessment import Finding, MatchedTicket, Reason, Value
from escalation.evidence import Coverage, Evidence
from escalation.records import Account, PastEscalation, Ticket
from escalation.terms import Criterion, Stance


def at(day: int, hour: int = 0, minute: int = 0, *, month: int = 11) -> datetime:
    """An instant of 2026, UTC."""
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


NOW = at(13, 8, 15)
COVERAGE = (
    Coverage(category="support_platform", state="searched", source="workspace", found=2),
    Coverage(category="crm", state="searched", source="workspace", found=2),
    Coverage(category="chat", state="failed", source="workspace"),
    Coverage(category="project_tracker", state="searched", source="workspace", found=1),
    Coverage(category="knowledge_base", state="not_connected"),
)
XYZ = Account(
    id="acc-xyz",
    name="XYZ 科技有限公司",
    plan="enterprise",
    arr_usd=240_000,
    timezone="Asia/Shanghai",
    language="zh",
    signup_date=date(2025, 11, 13),
    renewal_date=date(2026, 12, 1),
)
NORTH = Account(id="acc-north", name="Northwind Ltd", plan="professional", arr_usd=36_000, timezone="Europe/London")
GHI = Account(
    id="acc-ghi",
    name="GHI 科技",
    plan="enterprise",
    arr_usd=480_000,
    signup_date=date(2023, 11, 13),
    renewal_date=date(2027, 1, 13),
    timezone="Asia/Shanghai",
    escalation_history=(
        PastEscalation(id="esc-9", at=at(2, month=3), title="API outage", outcome="resolved in 4 hours"),
    ),
)


def evidence(id: str, record_id: str, quotation: str, **values: object) -> Evidence:
    """One piece of evidence, from a ticket unless told otherwise."""
    given = {"source": "tickets", "fetched_at": NOW, "id": id, "record_id": record_id, "quotation": quotation}
    return Evidence.model_validate(given | values)


def computed(id: str, about: str, quotation: str) -> Evidence:
    """A result of the program with its inputs."""
    return evidence(id, about, quotation, source="computed", about=about)


def ticket(id: str, account: Account | None, subject: str, description: str, created: datetime) -> MatchedTicket:
    """A matched, open ticket."""
    owner = account.id if account else None
    record = Ticket(id=id, account_id=owner, subject=subject, description=description, created_at=created)
    return MatchedTicket(ticket=record, score=1.0, ties=("error_string",))


def found(signal: str, *evidence: str, **values: Value) -> Finding:
    """A finding with its evidence ids."""
    return Finding(signal=signal, values=dict(values), evidence=evidence)


def because(
    criterion: Criterion, signal: str, *evidence: str, weight: float = 4, stance: Stance = "for", **values: Value
) -> Reason:
    """A reason, for escalating unless told otherwise."""
    return Reason(
        criterion=criterion, stance=stance, weight=weight, signal=signal, values=dict(values), evidence=evidence
    )
