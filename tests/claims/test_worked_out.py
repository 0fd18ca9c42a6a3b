"""What a writer may work out from the evidence in one step, and what only looks worked out."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from escalation.claims import EvidenceBook, check_text
from escalation.claims.scanning.days import relative_days
from escalation.evidence import Evidence
from escalation.records import Account, AccountSla

NOW = datetime(2026, 3, 20, 8, 15, tzinfo=UTC)


def told(id_: str, quotation: str, account: str | None, at: datetime | None = None) -> Evidence:
    return Evidence(
        id=id_,
        source="tickets",
        record_id=f"T-{id_[1:]}",
        quotation=quotation,
        account_id=account,
        at=at,
        fetched_at=NOW,
    )


@pytest.fixture(scope="module")
def book() -> EvidenceBook:
    accounts = [
        Account(id="a", name="Corvid Health", plan="Enterprise", arr_usd=200000, timezone="Europe/Berlin",
                sla=AccountSla(first_response_h=4, update_h=6)),
        Account(id="b", name="Maison Verte", plan="Enterprise", arr_usd=100000),
        Account(id="c", name="Redmoor Ltd", plan="Professional"),
    ]  # fmt: skip
    evidence = [
        told("E1", "The file has 1,788 rows, the project 2,000 tasks. Broken since 07:40 UTC.", "a",
             datetime(2026, 3, 20, 8, 0, tzinfo=UTC)),
        told("E2", "It takes 50 minutes a week, with a selection 5 minutes. Odds: 80% then, 40% now.", "b",
             datetime(2026, 3, 18, 10, 0, tzinfo=UTC)),
        told("E3", "We answer on Friday. One call in eight fails, the peak is tomorrow. Two outages took 12 hours.", "c",
             datetime(2026, 3, 19, 9, 0, tzinfo=UTC)),
        told("E4", "I need it by 16:00 UTC.", "a", datetime(2026, 3, 20, 8, 5, tzinfo=UTC)),
    ]  # fmt: skip
    messages = [datetime(2026, 3, 19, 9, 0, tzinfo=UTC)]
    return EvidenceBook.build(evidence, accounts, zone="Europe/Berlin", messages=messages)


@pytest.mark.parametrize(
    "text",
    [
        "Corvid Health is short by 212 rows.",
        "Bulk selection would save Maison Verte 45 minutes.",
        "Odds fell by 40 percentage points.",
        "Odds fell from 80% to 40%, 40% down.",
        "Corvid Health is about 67 % of the ARR.",
        "Corvid Health and Maison Verte together pay $300,000.",
        "Both pay $200,000 + $100,000 = $300,000.",
        "Corvid Health reported 20 minutes after it broke.",
        "Corvid Health needs it by 16:00 UTC, under eight hours from now.",
        "It broke at 07:40 UTC, 35 minutes ago.",
        "The first report is 46 hours old.",
        "Corvid Health and the other two customers wait.",
        "Corvid Health, Maison Verte and 1 more customer.",
        "The other two customers wait.",
        "The first two, Corvid Health and Maison Verte, are known.",
        "Two customers have a known ARR.",
        "Two are on Enterprise, one is on Professional.",
        "其中 2 家是 Enterprise。",
        "One call in eight fails at Redmoor Ltd; the peak is on 20 March.",
        "Three tickets (T-1, T-2, T-3) say so.",
        "Their state is \"pending\", the priority 「高」.",
        "12 hours in two outages, 6 hours on average.",
        "Three steps are done (access frozen, password changed, log read).",
        "The customer compares two competitors, Xenon and Yttrium.",
        "Maison Verte waits 50 minutes, not 5.",
        "The contract gives Corvid Health an answer in 4 hours.",
    ],
)  # fmt: skip
def test_one_step_from_the_evidence_is_no_invention(book: EvidenceBook, text: str) -> None:
    assert [(each.span, each.reason) for each in check_text(text, book)] == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Corvid Health is short by 213 rows.", "213"),
        ("Bulk selection would save Maison Verte 55 minutes.", "55 minutes"),
        ("Corvid Health is 77 % of the ARR.", "77 %"),
        ("Corvid Health and Maison Verte together pay $310,000.", "$310,000"),
        ("Corvid Health reported 45 minutes after it broke.", "45 minutes"),
        ("The first report is 23 hours old.", "23 hours"),
        ("They have been waiting for 23 hours.", "23 hours"),
        ("Corvid Health, Maison Verte and 2 more customers.", "2"),
        ("One call in five fails.", "five"),
        ("Three tickets (T-1, T-2) say so.", "Three"),
        ("Redmoor wrote \"pending since forever\".", '"pending since forever"'),
        ("It comes to 4+5+7, in all 12 hours.", "7"),
        ("It comes to 4+6+2, in all 12 hours.", "6"),
        ("The contract gives Corvid Health an answer in 6 hours.", "6 hours"),
        ("The contract says every 22 hours.", "22 hours"),
        ("Two outages took 12 hours, 7 hours on average.", "7 hours"),
    ],
)  # fmt: skip
def test_what_only_looks_worked_out_is_stopped(book: EvidenceBook, text: str, span: str) -> None:
    assert span in [each.span for each in check_text(text, book)]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("by tomorrow", 20), ("yesterday", 18), ("后天", 21), ("前天", 17), ("on Friday", 20), ("on Wednesday", 25),
        ("next Monday", 23), ("last Monday", 9), ("下周三", 25), ("本周二", 17), ("上周五", 13), ("周四", 19),
    ],
)  # fmt: skip
def test_a_relative_day_is_counted_from_the_day_it_was_said(words: str, day: int) -> None:
    found = list(relative_days(words, datetime(2026, 3, 19, 9, 0, tzinfo=UTC)))
    assert [(each.year, each.month, each.day) for each in found] == [(2026, 3, day)]
