"""How many people are hit, in the customers' own words: which numbers count, and which say nothing of it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from escalation.assess import assess
from escalation.judgement.headcount import headcounts, people_in, people_told
from escalation.judgement.heard import listen
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.records import Comment, Ticket
from tests.judgement.worlds import NOW, context
from tests.judgement.worlds import ticket as worlds_ticket


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("About 120 advisers cannot get in.", 120),
        ("Our team of about 50 can't work.", 50),
        ("1,200 of our field technicians are locked out", 1200),
        ("twenty nurses cannot open the roster", 20),
        ("火狐浏览器全部受影响，约80名调度员无法登录", 80),
        ("全公司五十多人都用不了", 50),
        ("全部 60 位老师看到空白页", 60),
        ("2 agents and 14 drivers see nothing", 14),
    ],
)
def test_a_number_of_people_is_read(sentence: str, count: int) -> None:
    assert people_in(sentence) == count


@pytest.mark.parametrize(
    "sentence",
    [
        "The file has 2,000 lines",
        "3位客户反馈无法登录",
        "一个人登录不了",
        "It takes the team of 3 hours",
        "one user cannot log in",
        "HTTP 500 for orders",
    ],
)
def test_other_numbers_are_no_people(sentence: str) -> None:
    assert people_in(sentence) is None


def ticket(id_: str, account: str, description: str, *comments: tuple[str, str]) -> Ticket:
    at = datetime(2026, 3, 2, 9, tzinfo=UTC)
    said = tuple(
        Comment.model_validate({"id": f"{id_}-{n}", "role": r, "at": at, "body": b})
        for n, (r, b) in enumerate(comments)
    )
    return Ticket(id=id_, account_id=account, subject="", description=description, created_at=at, comments=said)


def test_each_customer_counts_once_with_its_largest_number_and_only_for_a_trouble() -> None:
    tickets = [
        ticket("T-1", "a", "About 40 drivers cannot log in.", ("customer", "Now 55 drivers cannot log in.")),
        ticket("T-2", "a", "12 drivers cannot log in."),
        ticket("T-3", "b", "We have 300 users on our plan. The page is slow."),
        ticket("T-4", "c", "It fails for me.", ("internal", "Their 70 clerks cannot work.")),
    ]
    found = headcounts(listen("", tickets), [t.id for t in tickets])
    assert [(h.account_id, h.ticket, h.count) for h in found] == [("a", "T-1", 55)]


def test_a_ticket_that_is_not_open_says_nothing_of_now() -> None:
    assert headcounts(listen("", [ticket("T-1", "a", "40 drivers cannot log in.")]), []) == ()


def test_the_impact_tells_the_sum_with_its_parts_and_the_number_is_not_asked_for() -> None:
    world = context(
        worlds_ticket("T-1", "acme", "Login loops since the update", description="About 120 advisers cannot get in."),
        worlds_ticket("T-2", "beta", "Login loops since the update", description="30 drivers cannot log in."),
        named=("acme",),
    )
    found = assess(understand("Login loops since the update for Acme"), world, Policy(), NOW)
    told = next(f for f in found.impact.dimensions["breadth"] if f.signal == "users_told")
    assert told.values["count"] == 150
    quoted = [e.quotation for e in found.evidence if e.id in told.evidence]
    assert any("120 (T-1)" in q and "30 (T-2)" in q for q in quoted)
    assert "how_many_users" not in {q.signal for q in found.questions}


@pytest.mark.parametrize(
    "told",
    [
        "90 of our 260 users have that phone.",
        "Half of our 140 drivers do not see it.",
        "Most of the nurses get nothing.",
        "61 of our 340 lorries are gone from the map.",
        "On our 2 Volvo FH the counter jumps to 0.",
        "The price stays wrong on all of our tills.",
        "260个用户里大概有90个收不到推送",
        "140位司機大概有一半打不了卡",
        "26台冷藏车都这样",
        "我们三台电梯全都停在一楼",
    ],
)
def test_a_part_of_their_people_or_a_number_of_machines_says_how_many(told: str) -> None:
    assert people_told([worlds_ticket("T-1", "acme", "Fault", description=told)])


@pytest.mark.parametrize(
    "told",
    [
        "Half of the rows are missing.",
        "2 of our exports failed.",
        "We have 260 users.",
        "We bought 20 cameras from you.",
        "The users cannot log in.",
        "前台收不到通知",
        "我们有30台设备",
    ],
)
def test_other_parts_and_what_they_have_say_nothing_of_how_many(told: str) -> None:
    assert not people_told([worlds_ticket("T-1", "acme", "Fault", description=told)])
