"""What a fault costs is told by who bears it, the gravest of their sentences, and not by who makes light of it."""

import pytest

from escalation.reading.threads.entries import entries
from escalation.reading.threads.environment import environment
from escalation.reading.threads.felt import felt
from tests.judgement.worlds import ticket


def costs(told: str) -> list[str]:
    return [quote.quotation for quote in felt(entries(ticket("T-1", "acme", "Fault", description=told)))]


@pytest.mark.parametrize(
    "told",
    [
        "The scale is off by two. The inspector comes on Friday and we cannot prove these weights.",
        "The labels are wrong. We can't release the batch.",
        "温度不对。医院已经来问了。",
        "溫度不對。家長都在問。",
    ],
)
def test_what_they_cannot_do_or_are_asked_for_is_its_cost(told: str) -> None:
    assert len(costs(told)) == 1
    assert told.endswith(costs(told)[0])


@pytest.mark.parametrize(
    "told",
    [
        "Not critical for us, but a buyer complained.",
        "It isn't a problem, we are waiting for the next delivery anyway.",
        "We cannot find the button.",
        "We can't reproduce it here.",
        "投诉过一次，不过问题不大。",
    ],
)
def test_who_makes_light_of_it_is_no_witness(told: str) -> None:
    assert costs(told) == []


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ("On our Scania R500 (2021) the counter goes to 0.", "Scania R500 (2021)"),
        ("The clips of our LTE cameras come late.", "LTE"),
        ("PX-7 on 3.2 loses its clock.", "PX-7"),
        ("终端升级到6.4后掉线。", "6.4"),
        ("設備韌體 2.1 一直離線。", "韌體 2.1"),
    ],
)
def test_what_device_it_is_and_what_it_runs_is_environment(told: str, named: str) -> None:
    shows, _ = environment(list(entries(ticket("T-1", "acme", "Fault", description=told))))
    assert named in [words for words, _ in shows]


@pytest.mark.parametrize(
    "told", ["T-1003 is still open.", "Error KX-100 comes up.", "It was late (2024).", "wifi is fine here"]
)
def test_numbers_of_tickets_and_errors_are_none(told: str) -> None:
    assert environment(list(entries(ticket("T-1", "acme", "Fault", description=told))))[0] == []


@pytest.mark.parametrize(
    "told",
    [
        "Two rush jobs missed their slot yesterday.",
        "We had 3 missed deliveries this month.",
        "We paid a penalty of AUD 2,000 for it.",
        "因为这个赔了客户两万违约金。",
        "昨天錯過了兩班船。",
    ],
)
def test_what_was_missed_or_paid_is_its_cost(told: str) -> None:
    assert costs(f"The list is empty. {told}") == [told]


def test_a_patience_that_is_over_is_no_patient_and_what_they_bear_themselves_is_a_cost() -> None:
    wrong = "Three wrong bills this year, EUR 900 that we had to swallow."
    assert costs(f"We are tired of being patient. {wrong}") == [wrong]
    assert costs("I have been very patient.") == []
    assert costs("The patient was called twice.") == ["The patient was called twice."]
