"""A bill that a customer does not accept: no emergency, nothing to build, none of their other reports, and a decision on it."""

import pytest

from escalation.assess import assess
from escalation.context import Context
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.reading.money_back import disputes_a_bill, money_wanted
from tests.judgement.worlds import NOW, context, ticket

EMPTY = ticket("K-1", "acme", "The weekly statement stays empty", priority="high", status="open")
MAILS = ticket("K-2", "zeta", "Alarm mails come twice", status="open")
BILL = ticket(
    "K-3",
    "acme",
    "Invoice 31 has too many barges on it",
    description="We do not accept invoice 31: it bills 14 barges and we run 9. Please send a credit note for the difference.",
    product_area="billing",
    status="open",
)


def world(*more: str) -> Context:
    return context(EMPTY, MAILS, *([BILL] if "bill" in more else []), named=("acme",))


@pytest.mark.parametrize(
    "line",
    [
        "Acme disputes a 14,000 USD invoice for barges they never ran",
        "Acme refuses to pay the invoice of $18,500, claims we counted wrongly, wants a credit note",
        "Acme contests the overage charges of several thousand USD",
        "Acme 对 8 万元账单有异议，要求开红字发票",
        "Acme 拒付 12 萬元超量費，要求更正發票",
    ],
)
def test_it_is_no_emergency_and_none_of_their_other_reports(line: str) -> None:
    found = assess(understand(line), world(), Policy(), NOW)
    assert (found.severity or "medium") in {"high", "medium"}
    assert found.target in {None, "leadership"}
    assert found.matched == ()
    shown = assess(understand(line), world("bill"), Policy(), NOW)
    assert {m.ticket.id for m in shown.matched} <= {"K-3"}
    assert (shown.severity or "medium") in {"high", "medium"}


def test_how_much_was_charged_is_not_told_as_how_many_it_hits() -> None:
    found = assess(
        understand("Acme disputing invoice, charged for 14 lanes instead of 9"), world("bill"), Policy(), NOW
    )
    assert not [r for r in found.reasons if r.criterion == "impact" and r.stance == "for"]


@pytest.mark.parametrize(
    "line", ["Nobody Ltd disputes an invoice of 5,000 USD", "Nobody Ltd 对发票金额有异议，拒绝付款"]
)
def test_the_bill_of_a_customer_nobody_knows_is_on_no_one_elses_ticket(line: str) -> None:
    assert assess(understand(line), context(BILL), Policy(), NOW).matched == ()


def test_leaders_are_asked_about_the_bill_and_told_what_the_customer_wants() -> None:
    found = assess(
        understand("Acme disputes an invoice of 9,600 USD, wants a credit note"), world("bill"), Policy(), NOW
    )
    assert "bill" in {w.kind for w in found.wanted}
    assert "grant" not in {w.kind for w in found.wanted}
    assert found.communication.expectation == "Please send a credit note for the difference."
    alone = assess(understand("Acme disputes an invoice of 9,600 USD, wants a credit note"), world(), Policy(), NOW)
    assert alone.communication.expectation == "wants a credit note"


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("they dispute the charge and ask for a refund", "ask for a refund"),
        ("对账单有异议，要求重开发票", "要求重开发票"),
        ("they contest the invoice", None),
        ("The export is empty, they want it corrected", None),
    ],
)
def test_what_is_wanted_is_told_as_typed(line: str, wanted: str | None) -> None:
    assert money_wanted(line) == wanted


@pytest.mark.parametrize(
    "line",
    [
        "the button to dispute a charge is missing",
        "their guest disputes a card charge, got a chargeback",
        "photo contest charges twice as much memory",
        "发票页面报错，金额显示不出来",
    ],
)
def test_a_product_that_handles_bills_of_its_own_is_no_dispute(line: str) -> None:
    assert not disputes_a_bill(line)


def test_a_bill_that_is_not_paid_for_what_went_wrong_is_of_that_as_well() -> None:
    line = "Acme won't pay the invoice because the weekly statement stays empty"
    assert "K-1" in {m.ticket.id for m in assess(understand(line), world(), Policy(), NOW).matched}
