"""A customer's "all 5,000 of us" is their word: as a fact it is more than the records count."""

from datetime import UTC, datetime

import pytest

from escalation.claims import EvidenceBook, check_text
from escalation.evidence import Evidence

NOW = datetime(2026, 3, 20, 8, tzinfo=UTC)
COUNT = "customers affected = 5: A (a), B (b), C (c), D (d), E (e); reports: 5 tickets"
LOUD = "All 5000 of your customers have this, and 3 customers told me so."


def unsupported(text: str) -> list[str]:
    told = (("E1", "computed", "affected_customers", COUNT), ("E2", "tickets", "T-1", LOUD))
    pieces = [
        Evidence.model_validate({"id": i, "source": s, "record_id": r, "quotation": q, "fetched_at": NOW, "about": r})
        for i, s, r, q in told
    ]
    return [each.span for each in check_text(text, EvidenceBook.build(pieces, (), (), (), None))]


@pytest.mark.parametrize(
    "text", ["5,000 customers are affected [E1].", "In all, 5000 customers are affected.", "5,000 位客户受影响。"]
)
def test_more_than_the_records_count_is_no_fact(text: str) -> None:
    assert unsupported(text) in (["5,000"], ["5000"], ["5,000 位"])


@pytest.mark.parametrize(
    "text",
    [
        "5 customers are affected.",
        "The customer writes that all 5,000 customers have this [E2].",
        "受影响的客户有 5 位。",
    ],
)
def test_the_count_and_a_quoted_voice_may_be_told(text: str) -> None:
    assert unsupported(text) == []
