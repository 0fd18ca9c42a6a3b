"""Whole assessments: people, order, names, spans between events and quotients, as writers tell them."""

from __future__ import annotations

import pytest

from escalation.claims import EvidenceBook, check_text
from evals.inventions.company_books import company_books


@pytest.fixture(scope="module")
def books() -> dict[str, EvidenceBook]:
    return {name: book for name, book, _ in company_books()}


TRUE = (
    ("tw-05", "Chenyao wrote first, at ten past ten in the morning Beijing time; Lumirane was last, four days later."),
    ("tw-05", "Lumirane's ticket came in after Wang Tok's."),
    ("tw-05", "Wang Tok's CSM is Carmen Yip, Lumirane's is Imogen Tarrant."),
    ("tw-05", "On average the four pay a little under $31k."),
    ("tw-05", "Together the four hold 94 seats."),
    ("tw-05", "Wang Tok has ten seats more than Lumirane."),
    ("tw-05", "四家里三家有 SLA，Saltbox 没有。"),
    ("tw-05", "With $43,200 in ARR, Wang Tok is the largest of the four customers."),
    ("tw-05", "In the opinion of Hanna Lindqvist the bug was fixed in January."),
    ("tw-05", "宏拓貿易比 Lumirane 早三天多報障。"),
    ("tw-21", "The CFO, Robert Hensley, wrote to us; Rosa Delgado acknowledged it within the hour."),
    ("tw-21", "A deal of $46,000 would close sixteen days after the renewal."),
    ("tw-21", "The ticket came at half past eight in Denver."),
    ("tw-21", "$228,000 over nineteen clinics is $12,000 a clinic."),
    ("tw-21", "三次升级里，两次交给研发、一次交给管理层。"),
    ("tw-21", "T-20702 还剩六小时四十分。"),
    ("tw-21", "Of seven tickets, three missed an SLA; four were urgent."),
    ("tw-21", "14 June is a Sunday."),
    ("tw-21", "The deal is worth a fifth of the contract."),
    ("tw-21", "Two escalations lie within the last six months."),
)
INVENTED = (
    ("tw-05", "Lumirane's ticket came in before Wang Tok's.", "before", "order_other"),
    ("tw-05", "宏拓貿易比 Lumirane 晚三天報障。", "晚", "order_other"),
    ("tw-05", "The first to report was Saltbox.", "first to report was Saltbox", "order_other"),
    ("tw-05", "Wang Tok's CSM is Imogen Tarrant.", "Imogen Tarrant", "person_role"),
    ("tw-05", "With $43,200 in ARR, Chenyao is doing well.", "$43,200", "other_customers"),
    ("tw-05", "Chenyao is the largest of the four.", "Chenyao is the largest", "rank_other"),
    ("tw-05", "As Billmark does it, the next date is set by hand.", "Billmark", "name_unknown"),
    ("tw-05", "郭经理要求今天解决。", "郭经理", "name_unknown"),
    ("tw-05", "我方联系人是吴德明，已经回信。", "吴德明", "name_unknown"),
    ("tw-05", "The item is assigned to Hanna Lindqvist.", "Hanna Lindqvist", "person_deed"),
    ("tw-05", "Imogen Tarrant replied on the same day.", "Imogen Tarrant", "person_deed"),
    ("tw-05", "Tess Varga at Lumirane wants to cancel.", "Tess Varga", "person_of_other"),
    ("tw-21", "Tia Nguyen is the CFO who wrote to us.", "Tia Nguyen", "person_role"),
    ("tw-21", "Payments stopped at half past seven in Denver.", "half past seven", "time_unknown"),
    ("tw-21", "14 June is a Saturday.", "14 June is a Saturday", "weekday_unknown"),
    ("tw-21", "The renewal comes twenty days before the deal.", "twenty days", "duration_unknown"),
)


@pytest.mark.parametrize(("name", "text"), TRUE)
def test_what_the_records_bear_out_passes(books: dict[str, EvidenceBook], name: str, text: str) -> None:
    assert [(each.span, each.reason) for each in check_text(text, books[name])] == []


@pytest.mark.parametrize(("name", "text", "span", "reason"), INVENTED)
def test_what_they_do_not_is_found(
    books: dict[str, EvidenceBook], name: str, text: str, span: str, reason: str
) -> None:
    assert (span, reason) in [(each.span, each.reason) for each in check_text(text, books[name])]


def test_another_customer_s_value_names_whom_it_is_given_to(books: dict[str, EvidenceBook]) -> None:
    found = check_text("Lumirane pays $43,200 a year.", books["tw-05"])
    assert [(each.span, each.reason) for each in found] == [
        ("Lumirane", "name_of_other"),
        ("$43,200", "other_customers"),
    ]
