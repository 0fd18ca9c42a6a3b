"""When a fault shows, where nobody listed steps: whose trial it was, what customers saw, and never a plea or a promise."""

from __future__ import annotations

import pytest

from escalation.reading.threads.entries import entries
from escalation.reading.threads.felt import felt
from escalation.reading.threads.showing import Shown, showing
from escalation.records import Ticket


def ticket(id_: str, description: str, *told: tuple[str, str]) -> Ticket:
    comments = [
        {"id": str(n), "role": role, "at": f"2026-03-19T1{n}:00:00Z", "body": body}
        for n, (role, body) in enumerate(told)
    ]
    data = {"id": id_, "created_at": "2026-03-19T09:00:00Z", "description": description, "comments": comments}
    return Ticket.model_validate(data)


def read(*tickets: Ticket) -> tuple[tuple[Shown, ...], Shown | None]:
    return showing(e for t in tickets for e in entries(t))


def test_our_own_trial_comes_before_what_customers_saw_each_customer_once() -> None:
    first = ticket(
        "T-1",
        "Hello, we love the tool. Since the Sunday update the stock list stays empty after each import. Please call me.",
        ("internal", "Confirmed on a test tenant with any import over 500 lines."),
        ("agent", "We have reproduced it and it is with our engineers."),
    )
    second = ticket("T-2", "更新之后每次导入完库存列表都是空白的。麻烦尽快处理。")
    shown, symptom = read(first, second)
    assert [(each.words, each.ours) for each in shown] == [
        ("Confirmed on a test tenant with any import over 500 lines.", True),
        ("Since the Sunday update the stock list stays empty after each import.", False),
        ("更新之后每次导入完库存列表都是空白的。", False),
    ]
    assert symptom == shown[1]


@pytest.mark.parametrize(
    "text",
    [
        "Could you reproduce it on a test account?",
        "We reproduced it and passed it on.",
        "Please try it on your test tenant.",
    ],
)
def test_a_question_a_plea_and_a_handover_are_no_trial(text: str) -> None:
    assert read(ticket("T-1", "", ("agent", text))) == ((), None)


def test_that_it_could_not_be_reproduced_is_told_too() -> None:
    shown, _ = read(ticket("T-1", "", ("internal", "Could not reproduce on our two test scanners with 5.2.")))
    assert [each.words for each in shown] == ["Could not reproduce on our two test scanners with 5.2."]


def test_what_still_works_is_no_symptom() -> None:
    _, symptom = read(
        ticket("T-1", "GET /v1/ports never fails. Since Monday every booking we send comes back with an error.")
    )
    assert symptom is not None
    assert symptom.words == "Since Monday every booking we send comes back with an error."


@pytest.mark.parametrize(
    "text",
    ["Im Lager bleibt der Drucker nach dem dritten Etikett stehen.", "倉庫の端末は三枚目のラベルの後で止まります。"],
)
def test_in_other_languages_a_report_is_told_as_it_begins(text: str) -> None:
    shown, symptom = read(ticket("T-1", text))
    assert symptom is not None
    assert (symptom.words, len(shown)) == (text, 1)


def test_what_it_costs_is_the_customers_sentence_of_work_by_hand_or_harm() -> None:
    said = "The list is empty. Two clerks re-key 40 orders by hand every morning. A second click works by hand. Why?"
    held = felt(entries(ticket("T-1", said, ("agent", "We do it by hand here too."))))
    assert [quote.quotation for quote in held] == ["Two clerks re-key 40 orders by hand every morning."]
    assert felt(entries(ticket("T-2", "The list is empty."))) == ()


def test_the_symptom_is_the_sentence_that_names_it_best_whichever_report_comes_first() -> None:
    first = ticket(
        "T-1", "A report shows 80 rows, the download has fewer. We see this since early October, long before 4.32."
    )
    second = ticket("T-2", "Since Monday every download fails after exactly 2,000 rows.")
    _, symptom = read(first, second)
    assert symptom is not None
    assert symptom.words == "Since Monday every download fails after exactly 2,000 rows."
    assert "We see this" not in str(read(first))
