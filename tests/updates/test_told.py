"""What support told a customer of how it stands, apart from what it asked and promised around that."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from escalation.records import Comment, Ticket
from escalation.updates.told import Told, told_before

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)


def ticket(*replies: str, role: str = "agent", public: bool = True, later: timedelta = timedelta(0)) -> Ticket:
    comments = [
        Comment(id=str(n), author="Kim", role=role, at=NOW - timedelta(hours=5 - n) + later, public=public, body=body)  # type: ignore[arg-type]
        for n, body in enumerate(replies)
    ]
    return Ticket(id="T-1", account_id="a", subject="x", created_at=NOW - timedelta(days=1), comments=tuple(comments))


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("The fault is on our side. I will write again by 10:00 UTC.", "The fault is on our side"),
        ("Mia, we are testing a fix now. Next message by 09:00 UTC.", "We are testing a fix now"),
        ("I can reproduce it on our side. Could you confirm the version?", "I can reproduce it on our side"),
        ("王主任，我们这边确认不是您的网络问题，最晚 17:00 再给您答复。", "我们这边确认不是您的网络问题"),
        ("明白，这是我们这边的故障，研发正在处理。", "这是我们这边的故障，研发正在处理"),
        ("Still working on it, some of your tills are back. No cause yet.", "Some of your tills are back"),
        (
            "Thank you. I have turned off the weekly list and told our security people? I write within the hour.",
            "I have turned off the weekly list",
        ),
    ],
)
def test_what_stands_is_kept_word_by_word(said: str, kept: str) -> None:
    found = told_before([ticket(said)], "zh" if kept[0] > "z" else "en", NOW)
    assert found is not None
    assert found.words == kept
    assert found.words.lower() in said.lower()


@pytest.mark.parametrize(
    "said",
    [
        "Thank you, I am looking now. Is it the same in a private window?",
        "Please confirm that the certificate is the one on our side.",
        "您好，请问 Entra ID 里是否开启了断言加密？",
        "我们会在今天 18:00 之前修复故障。",
        "On 2026-11-19 09:00 we wrote to you: “The fault is on our side”.",
    ],
)
def test_a_question_a_request_a_promise_and_an_echo_tell_nothing(said: str) -> None:
    assert told_before([ticket(said)], "en", NOW) is None
    assert told_before([ticket(said)], "zh", NOW) is None


def test_the_last_word_counts_and_only_what_the_customer_could_read() -> None:
    both = ticket("I can reproduce it on our side.", "The fault is on our side and engineering is on it.")
    last = Told(NOW - timedelta(hours=4), "The fault is on our side and engineering is on it")
    assert told_before([both], "en", NOW) == last
    for unread in (
        ticket("The fault is on our side.", public=False),
        ticket("The fault is on our side.", role="internal"),
        ticket("The fault is on our side.", role="customer"),
        ticket("The fault is on our side.", later=timedelta(days=1)),
    ):
        assert told_before([unread], "en", NOW) is None
    assert told_before([both], "zh", NOW) is None  # a letter in Chinese quotes no English at its reader


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("I can reproduce it and have raised it with the API team (ENG-2304).", "raised it with the API team"),
        ("这是我们这边的故障，研发正在处理（ENG-2304）。", "研发正在处理"),
    ],
)
def test_an_item_of_ours_that_slipped_out_is_not_said_again(said: str, kept: str) -> None:
    found = told_before([ticket(said)], "zh" if kept[0] > "z" else "en", NOW)
    assert found is not None
    assert found.words.endswith(kept)


def test_words_about_nothing_but_an_item_of_ours_are_not_said_again() -> None:
    assert told_before([ticket("Engineering is working on ENG-2304 with priority.")], "en", NOW) is None
