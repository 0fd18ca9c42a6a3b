"""The day of a ticket that is named as ruled out may be told with it, and of nothing else."""

from datetime import UTC, datetime

import pytest

from escalation.assess import assess
from escalation.claims import EvidenceBook, book_of, check_text
from escalation.judgement.understand import understand
from escalation.policy import Policy
from tests.judgement.worlds import NOW, context, ticket


@pytest.fixture(scope="module")
def book() -> EvidenceBook:
    told = "Export is missing rows, it says ROWS_LOST_71."
    filed = datetime(2026, 1, 2, 9, tzinfo=UTC)
    other = "Export is missing rows, it says ROWS_LOST_68."
    old = ticket("TK-6", "globex", "Export is missing rows", description=other, created_at=filed)
    world = context(ticket("TK-1", "acme", "Export is missing rows", description=told), old, named=("acme",))
    found = assess(understand("Export is missing rows for Acme, ROWS_LOST_71"), world, Policy(), NOW)
    assert {look.record_id: look.at for look in found.lookalikes} == {"TK-6": filed}
    return book_of(found)


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        ("TK-6 from January looks alike, but it is another error.", False),
        ("TK-6 (2 January 2026) is not counted.", False),
        ("今年1月的 TK-6 看起来相似，但没有计入。", False),
        ("TK-6 from May looks alike.", True),
        ("TK-6 of 3 January 2026 is not counted.", True),
    ],
)
def test_a_ruled_out_ticket_keeps_its_own_day(book: EvidenceBook, text: str, *, stops: bool) -> None:
    assert bool([u for u in check_text(text, book) if u.reason.startswith("date")]) is stops
