"""How stories are read: stamps, threads, chat lines, people, and due times."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.sample.clock import due, rfc3339, serial, stamp
from tools.sample.rows import account, article, comments, item, messages, ticket
from tools.sample.stories import read

OWNER = account(
    {
        "id": "a",
        "name": "A",
        "domain": "a.example",
        "plan": "Enterprise",
        "seats": 1,
        "region": "US",
        "language": "en",
        "timezone": "America/New_York",
        "signup": "2025-01-01",
        "contacts": ["Ann Lee <ann@a.example> | COO | exec", "Bo <bo@a.example> | IT"],
    }
)
TOLD = {
    "id": "T-1",
    "account": "a",
    "by": "Ann Lee <ann@a.example>",
    "subject": "s",
    "description": " d ",
    "area": "api",
    "type": "bug",
    "priority": "urgent",
    "status": "open",
    "at": "03-19 10:00",
    "thread": "03-19 10:20 < Ann Lee: more\n03-19 10:30 # Bo: look: here\n03-19 10:40 > Bo: answer",
}


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("03-19 14:05", "2026-03-19T14:05:00Z"),
        ("04-01 00:00", "2025-04-01T00:00:00Z"),
        ("12-31 23:59", "2025-12-31T23:59:00Z"),
        ("2024-06-01 10:00", "2024-06-01T10:00:00Z"),
    ],
)
def test_short_stamps_lie_in_the_twelve_months_before_now(text: str, instant: str) -> None:
    assert rfc3339(stamp(text)) == instant


def test_a_later_quarter_of_an_hour_has_a_higher_number() -> None:
    assert serial(stamp("03-19 14:05")) + 1 == serial(stamp("03-19 14:15"))
    assert serial(stamp("03-19 23:59")) < serial(stamp("03-20 00:00"))


def test_people_are_read_with_their_rank() -> None:
    assert OWNER["contacts"] == [
        {"name": "Ann Lee", "email": "ann@a.example", "role": "COO", "is_exec": True},
        {"name": "Bo", "email": "bo@a.example", "role": "IT", "is_exec": False},
    ]


def test_marks_say_who_speaks_and_whether_the_customer_sees_it() -> None:
    rows = comments("T-1", "03-19 10:00 < A: a\n03-19 10:01 > B: b\\nc\n03-19 10:02 # B: d\n03-19 10:03 * S: e")
    assert [(row["role"], row["public"], row["body"]) for row in rows] == [
        ("customer", True, "a"),
        ("agent", True, "b\nc"),
        ("internal", False, "d"),
        ("system", False, "e"),
    ]
    assert [row["id"] for row in rows] == ["T-1-1", "T-1-2", "T-1-3", "T-1-4"]


def test_an_unreadable_line_is_shown_rather_than_dropped() -> None:
    with pytest.raises(ValueError, match="03-19 10:00 Ann forgot the mark"):
        comments("T-1", "03-19 10:00 Ann forgot the mark")


def test_answer_times_and_due_times_follow_from_thread_and_contract() -> None:
    row = ticket(TOLD, {"a": OWNER})
    assert row["first_response_at"] == "2026-03-19T10:40:00Z"
    assert row["sla"] == {"first_response_due": "2026-03-19T14:00:00Z", "resolution_due": "2026-03-19T18:00:00Z"}
    assert (row["updated_at"], row["solved_at"], row["description"]) == ("2026-03-19T10:40:00Z", None, "d")


def test_a_feature_request_is_owed_an_answer_and_no_solution() -> None:
    row = ticket({**TOLD, "type": "feature"}, {"a": OWNER})
    assert row["sla"] == {"first_response_due": "2026-03-19T14:00:00Z", "resolution_due": None}


def test_a_solved_ticket_is_solved_at_its_last_word_unless_told_otherwise() -> None:
    closed = {**TOLD, "status": "closed"}
    assert ticket(closed, {"a": OWNER})["solved_at"] == "2026-03-19T10:40:00Z"
    assert ticket({**closed, "solved": "03-19 10:35"}, {"a": OWNER})["solved_at"] == "2026-03-19T10:35:00Z"


def test_a_sender_nobody_knows_has_no_contract() -> None:
    row = ticket({**TOLD, "account": None, "thread": ""}, {})
    assert (row["account_id"], row["sla"], row["first_response_at"]) == (None, None, None)
    assert row["updated_at"] == row["created_at"]


def test_chat_replies_belong_to_the_last_message_that_is_none() -> None:
    rows = messages("m-1 #x 03-19 10:00 A: ask @bo.li\n> m-2 #x 03-19 10:01 B: yes\nm-3 #y 03-19 10:02 A: new")
    assert [(row["id"], row["thread_of"]) for row in rows] == [("m-1", None), ("m-2", "m-1"), ("m-3", None)]
    assert rows[0]["mentions"] == ["bo.li"]


def test_articles_and_items_get_addresses() -> None:
    kb = {"id": "KB-1", "title": "t", "body": "b", "area": "api", "type": "faq", "updated": "03-01 09:00"}
    assert article(kb)["url"] == "https://help.lanternfold.example/articles/kb-1"
    bug = {
        "id": "ENG-1",
        "title": "t",
        "body": "b",
        "type": "bug",
        "status": "open",
        "priority": "low",
        "component": "api",
    }
    row = item({**bug, "at": "03-01 09:00", "comments": "03-02 10:00 Bo: seen"})
    assert row["url"] == "https://tracker.lanternfold.example/browse/ENG-1"
    assert (row["updated_at"], row["comments"][0]["author"]) == ("2026-03-02T10:00:00Z", "Bo")


def test_defaults_of_a_story_fill_what_a_ticket_leaves_out(tmp_path: Path) -> None:
    story = '[ticket_defaults]\narea = "api"\ntype = "bug"\npriority = "low"\nstatus = "open"\n\n'
    story += '[[tickets]]\nid = "T-9"\nby = "X"\nsubject = "s"\ndescription = "d"\nat = "03-01 09:00"\nthread = ""\n'
    (tmp_path / "one.toml").write_text(story + 'type = "question"\n', encoding="utf-8")
    (row,) = read(tmp_path).tickets
    assert (row["product_area"], row["type"]) == ("api", "question")


STARTS = st.integers(0, 350 * 86_400).map(lambda seconds: stamp("04-01 00:00") + timedelta(seconds=seconds))
ZONES = st.sampled_from(["Asia/Shanghai", "Europe/Berlin", "America/New_York"])


@given(STARTS, st.integers(1, 100), ZONES)
def test_business_hours_end_within_a_working_day(start: datetime, hours: int, zone: str) -> None:
    local = due(start, hours, "business", zone).astimezone(ZoneInfo(zone))
    assert local.weekday() < 5
    assert 9 <= local.hour + local.minute / 60 + local.second / 3600 <= 18


@given(STARTS, st.integers(1, 40), st.integers(1, 40), ZONES)
def test_business_hours_add_up(start: datetime, first: int, then: int, zone: str) -> None:
    at_once = due(start, first + then, "business", zone)
    assert due(due(start, first, "business", zone), then, "business", zone) == at_once


@given(STARTS, st.integers(1, 200))
def test_round_the_clock_counts_every_hour(start: datetime, hours: int) -> None:
    assert due(start, hours, "24x7", "Europe/Berlin") == start + timedelta(hours=hours)


def test_friday_evening_runs_on_into_monday() -> None:
    friday = datetime(2026, 3, 13, 9, 0, tzinfo=UTC)  # 17:00 in Shanghai
    assert rfc3339(due(friday, 3, "business", "Asia/Shanghai")) == "2026-03-16T03:00:00Z"
