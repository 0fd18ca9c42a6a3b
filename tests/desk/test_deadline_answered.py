"""A time that a person answers is the deadline, with their words as its source; what is not read as one is said to be none."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from escalation.assess import assess
from escalation.judgement.answers import Answers
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.weighing import Inputs
from tests.judgement.worlds import NOW, context, ticket
from tools.desk.desk import Desk, Prepared, Request
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

LINE = "Brightwater dispatch board stale, api 500 on tasks again"
ROWS = "The CSV export is missing rows"


@pytest.fixture
def desk(sample_store: Engine) -> Desk:
    return Desk(StoreWorkspace(sample_store), Register(open_store("sqlite://")), Policy())


def prepared(desk: Desk, line: str, **answers: str) -> Prepared:
    return desk.prepare(Request(line, answers=answers))


def due(found: Prepared) -> tuple[str, str]:
    told = found.assessment
    assert told.deadline is not None
    assert told.deadline_why is not None
    return told.deadline.astimezone(UTC).strftime("%Y-%m-%dT%H:%M"), told.deadline_why.signal


@pytest.mark.parametrize(
    ("question", "answer", "at"),
    [
        ("customer_expectation", "Owen wants it fixed before tonights run, 11pm their time", "2026-03-21T03:00"),
        ("deadline", "tonight 11pm their time", "2026-03-21T03:00"),
        ("deadline", "2026-03-21T03:00Z", "2026-03-21T03:00"),
        ("customer_expectation", "They need it by 2026-03-21 03:00 UTC", "2026-03-21T03:00"),
        ("deadline", "3月21日11:00（北京时间）", "2026-03-21T03:00"),
    ],
)
def test_the_answer_is_the_deadline_and_beats_a_contracts_day(desk: Desk, question: str, answer: str, at: str) -> None:
    assert due(prepared(desk, LINE)) == ("2026-03-22T08:48", "deadline_sla")
    found = prepared(desk, LINE, **{question: answer})
    assert due(found) == (at, "deadline_customer")
    assert not found.refused
    told = found.assessment
    assert told.communication.expectation == answer
    assert told.deadline_why is not None
    sources = {each.id: each for each in told.evidence}
    said, computed = (sources[id_] for id_ in told.deadline_why.evidence)
    assert (said.source, said.quotation) == ("reporter", answer)
    assert computed.inputs == (said.id,)
    assert question not in {asked.signal for asked in told.questions}


@pytest.mark.parametrize("answer", ["今天晚上8点之前必须恢复", "2026-03-20 20:00 之前恢复（北京时间）", "今晚20:00"])
def test_a_chinese_answer_is_read_in_the_customers_time(desk: Desk, answer: str) -> None:
    found = desk.prepare(Request("仪表盘又慢了", account="beichen-auto", answers={"deadline": answer}))
    assert due(found) == ("2026-03-20T12:00", "deadline_customer")
    assert not found.refused


def test_of_two_answers_the_earlier_counts(desk: Desk) -> None:
    found = prepared(desk, LINE, deadline="next Tuesday", customer_expectation="tomorrow 9 am")
    assert due(found) == ("2026-03-21T13:00", "deadline_customer")


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("before the audit", "it was not read as a time"),
        ("审计之前", "it was not read as a time"),
        ("11pm our time", "it is not known whose time that is"),
        ("2026-03-19 18:00", "that time has passed"),
    ],
)
def test_what_sets_no_deadline_is_said_with_the_form_that_does(desk: Desk, answer: str, why: str) -> None:
    found = prepared(desk, LINE, deadline=answer)
    assert due(found) == ("2026-03-22T08:48", "deadline_sla")
    [line] = found.refused
    assert answer in line
    assert why in line
    assert "2026-03-21 03:00 UTC" in line


def test_an_expectation_without_a_time_is_one_all_the_same(desk: Desk) -> None:
    found = prepared(desk, LINE, customer_expectation="a written explanation")
    assert found.assessment.communication.expectation == "a written explanation"
    assert not found.refused


def test_an_hour_of_nobody_known_is_no_instant(desk: Desk) -> None:
    [line] = prepared(desk, "qwertz asdf", deadline="tonight 8 pm").refused
    assert "whose time" in line


@pytest.mark.parametrize(("named", "at"), [(("acme",), "2026-03-27T12:00"), ((), "2026-03-22T12:00")])
def test_an_earlier_day_holds_unless_it_was_the_named_customers_own(named: tuple[str, ...], at: str) -> None:
    asked = ticket("T-1", "acme", ROWS, description=f"{ROWS}. We need it by 22 March, 12:00 UTC.")
    world = context(asked, ticket("T-2", "beta", ROWS, description=ROWS), named=named)
    answers = Inputs(Answers({"deadline": "They wait until 27 March, 12:00 UTC"}))
    found = assess(understand(ROWS), world, Policy(), NOW, answers)
    assert found.deadline == datetime.fromisoformat(at).replace(tzinfo=UTC)


def test_security_waits_for_no_later_day_than_its_own_rhythm() -> None:
    line = "Acme sees another customer's invoices in their exports"
    seen = ticket("T-1", "acme", line, description=line)
    dues: list[tuple[timedelta, str]] = []
    for answer in ("in 1 hour", "in 9 days"):
        answers = Inputs(Answers({"deadline": answer}))
        found = assess(understand(line), context(seen, named=("acme",)), Policy(), NOW, answers)
        assert found.deadline is not None
        assert found.deadline_why is not None
        dues.append((found.deadline - NOW, found.deadline_why.signal))
    assert dues[0] == (timedelta(hours=1), "deadline_customer")
    assert dues[1][0] <= timedelta(hours=4)
    assert dues[1][1] == "deadline_policy"


def test_it_holds_when_the_escalation_is_looked_at_again(desk: Desk) -> None:
    first = prepared(desk, LINE)
    again = desk.prepare(Request(LINE, answers={"deadline": "tonight 11 pm"}), escalation_id=first.escalation_id)
    assert again.escalation_id is not None
    assert desk.reassess(again.escalation_id).deadline == datetime(2026, 3, 21, 3, tzinfo=UTC)


def test_it_is_on_the_clock_of_the_customer_it_is_about_and_so_is_a_later_reports(desk: Desk) -> None:
    def deadlines() -> dict[str, str]:
        needed = desk.register.state(found.escalation_id or "").needed
        return {whose: f"{each.due:%m-%d %H:%M}" for whose, each in needed.items()}

    found = prepared(desk, LINE, customer_expectation="Owen wants a workaround for tonights run at 11pm his time")
    assert deadlines()["brightwater"] == "03-21 03:00"
    desk.prepare(
        Request(LINE, answers={"customer_expectation": "by 6am his time is enough"}), escalation_id=found.escalation_id
    )
    assert deadlines()["brightwater"] == "03-20 10:00"
    events = len(desk.register.events(found.escalation_id or ""))
    desk.reassess(found.escalation_id or "")
    assert len(desk.register.events(found.escalation_id or "")) == events
