"""What was handed in for records where no support platform is connected."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from escalation.context import Context
from escalation.evidence import Coverage, Evidence
from escalation.judgement.hosted import accounts_of, not_records, tickets_of, with_handed_in
from escalation.judgement.understand import understand

NOW = datetime(2026, 3, 20, 8, 15, tzinfo=UTC)
AT = datetime(2026, 3, 19, 22, 10, tzinfo=UTC)
NOWHERE = Context(coverage=(Coverage(category="support_platform", state="not_connected"),))
SOMEWHERE = Context(coverage=(Coverage(category="support_platform", state="searched"),))


def piece(number: int, record: str, words: str, account: str | None = "Marlow Foods", **more: Any) -> Evidence:
    given: dict[str, Any] = {"at": AT, "source": "host", "fetched_at": NOW, **more}
    return Evidence(id=f"E{number}", record_id=record, quotation=words, account_id=account, **given)


@pytest.mark.parametrize(
    ("form", "arr", "plan", "renewal"),
    [
        ("ARR: 210000 USD; Plan: Enterprise; Renewal: 2026-06-30", 210_000, "Enterprise", date(2026, 6, 30)),
        ("ARR: $1.2M\nPlan: Pro", 1_200_000, "Pro", None),
        ("年费：21万美元；套餐：企业版；续约日期：2026-06-30", 210_000, "企业版", date(2026, 6, 30)),
        ("ARR: 210000 EUR; Plan: Enterprise", None, "Enterprise", None),
        ("ARR: 210000", None, None, None),
        ("ARR: $5,000; Renewal: 2026-02-30", 5_000, None, None),
        ("Our plan: to leave by June.", None, None, None),
    ],
)
def test_a_form_is_read_field_by_field_and_an_amount_without_its_currency_is_unknown(
    form: str, arr: float | None, plan: str | None, renewal: date | None
) -> None:
    [found] = accounts_of([piece(1, "Salesforce:1", form, at=None)]).values()
    assert (found.name, found.arr_usd, found.renewal_date) == ("Marlow Foods", arr, renewal)
    assert plan is None or found.plan == plan


def test_two_quotations_of_one_record_are_one_ticket_begun_by_the_first() -> None:
    late = datetime(2026, 3, 20, 6, tzinfo=UTC)
    [ticket] = tickets_of([piece(2, "Zendesk:7", "Still down.", at=late), piece(1, "Zendesk:7", "It is down.")])
    assert (ticket.id, ticket.created_at, ticket.description) == ("7", AT, "It is down.")
    assert [c.body for c in ticket.comments] == ["Still down."]


@pytest.mark.parametrize(
    "other",
    [
        {"at": None},
        {"account": None},
        {"source": "reporter"},
        {"words": "ARR: 210000 USD; Plan: Enterprise"},
    ],
)
def test_a_word_without_a_day_of_nobody_or_of_a_form_is_no_ticket(other: dict[str, Any]) -> None:
    words = other.pop("words", "It is down.")
    assert tickets_of([piece(1, "Zendesk:7", words, **other)]) == ()


def test_where_a_support_platform_was_searched_nothing_is_added() -> None:
    issue = understand("Marlow Foods cannot print")
    evidence = (piece(1, "Zendesk:7", "It is down."),)
    assert with_handed_in(issue, SOMEWHERE, evidence) == (issue, SOMEWHERE)
    assert not_records(evidence, SOMEWHERE) == evidence


def test_the_customer_that_the_line_names_is_the_one_named_and_a_note_still_speaks_for_itself() -> None:
    note = piece(3, "Slack:C1/p2", "release 8.14 went out", None)
    evidence = (piece(1, "Zendesk:7", "It is down."), piece(2, "Zendesk:8", "Here too.", "Oakridge Dairy"), note)
    issue, context = with_handed_in(understand("marlow foods cannot print"), NOWHERE, evidence)
    assert [a.name for a in context.named] == ["Marlow Foods"]
    assert set(issue.ticket_ids) == {"7", "8"}
    assert not_records(evidence, context) == (note,)
    unknown = replace(NOWHERE, unknown_name="Marlow Foods")
    assert with_handed_in(understand("they cannot print"), unknown, evidence)[1].unknown_name is None
