"""A reply knows what this customer was sent, and what they answered."""

from datetime import timedelta

import pytest

from escalation.assessment import Assessment
from escalation.audience import check, reader
from escalation.records import Comment
from escalation.terms import Language
from prompts.update import customer_update
from tests.prompts.parts import NOW
from tests.prompts.worlds import documented


def _sent(*answers: str) -> Assessment:
    found = documented()
    match = found.matched[0]
    assert found.solution is not None
    body = f"Please see {found.solution.id}."
    told = [Comment(id="c0", author="Sam", role="agent", at=NOW - timedelta(hours=20), public=True, body=body)]
    told += [
        Comment(id=f"c{n}", author="Kim", role="customer", at=NOW - timedelta(hours=9 - n), public=True, body=answer)
        for n, answer in enumerate(answers, 1)
    ]
    ticket = match.ticket.model_copy(update={"comments": tuple(told), "created_at": NOW - timedelta(hours=24)})
    return found.model_copy(update={"matched": (match.model_copy(update={"ticket": ticket}), *found.matched[1:])})


@pytest.mark.parametrize(
    ("language", "sent", "answered"),
    [("en", "We wrote to you on 2026-11-12 12:15", "You answered us on 2026-11-13 00:15"),
     ("zh", "我们在 2026-11-12 12:15", "您在 2026-11-13 00:15")],
)  # fmt: skip
def test_the_letter_says_what_was_sent_and_what_they_answered(language: Language, sent: str, answered: str) -> None:
    silent = customer_update(_sent(), language, "solution")
    assert sent in silent
    assert answered not in silent
    asked = customer_update(_sent("The red one is out. Is that it?"), language, "solution")
    assert "The red one is out. Is that it?" in asked
    assert answered in asked
    new = customer_update(documented(), language, "solution")
    for text in (silent, asked):
        assert not check(text, reader(_sent(), language), NOW)
        assert sent.split(" 20", maxsplit=1)[0] not in new


@pytest.mark.parametrize("language", ["en", "zh"])
def test_who_says_that_it_helps_is_not_given_the_steps_again(language: Language) -> None:
    new = customer_update(documented(), language, "solution")
    step = next(line for line in new.splitlines() if line.startswith("1. "))
    works = customer_update(_sent("That worked, thanks."), language, "solution")
    assert step not in works
    assert step in customer_update(_sent("It is blank on page two."), language, "solution")


def test_while_they_wait_for_something_else_what_they_answered_is_not_advised_again() -> None:
    step = next(x for x in customer_update(documented(), "en", "investigating").splitlines() if x.startswith("1. "))
    assert step in customer_update(_sent(), "en", "investigating")
    assert step not in customer_update(_sent("Did that, it is blank again."), "en", "investigating")
