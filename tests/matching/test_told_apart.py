"""What chat says is another matter at one customer is not counted with the others."""

from dataclasses import replace
from datetime import timedelta

import pytest

from escalation.assess import assess
from escalation.context import Context
from escalation.policy import Policy
from escalation.records import Message, Ticket
from tests.judgement.worlds import NOW, account, context, issue, item, ticket

LINE = "Timetable comes out empty for the summer school"
OURS = ticket("1", "harrow", "Timetable comes out empty", description="The timetable of the summer school is empty.")
THEIRS = ticket("2", "linde", "Timetable empty", description="Timetables are empty since this morning.", days=0.5)


def world(text: str, *, tickets: tuple[Ticket, ...] = (OURS, THEIRS), named: tuple[str, ...] = ()) -> Context:
    found = context(*tickets, items=(item("BUG-3", linked=("1",)), item("BUG-9")), named=named)
    called = {
        "harrow": account("harrow", name="Harrow College", aliases=("Harrow",)),
        "linde": account("linde", name="Linde Akademie", aliases=("Linde",)),
    }
    message = Message(id="m1", channel="#support", author="Ann", at=NOW - timedelta(hours=3), text=text)
    return replace(found, accounts=called, messages=(message,), named=tuple(called[n] for n in named))


def counted(text: str, **how: tuple[str, ...]) -> set[str]:
    return {m.ticket.id for m in assess(issue(LINE), world(text, named=how.get("named", ())), Policy(), NOW).matched}


@pytest.mark.parametrize(
    "text",
    [
        "Linde timetables are empty only in Safari. Not the summer school thing.",
        "Linde Akademie: empty timetable, but that is a different problem.",
        "Linde 的课表也是空的，不是暑期班那个问题。",
        "Linde: empty timetable, nothing to do with BUG-3.",
    ],
)
def test_whose_matter_is_said_to_be_another_is_not_counted(text: str) -> None:
    assert counted(text) == {"1"}


@pytest.mark.parametrize(
    "text",
    [
        "Linde has an empty timetable too.",
        "Linde has an empty timetable too, maybe not the summer school thing.",
        "Linde: empty timetable, nothing to do with BUG-9.",
        "Linde says the invoice is late. Not the postal thing.",
        "Linde and Harrow both have empty timetables. Not the Safari thing.",
        "Linde: empty timetable. Not the nicest morning.",
    ],
)
def test_a_guess_another_item_another_topic_and_two_customers_part_nobody(text: str) -> None:
    assert counted(text) == {"1", "2"}


def test_the_customer_whom_the_line_names_stays() -> None:
    assert "2" in counted("Linde timetables are empty. Not the summer school thing.", named=("linde",))
