"""Who had the advice already is not given it as if it were new; what only sounds like it is none."""

from datetime import UTC, datetime, timedelta

import pytest

from escalation.records import Article, Comment, Ticket
from escalation.updates.advised import advised, says_it_works

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
LIFT = Article(
    id="KB-7",
    title="Lift stays on the ground floor after a power cut",
    body="Turn the key switch in the machine room to service for ten seconds, then back. The controller learns the floors again.",
    url="https://help.example/lift",
)


def thread(*said: tuple[str, str], linked: tuple[str, ...] = ()) -> Ticket:
    comments = [
        Comment.model_validate({"id": f"c{n}", "author": role, "role": role, "at": NOW - timedelta(hours=9 - n), "public": True,
                                "body": body})
        for n, (role, body) in enumerate(said)
    ]  # fmt: skip
    return Ticket(id="T-1", subject="Lift", description="Lift stays down.", created_at=NOW - timedelta(days=1),
                  comments=tuple(comments), linked_kb=linked)  # fmt: skip


@pytest.mark.parametrize(
    "reply",
    [
        "Please see KB-7.",
        "It is all on https://help.example/lift",
        "Could you turn the key switch in the machine room to service and back?",
    ],
)
def test_a_reply_that_names_the_article_or_says_what_it_says_gave_the_advice(reply: str) -> None:
    found = advised(thread(("agent", reply)), LIFT, (), NOW)
    assert found is not None
    assert (found.at, found.answer, found.words, found.works) == (NOW - timedelta(hours=9), None, None, False)


def test_its_twin_in_another_language_is_the_same_where_the_ticket_links_it() -> None:
    twin = Article(id="KB-8", title="断电后电梯停在一楼", body="将机房钥匙开关拨到检修十秒再拨回。")
    reply = ("agent", "请按 KB-8 操作。")
    assert advised(thread(reply, linked=("KB-8",)), LIFT, (twin,), NOW) is not None
    assert advised(thread(reply), LIFT, (twin,), NOW) is None


@pytest.mark.parametrize(
    "reply",
    ["Which floor is it on, and since when?", "See KB-77.", "A technician is on his way to your lift.", "Thank you!"],
)
def test_what_only_asks_or_speaks_of_something_else_is_no_advice(reply: str) -> None:
    assert advised(thread(("agent", reply)), LIFT, (), NOW) is None


def test_their_answer_is_the_last_one_that_came_after_it() -> None:
    told = thread(
        ("customer", "Hello?"), ("agent", "See KB-7."), ("customer", "Hi!\nThe key is stuck. What now? Regards, Jo")
    )
    found = advised(told, LIFT, (), NOW)
    assert found is not None
    assert found.words == "The key is stuck. What now?"
    assert advised(told, LIFT, (), NOW - timedelta(hours=8)) is not None
    assert advised(told, LIFT, (), NOW - timedelta(hours=9)) is None


@pytest.mark.parametrize(
    ("said", "helps"),
    [
        ("Service position works. Ok for now, but we do not like it.", True),
        ("That helped, thanks", True),
        ("可以了，谢谢", True),
        ("先这样。", True),
        ("It still stays down.", False),
        ("The key works only sometimes.", False),
        ("How does that work?", False),
        ("还是不行", False),
        ("好了吗？", False),
    ],
)
def test_whether_they_say_that_it_helps(said: str, *, helps: bool) -> None:
    assert says_it_works(said) is helps
