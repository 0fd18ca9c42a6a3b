"""A citation is held against what it cites: a value that only another record has is told, with where it stands."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from escalation.brief import BriefText
from escalation.claims import EvidenceBook, check_brief, check_text
from escalation.claims.scanning.marks import citations
from escalation.evidence import Evidence
from escalation.records import Account
from prompts.claim_words import claim_words

NOW = datetime(2026, 11, 20, 8, 15, tzinfo=UTC)


def said(id: str, record: str, quotation: str, **more: object) -> Evidence:
    fields = {"source": "tickets", "record_id": record, "quotation": quotation, "fetched_at": NOW} | more
    return Evidence.model_validate({"id": id, **fields})


@pytest.fixture(scope="module")
def book() -> EvidenceBook:
    evidence = (
        said("E1", "T-1", "Exports stop after 20 minutes with ERR_EXPORT_41", at=datetime(2026, 11, 18, 6, 0, tzinfo=UTC)),
        said("E2", "T-2", "48 users cannot print, since 14:20", at=datetime(2026, 11, 19, 9, 30, tzinfo=UTC)),
        said("E3", "BUG-7", "The worker runs out of disk", source="tracker"),
        said("E4", "acc-1", "Northwind: arr_usd = $240,000", source="accounts", about="arr_usd", account_id="acc-1"),
        said("E5", "acc-2", "Lotus: arr_usd = $60,000", source="accounts", about="arr_usd", account_id="acc-2"),
        said("E6", "computed", "ARR at risk = $300,000", source="computed", about="arr_at_risk_usd", inputs=("E4", "E5")),
        said("", "T-1", "We lost 1,204 rows"),
    )  # fmt: skip
    accounts = (Account(id="acc-1", name="Northwind", arr_usd=240000), Account(id="acc-2", name="Lotus", arr_usd=60000))
    return EvidenceBook.build(evidence, accounts)


@pytest.mark.parametrize(
    ("text", "span", "stands"),
    [
        ("48 users cannot print [E1].", "48", "[E2]"),
        ("48 users cannot print. [E1]", "48", "[E2]"),
        ("有 48 位用户无法打印 [E1]。", "48", "[E2]"),
        ("Exports stop [E3]; ERR_EXPORT_41 is shown [E2].", "ERR_EXPORT_41", "[E1]"),
        ("48 users cannot print, see the ticket [T-1].", "48", "[E2]"),
        ("According to T-1, 48 users cannot print.", "48", "[E2]"),
        ("据 T-1，48 位用户无法打印。", "48", "[E2]"),
        ("T-1 says that 48 users cannot print.", "48", "[E2]"),
        ("“The worker runs out of disk” [E2]", "“The worker runs out of disk”", "[E3]"),
        ("They lost 1,204 rows [E2].", "1,204", "[E1]"),
        ("Exports stop after 20 minutes [E2].", "20 minutes", "[E1]"),
        ("It broke at 14:20 [E3].", "14:20", "[E2]"),
    ],
)
def test_a_value_cited_to_another_record_is_told_with_where_it_stands(
    book: EvidenceBook, text: str, span: str, stands: str
) -> None:
    (found,) = check_text(text, book)
    assert (found.reason, found.span, found.values["stands"]) == ("citation_other", span, stands)
    assert stands in claim_words(found, "en")
    assert stands in claim_words(found, "zh")


@pytest.mark.parametrize(
    "text",
    [
        "48 users cannot print [E2].",
        "Exports stop after 20 minutes [E1], 48 users cannot print [E2].",
        "Exports stop after 20 minutes and 48 users cannot print [E1][E2].",
        "Exports stop after 20 minutes and 48 users cannot print [E1, E2].",
        "They lost 1,204 rows [E1].",
        "$300,000 of ARR is at risk [E6].",
        "$300,000 of ARR is at risk [E4][E5].",
        "Northwind pays $240,000 [E6].",
        "T-1 has been open for two days [E1].",
        "2 tickets [E3]",
        "According to T-2, 48 users cannot print, and T-1 says that exports stop after 20 minutes.",
        "48 users cannot print; for exports see T-1.",
    ],
)
def test_what_the_cited_records_bear_out_passes(book: EvidenceBook, text: str) -> None:
    assert check_text(text, book) == []


def test_a_brief_names_the_field(book: EvidenceBook) -> None:
    (found,) = check_brief(BriefText(summary="Printing fails", description="Printing fails. 48 users wait [E3]."), book)
    assert (found.field, found.span, found.evidence) == ("description", "48", ("E2",))


def test_what_the_record_holds_is_cited_by_its_event() -> None:
    found = [(claim.kind, claim.key) for claim in citations("told them so [R4], and again [E3][R12]")]
    assert sorted(found) == [("citation", "E3"), ("citation", "R12"), ("citation", "R4")]
