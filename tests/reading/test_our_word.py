"""A promise of ours that a customer holds against us sets no new time; what they need beside it does."""

from datetime import UTC, datetime, timedelta

import pytest

from escalation.reading.threads.communication import communication
from escalation.records import Comment, Ticket

THEN = datetime(2026, 3, 11, 7, tzinfo=UTC)


def limit(*said: str) -> datetime | None:
    wrote = [
        Comment(id=f"c{n}", author="Kim", role="customer", at=THEN + timedelta(minutes=n), public=True, body=body)
        for n, body in enumerate(said)
    ]
    report = Ticket(id="T-1", subject="Export", description="Scans are blank.", created_at=THEN - timedelta(days=1),
                    comments=tuple(wrote))  # fmt: skip
    return communication([report], now=THEN + timedelta(hours=1)).deadline


@pytest.mark.parametrize(
    "said",
    [
        "Still nothing, you promised word by 3 pm.",
        "You said you would call by 5 pm. Nobody did.",
        "We were promised an answer by Monday and heard nothing.",
        "As promised by 4 pm? No word from you.",
        "你们说下午三点前回复，到现在没有消息。",
        "您答應今天五點前給答覆，結果沒有。",
    ],
)
def test_our_broken_promise_is_no_time_of_theirs(said: str) -> None:
    assert limit(said) is None


@pytest.mark.parametrize(
    "said",
    [
        "You promised word by 3 pm, nothing came. We need it by 5 pm.",
        "You said 3 pm and we need it by 5 pm, still nothing.",
        "你们说三点前回复，没有消息。我们下午五点前必须要用。",
    ],
)
def test_their_own_time_beside_it_stands(said: str) -> None:
    assert limit(said) == THEN.replace(hour=17)


def test_a_promise_they_count_on_and_a_word_of_their_own_people_stay() -> None:
    assert limit("You said we must have it by 5 pm, please keep to that.") == THEN.replace(hour=17)
    assert limit("My boss said we need it by 5 pm. Nothing works.") == THEN.replace(hour=17)
