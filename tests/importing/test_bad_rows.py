"""Rows that cannot be stored: told in our words, their neighbours kept."""

from __future__ import annotations

from typing import Any

import pytest

from escalation.records import Ticket
from tools.importing.load import Counts, load
from tools.importing.rows import Row, RowKind
from tools.store.engine import open_store
from tools.store.workspace import StoreWorkspace

AT = "2026-01-05T10:00:00+01:00"
TIME = "should be a time such as 2026-01-05T09:30:00Z"
BAD_ACCOUNTS = [
    ({"id": " "}, "its id is empty or longer than 128 characters."),
    ({"id": "a" * 129}, "its id is empty or longer than 128 characters."),
    ({"id": True}, "id should be text, not “True”."),
    ({"name": False}, "name should be text, not “False”."),
    ({"name": "\ud800"}, "it holds characters that are not valid Unicode."),
    ({"arr_usd": "a lot"}, "arr_usd should be a number, not “a lot”."),
    ({"arr_usd": 1e999}, "arr_usd is not a number."),
    ({"seats": 1.5}, "seats should be a whole number, not “1.5”."),
    ({"renewal_date": "soon"}, "renewal_date should be a date such as 2026-01-05, not “soon”."),
    ({"sla": 4}, "sla should be an object with named fields, not “4”."),
    ({"aliases": "y"}, "aliases should be a list, not “y”."),
    ({"reference_customer": "perhaps"}, "reference_customer should be true or false, not “perhaps”."),
    (
        {"name": None, "plan": True, "sla": 1},
        "name should be text, not empty; plan should be text, not “True”; sla should be an object with named fields, not “1”.",
    ),
]
BAD_TICKETS = [
    ({"created_at": None}, f"created_at {TIME}, not empty."),
    ({"created_at": "x" * 30}, f"created_at {TIME}, not 30 characters of something else."),
    (
        {"created_at": "0001-01-01T00:00:00+05:00"},
        "it holds a value that cannot be stored (a time or a number out of range).",
    ),
    ({"comments": [{"id": "c"}], "created_at": None}, f"created_at {TIME}, not empty; comments[0].at is missing."),
    ({"comments": "none"}, "comments should be a list, not “none”."),
]
BAD: list[tuple[RowKind, dict[str, Any], str]] = [
    *(("account", {"id": "a", "name": "x", **wrong}, reason) for wrong, reason in BAD_ACCOUNTS),
    *(("ticket", {"id": "t1", "created_at": AT, **wrong}, reason) for wrong, reason in BAD_TICKETS),
    ("account", {"id": "a"}, "name is missing."),
    ("message", {}, "id is missing; at is missing."),
    (
        "message",
        {"thread_of": 1.5, "mentions": 2, "text": True},
        "id is missing; at is missing; text should be text, not “True”; and 1 more.",
    ),
    (
        "article",
        {"id": "k", "applies_to": True},
        "applies_to.str should be text, not “True”; applies_to should be a list, not “True”.",
    ),
]


@pytest.mark.parametrize(("kind", "data", "reason"), BAD)
def test_a_bad_row_is_told_in_our_words_and_stops_nothing(kind: RowKind, data: dict[str, Any], reason: str) -> None:
    engine = open_store("sqlite://")
    good = {"id": "good", "name": "x", "created_at": AT, "at": AT}
    report = load(engine, [Row(kind, data, "some/file.jsonl", 7), Row(kind, good, "some/file.jsonl", 8)])
    engine.dispose()
    assert [str(problem) for problem in report.problems] == [f"some/file.jsonl:7: {reason}"]
    assert report.of(kind) == Counts(new=1)


def test_numbers_nulls_and_comments_without_ids_are_no_reason_to_lose_a_ticket() -> None:
    told = {
        "id": 4711, "account_id": 12, "tier": 1, "tags": None, "status": None, "created_at": AT,
        "comments": [{"at": AT, "body": "hello"}, {"id": "own", "at": AT, "body": None}],
    }  # fmt: skip
    ticket = Ticket.model_validate(told)
    assert (ticket.id, ticket.account_id, ticket.tier, ticket.tags, ticket.status) == ("4711", "12", "1", (), "open")
    assert [(c.id, c.body) for c in ticket.comments] == [("4711-1", "hello"), ("own", "")]


@pytest.mark.parametrize(
    ("comment", "reason"),
    [
        ({"id": "c", "at": AT, "role": "boss"}, "role should be customer, agent, internal or system, not “boss”"),
        ({"body": "Called them back."}, "at is missing"),
    ],
)
def test_a_comment_that_cannot_be_used_does_not_take_its_ticket_along(comment: dict[str, Any], reason: str) -> None:
    engine = open_store("sqlite://")
    whole = {"id": "t1", "created_at": AT, "comments": [{"id": "own", "at": AT, "body": "hello"}, comment]}
    report = load(engine, [Row("ticket", whole, "f.csv", 7)])
    assert [str(problem) for problem in report.problems] == [
        f"f.csv:7: comments[1].{reason}: left out, the rest is kept."
    ]
    kept = StoreWorkspace(engine, now=None).tickets(["t1"])[0]
    engine.dispose()
    assert [c.body for c in kept.comments] == ["hello"]
