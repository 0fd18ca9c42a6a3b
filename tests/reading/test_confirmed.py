"""What a customer writes back: that it helps, an answer to our question, or that they wait."""

import pytest

from escalation.reading.threads.confirmed import answers_us, confirmed_replies, confirms
from tests.judgement.worlds import NOW, ticket


@pytest.mark.parametrize(
    "text",
    [
        "Works now. You can close this.",
        "That did the trick, thanks!",
        "Understood. Not ideal, but fine for us.",
        "正是我们要的，谢谢。",
        "知道了，先这样用。",
        "現在可以了，謝謝",
    ],
)
def test_that_it_helps_is_a_confirmation(text: str) -> None:
    assert confirms(text)


@pytest.mark.parametrize(
    "text",
    [
        "It does not work now",
        "Works now, but only until midnight",
        "That helped for a day. But it came back",
        "Is it fixed now?",
        "Please close the gap in the report, it is still wrong",
        "还没解决",
        "已经好用了，但是昨天又出现了",
        "現在可以了嗎？",
        "Yes, at five.",
    ],
)
def test_what_is_taken_back_denied_or_asked_is_none(text: str) -> None:
    assert not confirms(text)


def comment(n: int, role: str, body: str, *, public: bool = True) -> dict[str, object]:
    return {"id": f"c{n}", "role": role, "at": NOW.replace(hour=n), "public": public, "body": body}


def test_the_reply_before_a_confirmation_is_what_helped() -> None:
    told = ticket(
        "T-1",
        "acme",
        "Timer",
        comments=(
            comment(1, "agent", "Was the lid closed?"),
            comment(2, "customer", "Yes, at five."),
            comment(3, "agent", "Set a limit per day."),
            comment(4, "internal", "Same again.", public=False),
            comment(5, "customer", "Works now."),
        ),
    )
    assert [c.body for c in confirmed_replies(told)] == ["Set a limit per day."]
    assert [at.hour for at in answers_us(told)] == [2]


def test_an_answer_that_asks_back_is_more_than_an_answer() -> None:
    told = ticket(
        "T-1",
        "acme",
        "Timer",
        comments=(comment(1, "agent", "您用的是哪个浏览器？"), comment(2, "customer", "Chrome。什么时候能好？")),
    )
    assert list(answers_us(told)) == []
