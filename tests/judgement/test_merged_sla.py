"""What was merged into another ticket is answered there: only an answer that came late on it was late."""

from datetime import timedelta
from typing import Any

from escalation.judgement.contract import promised
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.records import Ticket
from escalation.weighing import Inputs, case_of, sift_for
from tests.judgement.worlds import NOW, context, ticket


def _late_ones(*merged: Ticket) -> list[str]:
    line = "Export is missing rows for Acme"
    first = ticket("T-1", "acme", "Export is missing rows", description="Export is missing rows", days=2)
    sifted = sift_for(understand(line), context(first, *merged, named=("acme",)), Policy(), NOW, Inputs())
    return [s.ticket_id for s in promised(case_of(sifted)) if s.breached]


def _merged(id_: str, **fields: Any) -> Ticket:
    due = {"first_response_due": NOW - timedelta(hours=20)}
    return ticket(id_, "acme", "FW: export again", description="Rows still missing", merged_into="T-1", status="closed",
                  sla=due, **fields)  # fmt: skip


def test_a_merged_ticket_that_nobody_answered_breaks_no_contract() -> None:
    assert _late_ones(_merged("T-2")) == []


def test_a_merged_ticket_that_was_answered_late_did() -> None:
    assert _late_ones(_merged("T-2", first_response_at=NOW - timedelta(hours=10))) == ["T-2"]
