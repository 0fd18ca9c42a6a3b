"""Rows that cannot be stored: told in our words, their neighbours kept."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.records import Account, Ticket
from tools.importing.load import Counts, load
from tools.importing.rows import Row, RowKind
from tools.importing.validating import validated
from tools.store.engine import open_store
from tools.store.workspace import StoreWorkspace

AT = "2026-01-05T10:00:00+01:00"
TIME = "should be a time such as 2026-01-05T09:30:00Z"
LEFT_OUT = ": left out, the rest is kept."
BAD_ACCOUNTS = [
    ({"id": " "}, "its id is empty or longer than 128 characters."),
    ({"id": "a" * 129}, "its id is empty or longer than 128 characters."),
    ({"id": True}, "id should be text, not “True”."),
    ({"name": False}, "name should be text, not “False”."),
    ({"name": "\ud800"}, "it holds characters that are not valid Unicode."),
    ({"name": "x" * 301}, "name should be at most 300 characters, not 301 characters of something else."),
    (
        {"name": None, "plan": True, "sla": 1},
        "name should be text, not empty; plan should be text, not “True”; sla should be an object with named fields, not “1”.",
    ),
]
BAD_TICKETS = [
    ({"created_at": None}, f"created_at {TIME}, not empty."),
    ({"created_at": "x" * 30}, f"created_at {TIME}, not 30 characters of something else."),
    ({"created_at": "0001-01-01T00:00:00+05:00"}, f"created_at {TIME}, not 25 characters of something else."),
    ({"created_at": 7}, f"created_at {TIME}, not “7”."),
    ({"status": True}, "status should be text, not “True”."),
    ({"comments": [{"id": "c"}], "created_at": None}, f"created_at {TIME}, not empty; comments[0].at is missing."),
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
]


@pytest.mark.parametrize(("kind", "data", "reason"), BAD)
def test_a_bad_row_is_told_in_our_words_and_stops_nothing(kind: RowKind, data: dict[str, Any], reason: str) -> None:
    engine = open_store("sqlite://")
    good = {"id": "good", "name": "x", "created_at": AT, "at": AT}
    report = load(engine, [Row(kind, data, "some/file.jsonl", 7), Row(kind, good, "some/file.jsonl", 8)])
    engine.dispose()
    assert [str(problem) for problem in report.problems] == [f"some/file.jsonl:7: {reason}"]
    assert report.of(kind) == Counts(new=1)


KEPT: list[tuple[RowKind, dict[str, Any], str]] = [
    ("account", {"arr_usd": "a lot"}, "arr_usd should be a number, not “a lot”"),
    ("account", {"arr_usd": 1e999}, "arr_usd should be a number, not “inf”"),
    ("account", {"arr_usd": -5}, "arr_usd should be zero or more, not “-5”"),
    ("account", {"seats": 1.5}, "seats should be a whole number, not “1.5”"),
    ("account", {"seats": -1}, "seats should be zero or more, not “-1”"),
    ("account", {"renewal_date": "soon"}, "renewal_date should be a date such as 2026-01-05, not “soon”"),
    ("account", {"renewal_date": "1071-01-05"}, "renewal_date should be a date such as 2026-01-05, not “1071-01-05”"),
    ("account", {"sla": 4}, "sla should be an object with named fields, not “4”"),
    ("account", {"sla": {"clock": "24x7", "update_h": 0}}, "sla.update_h should be more than zero hours, not “0”"),
    ("account", {"aliases": "y"}, "aliases should be a list, not “y”"),
    ("account", {"reference_customer": "perhaps"}, "reference_customer should be true or false, not “perhaps”"),
    ("account", {"deals": [{"amount_usd": 9}, {"name": "kept"}]}, "deals[0].name is missing"),
    ("ticket", {"comments": "none"}, "comments should be a list, not “none”"),
    ("ticket", {"sla": {"first_response_due": 7}}, f"sla.first_response_due {TIME}, not “7”"),
    ("ticket", {"solved_at": "0001-01-01T00:00:00+05:00"}, f"solved_at {TIME}, not 25 characters of something else"),
    ("ticket", {"affected_users": -3}, "affected_users should be zero or more, not “-3”"),
    (
        "article",
        {"applies_to": True},
        "applies_to.str should be text, not “True”; applies_to should be a list, not “True”",
    ),
]


@pytest.mark.parametrize(("kind", "wrong", "reason"), KEPT)
def test_a_value_that_cannot_be_used_is_left_out_and_told_and_its_row_is_kept(
    kind: RowKind, wrong: dict[str, Any], reason: str
) -> None:
    whole = {"id": "k1", "name": "x", "created_at": AT, "at": AT, **wrong}
    engine = open_store("sqlite://")
    report = load(engine, [Row(kind, whole, "some/file.jsonl", 7)])
    engine.dispose()
    assert [str(problem) for problem in report.problems] == [f"some/file.jsonl:7: {reason}{LEFT_OUT}"]
    assert report.of(kind) == Counts(new=1)


@given(
    st.lists(st.sampled_from(["good", "no time", "no author's role", "of 1970"]), max_size=8),
    st.dictionaries(st.sampled_from(["arr_usd", "seats"]), st.one_of(st.integers(-9, 9), st.just("?")), max_size=2),
)
def test_what_is_kept_is_the_row_as_if_what_cannot_be_used_had_never_been_in_it(
    notes: list[str], numbers: dict[str, Any]
) -> None:
    written: dict[str, dict[str, Any]] = {
        "good": {"at": AT, "body": "hello"},
        "no time": {"body": "hello"},
        "no author's role": {"at": AT, "role": "boss"},
        "of 1970": {"at": 7},
    }
    comments = [{"id": f"c{n}", **written[note]} for n, note in enumerate(notes)]
    ticket, lost = validated(Ticket, {"id": "t", "created_at": AT, "comments": comments})
    good = [n for n, note in enumerate(notes) if note == "good"]
    assert [c.id for c in ticket.comments] == [f"c{n}" for n in good]
    told = {int(n) for n in re.findall(r"comments\[(\d+)\]", lost)}
    assert told | set(good) >= set(range(len(notes))) or " more" in lost
    assert not told & set(good)

    account, lost = validated(Account, {"id": "a", "name": "x", **numbers})
    kept = {name: value for name, value in numbers.items() if value != "?" and value >= 0}
    assert account == Account(id="a", name="x", **kept)
    assert all((name in lost) == (name not in kept) for name in numbers)


@pytest.mark.parametrize("signed_up", ["1981-02-03", "2026-12-31"])
def test_a_value_that_is_only_unusual_is_kept(signed_up: str) -> None:
    told = {"id": "a", "name": "x" * 300, "arr_usd": 0, "seats": 0, "signup_date": signed_up, "health": {"score": -4}}
    assert validated(Account, told)[1] == ""


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
    assert [str(problem) for problem in report.problems] == [f"f.csv:7: comments[1].{reason}{LEFT_OUT}"]
    kept = StoreWorkspace(engine, now=None).tickets(["t1"])[0]
    engine.dispose()
    assert [c.body for c in kept.comments] == ["hello"]
