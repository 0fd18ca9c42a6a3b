"""A wish for a call at a time is told as a wish, and its day binds nobody to mend anything by then."""

from datetime import timedelta

import pytest

from escalation.reading.threads.communication import communication
from tests.judgement.worlds import NOW, ticket


def told(text: str) -> tuple[str | None, bool]:
    """The wish that is read in a customer's report, and whether it has a day."""
    found = communication([ticket("T-1", "acme", "Labels print twice", description=text)], now=NOW - timedelta(days=30))
    return (found.expectation.quotation if found.expectation else None, found.deadline is not None)


@pytest.mark.parametrize(
    "wish",
    [
        "Can we have a call on Thursday at 10?",
        "We would like a short video call tomorrow.",
        "Is a meeting possible next week?",
        "Could you set up another call for Friday?",
        "下周三能不能开个会？",
        "希望明天下午电话沟通一下。",
        "明天方便通个电话吗？",
    ],
)
def test_a_wish_for_a_call_is_a_wish_without_a_limit(wish: str) -> None:
    assert told(f"Labels print twice. {wish}") == (wish, False)


@pytest.mark.parametrize(
    "wish",
    [
        "Please call me before Friday.",
        "We need a call with your manager by Thursday noon.",
        "Our director wants a meeting tomorrow.",
        "Please fix it by Friday, we have a meeting then.",
        "我们老板要求周五前开会说明。",
        "周五要开会，务必在周五前修好。",
    ],
)
def test_who_sets_a_limit_or_demands_it_is_held_to_it(wish: str) -> None:
    assert told(f"Labels print twice. {wish}") == (wish, True)


def test_the_limit_of_the_mend_stands_beside_a_call() -> None:
    assert told("Is a call possible next week? We need the fix by 25 June.") == ("We need the fix by 25 June.", True)
