"""A desk whose judgement is given: what the tools do with an assessment, apart from how one comes about."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from escalation.assessment import Assessment, Cited, Finding, Issue, Question, Reason
from escalation.evidence import Coverage, Evidence
from tools.desk.desk import Prepared, Request
from tools.desk.office import Opened

AT = datetime(2026, 11, 20, 8, tzinfo=UTC)
QUESTIONS = (
    Question(signal="which_account", values={"candidates": ("A", "B")}, changes=("target",), options=("A", "B")),
    Question(signal="since_when", changes=("severity",)),
)


def assessment(**changed: Any) -> Assessment:
    base = Assessment(
        at=AT,
        issue=Issue(text="exports fail", language="en"),
        decision="escalate",
        severity="high",
        target="engineering",
        ask="fix",
        reasons=(
            Reason(signal="several_customers", values={"count": 4}, evidence=("E1",), criterion="impact", stance="for"),
        ),
        claims=(Finding(signal="claimed_customers_more_than_found", values={"claimed": 9, "found": 4}),),
        cited=Cited(tickets=("T-1",)),
        coverage=(Coverage(category="support_platform", state="searched", source="workspace"),),
        evidence=(Evidence(id="E1", source="tickets", record_id="T-1", quotation="502 on export", fetched_at=AT),),
    )
    return base.model_copy(update=changed)


class GivenDesk:
    """Asks `QUESTIONS` until they are answered; remembers what it was asked to prepare."""

    def __init__(self, rooms: Opened, **changed: Any) -> None:
        self.workspace, self.register, self.policy = rooms.workspace, rooms.register, rooms.policy
        self.changed = changed
        self.requests: list[tuple[Request, str | None]] = []

    def prepare(self, request: Request, *, escalation_id: str | None = None) -> Prepared:
        self.requests.append((request, escalation_id))
        left = tuple(question for question in QUESTIONS if question.signal not in request.answers)
        return Prepared(assessment(**{"questions": left, **self.changed}), escalation_id or "ESC-0001")

    def reassess(self, escalation_id: str) -> Assessment:
        base = assessment(**self.changed)
        return base.model_copy(update={"evidence": (*base.evidence, *self.register.state(escalation_id).evidence)})
