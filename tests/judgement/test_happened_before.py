"""A customer who likens it to an earlier month has the ticket of then named as an earlier time."""

from datetime import date, datetime

import pytest

from escalation.assess import assess
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.reading.times.likened import likened_to, names_month
from prompts.compose import compose
from tests.judgement.worlds import NOW, context, ticket

SAID = date(2026, 3, 19)
THEN = datetime.fromisoformat("2025-10-14T09:00:00+00:00")
SUBJECT = "Printed tickets show the wrong seat"


@pytest.mark.parametrize(
    ("sentence", "month"),
    [
        ("It is the same as in October.", (2025, 10)),
        ("We had this in January already.", (2026, 1)),
        ("Exactly like the one we reported in November 2024.", (2024, 11)),
        ("This looks like the October incident again.", (2025, 10)),
        ("The same thing as last month.", (2026, 2)),
        ("和十月那次一样。", (2025, 10)),
        ("跟去年11月的情况一模一样", (2025, 11)),
        ("1月也出现过。", (2026, 1)),
        ("和上个月一样。", (2026, 2)),
    ],
)
def test_the_month_it_is_likened_to_is_read(sentence: str, month: tuple[int, int]) -> None:
    assert likened_to(sentence, SAID) == month
    assert names_month(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "It is not the same as in October.",
        "Please send it again by October.",
        "We need the report for October.",
        "The contract was signed in October.",
        "和十月那次不一样。",
        "十月的报表打不开。",
        "请在十月前修好。",
    ],
)
def test_a_month_that_is_no_likeness_is_none(sentence: str) -> None:
    assert likened_to(sentence, SAID) is None


@pytest.mark.parametrize(
    ("said", "language", "words"),
    [
        ("It is the same as in October.", "en", "It happened before"),
        ("和十月那次一样。", "zh", "的旧问题，据称与这次一样"),
    ],
)
def test_the_ticket_of_then_is_named(said: str, language: str, words: str) -> None:
    now = ticket("T-9001", "acme", SUBJECT, description=f"Printed tickets show the wrong seat, ERR_SEAT_3. {said}")
    then = ticket("T-4001", "acme", SUBJECT, status="solved", created_at=THEN, linked_tracker=("ENG-7",))
    other = ticket("T-4002", "acme", "Invoice by mail", status="solved", created_at=THEN)
    line = "Acme: printed tickets show the wrong seat, data corrupted, production down"
    found = assess(understand(line), context(now, then, other, named=("acme",)), Policy(), NOW)
    assert [(look.record_id, look.why.signal) for look in found.lookalikes[:1]] == [("T-4001", "happened_before")]
    told = compose(found, "zh" if language == "zh" else "en").model_dump_json()
    assert words.lower() in told.lower()
