"""A time by which a customer needs it is due until the escalation ends; the words for a night shift say whose contract it is."""

from __future__ import annotations

import pytest

from escalation.clocks.dues import dues
from escalation.following.handover import Shift, block
from escalation.register.state import fold
from escalation.terms import Language
from prompts.following import todo, why
from tests.clocks.logs import LONDON, MONDAY, Log, contract, later


def needed(log: Log, hours: float, account_id: str | None = "acme", said: float = 1) -> Log:
    return log.add("needed_by", later(said), due=later(hours).isoformat(), account_id=account_id, text="by tonight")


def test_it_is_due_for_its_customer_and_overdue_once_it_has_passed_until_the_end() -> None:
    log = needed(Log(), 6)
    due = log.one("deadline", now=later(7))
    assert due is not None
    assert (due.due_at, due.account_id, due.todo, due.overdue) == (later(6), "acme", "meet_deadline", True)
    assert log.one("deadline", now=later(5)).overdue is False  # type: ignore[union-attr]
    log.add("customer_told", later(5), text="On it.", account_id="acme").add("snoozed", later(5), until=later(40))
    assert log.when("deadline") == later(6), "neither a word to the customer nor a pause moves what they need"
    log.add("resolved", later(8), text="Fixed.")
    assert log.one("deadline") is None
    assert log.add("reopened", later(9)).when("deadline") == later(6)


def test_a_later_time_of_the_same_customer_takes_its_place_and_anothers_stands_beside_it() -> None:
    other = LONDON.model_copy(update={"id": "lotus"})
    log = needed(needed(Log(accounts=(LONDON, other)), 6), 30, said=2)
    needed(log, 12, "lotus")
    assert [(d.account_id, d.due_at) for d in log.dues() if d.clock == "deadline"] == [
        ("lotus", later(12)), ("acme", later(30)),
    ]  # fmt: skip


@pytest.mark.parametrize(("decision", "runs"), [("escalate", 1), ("need_info", 0), ("handle", 0)])
def test_no_team_is_asked_by_a_time_before_it_is_asked_at_all(decision: str, runs: int) -> None:
    log = needed(Log().add("assessed", later(1), decision=decision), 6)
    assert len([d for d in log.dues() if d.clock == "deadline"]) == runs


def test_it_is_reminded_of_once() -> None:
    log = needed(Log(), 6)
    assert "deadline" not in log.fire(later(5))
    assert "deadline" in log.fire(later(6.5))
    assert "deadline" not in log.fire(later(30))


def test_a_shift_hears_of_it_and_a_word_for_it_is_there_in_both_languages() -> None:
    log = needed(Log(), 6)
    state = fold(log.events)
    assert state is not None
    found = block(state, dues(log.events, log.ground, later(1)), log.events, Shift.of(later(1), 8))
    assert found is not None
    assert "deadline" in [due.clock for due in found.coming]
    (due,) = [due for due in found.coming if due.clock == "deadline"]
    for language, words, reason in (
        ("en", "Acme needs it by then: see that", "The customer needs it by then: “by tonight”."),
        ("zh", "Acme 要求在此之前完成", "客户要求在此之前完成：「by tonight」。"),
    ):
        tongue: Language = language  # type: ignore[assignment]
        assert words in todo(due, state, tongue, lambda _: "Acme")
        assert why(due, tongue) == reason


@pytest.mark.parametrize(
    ("clock", "severity", "by_contract"),
    [("24x7", "high", True), ("business", "high", False), ("24x7", "critical", False)],
)
def test_a_night_that_only_a_contract_asks_for_is_told_as_such(clock: str, severity: str, *, by_contract: bool) -> None:
    log = Log(severity, opened=MONDAY, accounts=(contract(clock),))  # type: ignore[arg-type]
    due = log.one("internal")
    assert due is not None
    assert ("a customer's contract runs around the clock" in why(due, "en")) is by_contract
    assert ("有客户的合同为 7×24 小时" in why(due, "zh")) is by_contract
