"""Bare numbers are read by the name of their field; instants by their zone; names by the clause they stand in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from escalation.claims import EvidenceBook, check_text
from escalation.evidence import Evidence
from escalation.records import Account, AccountSla, ResolutionHours

World = Callable[..., Callable[[str], list[tuple[str, str]]]]
Judge = Callable[[str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("about", "quotation", "true", "false"),
    [
        ("first_response_hours", "26.4", "26.4 hours", "26.4 days"),
        ("renewal_odds", "40", "40%", "60%"),
        ("arr_usd", "36000", "$36k", "¥36000"),
        ("affected_users", "1000", "1,000 users", "1,000 seats"),
        ("renewal_date", "2026-12-24", "renews on 24 December", "renews on 25 December"),
        ("text", "since 2026-11-18T06:00:00Z", "14:00+08:00", "14:00Z"),
        ("text", "since 2026-02-30T06:00:00Z", "06:00Z", "07:00Z"),
    ],
)
def test_a_bare_value_is_read_by_the_name_of_its_field(
    world: World, about: str, quotation: str, true: str, false: str
) -> None:
    found = world(quotation, about=about, source="computed")
    assert found(true) == []
    assert found(false)


def test_names_and_amounts_of_one_clause_go_together(found: Judge) -> None:
    assert found("Acme Corp $180,000 versus XYZ 科技 $240,000") == []
    swapped = [reason for _, reason in found("Acme Corp $240,000 versus XYZ 科技 $180,000")]
    assert swapped == ["name_of_other", "other_customers"] * 2
    assert found("$180,000 at Acme Corp, $240,000 at XYZ 科技") == []
    assert found("Acme Corp is Professional. Its ARR is $240,000.")


def test_another_customer_s_money_in_evidence_is_not_ours_to_claim() -> None:
    row = Evidence(
        id="E1", source="chat", record_id="C", quotation="Globex Inc pays $90,000; 6 users of Ours and Globex Inc",
        fetched_at=datetime(2026, 11, 20, tzinfo=UTC),
    )  # fmt: skip
    sla = AccountSla(first_response_h=3, resolution_h=ResolutionHours(urgent=7))
    book = EvidenceBook.build((row,), (Account(id="a1", name="Ours Ltd", sla=sla),), ["Globex Inc"])
    assert [each.reason for each in check_text("ARR at risk is $90,000", book)] == ["other_customers"]
    assert check_text("Globex Inc pays $90,000", book) == []
    assert check_text("within 7 hours", book) == []
