"""What a complaint about us as a whole rests on."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from escalation.matching.belonging import match_tickets
from tests.judgement.worlds import NOW, context, issue, ticket

LATE = {
    "sla": {"first_response_due": NOW - timedelta(days=2)},
    "first_response_at": NOW - timedelta(days=1),
    "status": "solved",
    "solved_at": NOW - timedelta(hours=9),
}


@pytest.mark.parametrize(
    ("fields", "rests"),
    [
        ({"type": "bug", **LATE}, True),
        ({"type": "question", **LATE}, False),
        ({"type": "request", **LATE}, False),
        ({"type": "question", "priority": "urgent", **LATE}, True),
        ({"type": "bug"}, True),
        ({"type": "bug", "status": "solved", "solved_at": NOW}, False),
    ],
)
def test_a_late_answer_to_an_everyday_question_is_no_burden(fields: dict[str, Any], *, rests: bool) -> None:
    complaint = issue("The CEO of Acme is unhappy with us", "relationship")
    world = context(ticket("1", "acme", "Colours of the calendar", days=3, **fields), named=("acme",))
    found = match_tickets(complaint, world, NOW)
    assert {s.ticket.id for s in found.belonging} == ({"1"} if rests else set())
