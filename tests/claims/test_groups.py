"""Groups of customers and what they come to, parts and multiples, and lengths of time whose moments the words name."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.claims import EvidenceBook, check_text
from escalation.claims.found import Amount
from escalation.claims.scanning.scan import scan
from escalation.claims.support.cohorts import Case, users_of
from escalation.evidence import Evidence
from escalation.records import Account

NOW = datetime(2026, 3, 20, 8, 0, tzinfo=UTC)
START = NOW - timedelta(hours=20)


def account(id_: str, name: str, plan: str, arr: int | None, region: str, renews: date) -> Account:
    return Account(id=id_, name=name, plan=plan, arr_usd=arr, region=region, seats=100, renewal_date=renews)


ACCOUNTS = (
    account("a1", "Corvid Health", "Enterprise", 210000, "US", date(2026, 5, 4)),
    account("a2", "Stonebridge Mutual", "Enterprise", 150000, "US", date(2027, 1, 16)),
    account("a3", "Oderland Versicherung", "Professional", 90000, "EU", date(2026, 10, 2)),
    account("a4", "海沃生物", "Enterprise", None, "CN", date(2027, 3, 25)),
)
CASES = (
    Case("a1", START, START + timedelta(minutes=19), START + timedelta(hours=4), None, START + timedelta(hours=8), 60),
    Case("a2", START + timedelta(minutes=18), START + timedelta(minutes=40), START + timedelta(hours=5), users=38),
    Case("a3", START + timedelta(hours=2), START + timedelta(hours=7), START + timedelta(hours=6), users=22),
    Case("a4", START + timedelta(hours=11), START + timedelta(hours=12), users=80),
)


@pytest.fixture(scope="module")
def world() -> EvidenceBook:
    evidence = [
        Evidence.model_validate(
            {"id": f"E{index}", "source": "tickets", "record_id": f"T-{index}", "quotation": f"Login fails: {case.users} users",
             "account_id": case.account, "at": case.created, "fetched_at": NOW}
        )
        for index, case in enumerate(CASES, 1)
    ]  # fmt: skip
    book = EvidenceBook.build(evidence, ACCOUNTS)
    book.cases = CASES
    return book


@pytest.mark.parametrize(
    "text",
    [
        "Two of the four customers are in the US.",
        "美国客户两家，欧洲一家。",
        "Three customers are on Enterprise, one on Professional.",
        "The two US customers together pay $360,000.",
        "The two largest accounts, Corvid and Stonebridge, make up $360k.",
        "四家中有两家今年续约。",
        "Corvid alone is about 47 % of the $450,000.",
        "Corvid and Stonebridge name 98 users in all.",
        "Corvid's 60 users are three in ten of the 200.",
        "Stonebridge reported 18 minutes after Corvid.",
        "Oderland waited five hours for its first answer.",
        "Corvid's resolution target passed 12 hours ago.",
        "Corvid renews in Q2.",
    ],
)
def test_what_follows_from_the_records_may_be_said(text: str, world: EvidenceBook) -> None:
    assert [(each.span, each.reason) for each in check_text(text, world)] == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Three of the four are US customers.", "Three"),
        ("美国客户三家。", "三"),
        ("The two US customers together pay $300,000.", "$300,000"),
        ("四家中有三家今年续约。", "三"),
        ("Corvid alone is about 66 % of the $450,000.", "66 %"),
        ("Stonebridge reported two hours after Corvid.", "two hours"),
        ("Oderland waited nine hours for its first answer.", "nine hours"),
        ("Corvid's resolution target passed 18 hours ago.", "18 hours"),
        ("Corvid renews in Q3.", "Q3"),
        ("Two thirds of the $450,000 are Corvid's.", "Two thirds of"),
    ],
)
def test_a_neighbour_of_the_true_value_may_not(text: str, span: str, world: EvidenceBook) -> None:
    assert span in [each.span for each in check_text(text, world)]


@given(st.sets(st.sampled_from(["a1", "a2", "a3", "a4"])), st.sets(st.sampled_from(["a1", "a2", "a3", "a4"])))
def test_sums_of_groups_that_share_no_customer_add_up(first: set[str], second: set[str]) -> None:
    book = EvidenceBook.build([], ACCOUNTS)
    one, other = frozenset(first), frozenset(second - first)
    assert book.arr(one) + book.arr(other) == book.arr(one | other)
    assert sum(users_of(one, CASES)) + sum(users_of(other, CASES)) == sum(users_of(one | other, CASES))


@given(st.integers(min_value=2, max_value=99999))
def test_a_number_behind_a_full_width_comma_is_read(number: int) -> None:
    claims = scan(f"导出也少，{number} 行")
    assert [claim.amount for claim in claims if claim.kind == "figure"] == [Amount(Fraction(number))]
