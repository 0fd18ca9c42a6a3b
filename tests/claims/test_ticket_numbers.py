"""Helpdesks that number their tickets and nothing more: the number names the ticket, and counts nothing."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from escalation.claims import EvidenceBook, check_text
from escalation.evidence import Evidence
from escalation.records import Account

NOW = datetime(2026, 11, 20, 8, 15, tzinfo=UTC)


@pytest.fixture(scope="module")
def book() -> EvidenceBook:
    fields = {"source": "tickets", "fetched_at": NOW, "account_id": "acc-1"}
    said = [
        Evidence.model_validate({"id": "E1", "record_id": "20832", "quotation": "Messages stay queued", **fields}),
        Evidence.model_validate({"id": "E2", "record_id": "41", "quotation": "Labels come out blank", **fields}),
    ]
    return EvidenceBook.build(said, (Account(id="acc-1", name="Northwind"),))


@pytest.mark.parametrize(
    "text",
    [
        "20832 (Northwind): messages stay queued [E1]",
        "Northwind wrote in 20832.",
        "Northwind 在 20832 中反馈。",
        "ticket 20832",
    ],
)
def test_a_number_that_is_a_ticket_names_it(book: EvidenceBook, text: str) -> None:
    assert check_text(text, book) == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Northwind lost 20832 orders.", "20832"),
        ("20832 users cannot log in.", "20832"),
        ("Northwind wrote in 20833.", "20833"),
        ("Northwind has 41 waiting.", "41"),
    ],
)
def test_a_count_or_another_number_is_none(book: EvidenceBook, text: str, span: str) -> None:
    assert [each.span for each in check_text(text, book)] == [span]


@pytest.mark.parametrize(
    "text", ["Northwind asked in 30577 already [E3].", "Northwind 在 30577 中已问过 [E3]。", "See OPS-12 [E4]."]
)
def test_a_record_that_the_host_brought_in_is_named_as_its_own_system_names_it(text: str) -> None:
    brought = [
        Evidence(
            id=f"E{number}", source="host", record_id=record, quotation="Please call us", account_id="acc-1",
            fetched_at=NOW,
        )
        for number, record in ((3, "Zendesk:30577"), (4, "Jira:OPS-12"))
    ]  # fmt: skip
    known = EvidenceBook.build(brought, (Account(id="acc-1", name="Northwind"),))
    assert check_text(text, known) == []
    assert [each.span for each in check_text("Northwind asked in 30578.", known)] == ["30578"]
