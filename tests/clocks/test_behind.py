"""What was overdue before anybody escalated it stays overdue: opening an escalation makes nobody's wait begin anew."""

from __future__ import annotations

import pytest

from escalation.clocks.behind import behind
from escalation.policy import Policy
from escalation.records import Comment, Ticket
from tests.clocks.logs import MONDAY, Log, contract, later


def _ticket(*replies: float, status: str = "open", words: str = "We are on it.", opened: float = -60) -> Ticket:
    """Acme's ticket with our replies at these hours from the escalation's opening."""
    said = tuple(
        Comment(id=f"c{n}", author="Ana", role="agent", at=later(hour), public=True, body=words)
        for n, hour in enumerate(replies)
    )
    first = later(min(replies)) if replies else None
    told = {"created_at": later(opened), "status": status, "comments": said, "first_response_at": first}
    return Ticket.model_validate({"id": "T-1", "account_id": "acme"} | told)


def _customer(*tickets: Ticket, severity: str = "high", update_h: float | None = 4) -> Log:
    account = contract("24x7", update_h=update_h)
    return Log(severity, accounts=(account,), tickets=tickets)  # type: ignore[arg-type]


def test_word_that_was_owed_before_the_record_began_is_overdue_on_it() -> None:
    log = _customer(_ticket(-50, -32))
    due = log.one("customer")
    assert due is not None
    assert (due.since, due.due_at) == (later(-32), later(-28))
    assert due.overdue_by == MONDAY - later(-28)
    assert log.fire(MONDAY) == ["customer"]
    assert log.fire(later(1)) == []
    assert log.add("customer_told", later(1), account_id="acme").when("customer") == later(5)


@pytest.mark.parametrize(
    "ticket",
    [_ticket(-2), _ticket(), _ticket(-32, status="pending"), _ticket(-32, status="solved")],
    ids=["in time", "never answered", "their turn", "over"],
)
def test_who_is_owed_no_word_yet_hears_in_the_rhythm_of_the_record(ticket: Ticket) -> None:
    assert _customer(ticket).when("customer") == later(4)


@pytest.mark.parametrize("words", ["We will write to you every 3 hours.", "我们每 3 小时向您通报一次。"])
def test_a_rhythm_that_we_promised_counts_without_a_contract(words: str) -> None:
    ticket = _ticket(-30, words=words)
    late = list(behind([ticket], {"acme": contract("24x7")}, Policy(), MONDAY))
    assert [(one.every, one.promised, one.last) for one in late] == [(3, True, later(-30))]


def test_of_a_wish_no_word_was_agreed_and_who_was_answered_and_closed_is_owed_none() -> None:
    log = _customer(_ticket(-200)).add("target_changed", later(0), target="product")
    due = log.one("customer")
    assert due is not None
    assert not due.overdue
    voted = _ticket(-200).model_copy(update={"solved_at": later(-199), "status": "solved"})
    assert _customer(voted).add("target_changed", later(0), target="product").one("customer") is None
    assert _customer(voted).one("customer") is not None


def test_a_promised_rhythm_is_behind_from_our_last_word_and_not_by_the_contract() -> None:
    first = _ticket(-30, -20).comments
    said = (first[0].model_copy(update={"body": "I write every 3 hours."}), first[1])
    ticket = _ticket(-30, -20).model_copy(update={"comments": said})
    accounts = {"acme": contract("24x7", update_h=8)}
    late = list(behind([ticket], accounts, Policy(), MONDAY))
    assert [(one.every, one.promised, one.last, one.due) for one in late] == [(3, True, later(-20), later(-17))]
