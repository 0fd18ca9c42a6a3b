"""Sentences that a good writer writes of records brought in, versions, and customers by their short names."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from escalation.claims import EvidenceBook, check_text
from escalation.claims.support.cohorts import Case
from escalation.evidence import Evidence
from escalation.records import Account

NOW = datetime(2026, 11, 20, 8, 15, tzinfo=UTC)
ACCOUNTS = (
    Account(id="acc-1", name="Juniper Suites"),
    Account(id="acc-2", name="晴屿精品酒店"),
    Account.model_validate({"id": "acc-3", "name": "Marlow Collection", "domain": "marlow.example"}),
)


def _piece(number: int, source: str, record: str, words: str, at: datetime, account: str | None) -> Evidence:
    return Evidence.model_validate(
        {
            "id": f"E{number}", "source": source, "record_id": record, "quotation": words, "at": at,
            "account_id": account, "fetched_at": NOW,
        }
    )  # fmt: skip


PIECES = (
    ("tickets", "T-1", "The folio report is $6,120 short. July is fine.", (2026, 9, 29, 15), "acc-1"),
    ("tickets", "T-2", "报表比总账少了一万七千多。七月同样的报表没问题。", (2026, 10, 2, 6), "acc-2"),
    ("tracker", "OPS-7", "Since 31.4 the report joins on stayed nights only.", (2026, 10, 6, 0), None),
    ("tickets", "T-4", "key last used at 09:14. 5,300 reads since Oct 9.", (2026, 11, 20, 7), "acc-1"),
    ("host", "Zendesk:30577", "Please arrange a call", (2026, 11, 11, 14), "acc-3"),
    ("accounts", "acc-3", "Marlow Collection: escalation X-31, Desk outage", (2026, 5, 1, 0), "acc-3"),
    ("accounts", "acc-3", "Marlow Collection: escalation X-32, Charged twice", (2026, 7, 1, 0), "acc-3"),
    ("accounts", "acc-3", "Marlow Collection: escalation X-33, Late reply", (2026, 9, 1, 0), "acc-3"),
)


@pytest.fixture(scope="module")
def book() -> EvidenceBook:
    told = enumerate(PIECES, 1)
    pieces = [_piece(n, source, id_, said, datetime(*at, tzinfo=UTC), who) for n, (source, id_, said, at, who) in told]
    return EvidenceBook.build(pieces, ACCOUNTS)


@pytest.mark.parametrize(
    "text",
    [
        "31.4 起报表漏计了这些订单。",
        "Juniper 的报表少 6,120 美元 [E1]，晴屿少一万七千多 [E2]。",
        "Juniper 的报表少 6,120 美元，晴屿少一万七千多，两家的 7 月报表都正常 [E1][E2]。",
        "It was read 5,300 times in 42 days [E4].",
        "The request (30577) has been open for 9 days.",
        "Marlow's request 30577 came on 11 November.",
        "All three failures are on record as escalations: X-31, X-32 and X-33.",
    ],
)
def test_a_true_sentence_passes(book: EvidenceBook, text: str) -> None:
    assert check_text(text, book) == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("31.5 起报表漏计了这些订单。", "31.5"),
        ("晴屿的报表少 6,120 美元 [E1]。", "晴屿"),
        ("It was read 5,300 times in 25 days [E4].", "25 days"),
        ("The request (30578) has been open for 9 days.", "30578"),
        ("The request (30577) has been open for 14 days.", "14 days"),
        ("30577 requests failed.", "30577"),
        ("All four failures are on record as escalations: X-31, X-32 and X-33.", "four"),
        ("All three failures were fixed by X-31, X-32 and X-33.", "three"),
    ],
)
def test_a_false_one_of_the_same_make_is_stopped(book: EvidenceBook, text: str, span: str) -> None:
    assert span in [each.span for each in check_text(text, book)]


def test_what_is_far_off_is_not_offered_as_the_nearest(book: EvidenceBook) -> None:
    (found,) = check_text("They waited 400 days.", book)
    assert "nearest" not in found.values


def test_a_request_brought_in_is_open_since_it_was_written_and_a_ticket_since_it_was_opened(book: EvidenceBook) -> None:
    whole = replace(book, cases=(Case("acc-1", datetime(2026, 11, 20, 7, tzinfo=UTC), record="T-4"),))
    assert check_text("The request (30577) has been open for 9 days.", whole) == []
    assert [each.span for each in check_text("T-4 has been open for 9 days.", whole)] == ["9 days"]
