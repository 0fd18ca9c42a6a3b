"""Zendesk's JSON in its three shapes, and what happens to broken JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.importing.load import import_path
from tools.importing.presets import documents, rows_of
from tools.importing.presets.documents import json_elements
from tools.importing.rows import Problem, Row
from tools.store.engine import open_store
from tools.store.workspace import StoreWorkspace

TICKET: dict[str, Any] = {
    "id": 35436,
    "subject": "Sync stops",
    "description": "同步停止",
    "status": "hold",
    "priority": "urgent",
    "created_at": "2026-11-02T10:00:00Z",
    "updated_at": "2026-11-02T19:00:00+08:00",
    "requester_id": 5,
    "organization_id": 3,
    "tags": ["sync", "desktop"],
    "via": {"channel": "email", "source": {"rel": "mobile"}},
    "satisfaction_rating": {"score": "good"},
    "recipient": "help@desk.example",
    "comments": [
        {"id": 11, "author_id": 5, "body": "It stops.", "public": True, "created_at": "2026-11-02T10:00:00Z"},
        {"id": 12, "author_id": 9, "body": "Known?", "public": False, "created_at": "2026-11-02T10:30:00Z"},
        {"id": 13, "author_id": 9, "body": "We look.", "public": True, "created_at": "2026-11-02T11:00:00Z"},
        {"id": 14, "author_id": 6, "body": "Me too.", "public": True, "created_at": "2026-11-02T11:10:00Z"},
    ],
}
USERS = [
    {"id": 5, "name": "Ann Lee", "email": "Ann@Acme.example", "role": "end-user", "organization_id": 3},
    {"id": 6, "name": "Bo", "email": "bo@acme.example", "role": "end-user", "organization_id": 3},
    {"id": 9, "name": "Kim", "email": "kim@desk.example", "role": "agent", "organization_id": None},
]
ORGANIZATIONS = [
    {"id": 3, "name": "Acme Corp", "domain_names": ["acme.example", "acme.test"], "notes": "", "group_id": 1}
]


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def split(found: list[Row | Problem]) -> tuple[list[Row], list[Problem]]:
    return [f for f in found if isinstance(f, Row)], [f for f in found if isinstance(f, Problem)]


def test_a_comment_that_cannot_be_read_costs_no_ticket(tmp_path: Path) -> None:
    bad = [{**TICKET["comments"][1], "created_at": None}, *TICKET["comments"][2:]]
    box = {"tickets": [TICKET | {"comments": bad}, TICKET | {"id": 2, "created_at": None}], "users": USERS}
    store = open_store(str(tmp_path / "w.db"))
    summary = import_path(store, [write(tmp_path / "export.json", json.dumps(box))])
    (kept,) = StoreWorkspace(store).tickets(["zendesk-35436", "zendesk-2"])
    assert [comment.body for comment in kept.comments] == ["We look.", "Me too."]
    told = [problem.message for problem in summary.problems]
    assert any("comments[0].at is missing" in message and "the rest is kept" in message for message in told)
    assert any(message.startswith("left out: created_at") for message in told)


def test_a_box_of_tickets_users_and_organisations_gives_tickets_and_accounts(tmp_path: Path) -> None:
    box = {"count": 1, "tickets": [TICKET], "users": USERS, "organizations": ORGANIZATIONS, "next_page": None}
    rows, problems = split(list(rows_of(write(tmp_path / "export.json", json.dumps(box)))))
    assert problems == []
    assert [row.kind for row in rows] == ["ticket", "account"]
    ticket, account = rows[0].data, rows[1].data
    assert account == {
        "id": "zendesk-org-3",
        "name": "Acme Corp",
        "domain": "acme.example",
        "domain_names": ["acme.example", "acme.test"],
        "group_id": 1,
    }
    assert ticket["account_id"] == "zendesk-org-3"
    assert ticket["requester"] == {"name": "Ann Lee", "email": "ann@acme.example"}
    assert (ticket["status"], ticket["export_status"]) == ("pending", "hold")
    assert ticket["updated_at"] == "2026-11-02T11:00:00Z"
    assert (ticket["channel"], ticket["csat"], ticket["tags"]) == ("email", "good", ["sync", "desktop"])
    assert [(c["author"], c["role"], c["public"]) for c in ticket["comments"]] == [
        ("Ann Lee", "customer", True),
        ("Kim", "internal", False),
        ("Kim", "agent", True),
        ("Bo", "customer", True),
    ]


def test_unknown_fields_are_kept(tmp_path: Path) -> None:
    rows, _ = split(list(rows_of(write(tmp_path / "t.json", json.dumps({"tickets": [TICKET]})))))
    assert rows[0].data["recipient"] == "help@desk.example"
    assert rows[0].data["via"]["source"] == {"rel": "mobile"}, "a nested value read in part is kept whole"
    assert "satisfaction_rating" not in rows[0].data, "and one read in full is not kept twice"


def test_one_ticket_a_line_with_the_requester_inside(tmp_path: Path) -> None:
    inside = {
        **TICKET,
        "requester": {"id": 5, "name": "Ann", "email": "ann@acme.example"},
        "organization": {"id": 3, "name": "Acme"},
    }
    lines = [json.dumps(inside, ensure_ascii=False), "{broken", "", json.dumps({**inside, "id": 2})]
    rows, problems = split(list(rows_of(write(tmp_path / "t.jsonl", "\ufeff" + "\r\n".join(lines)))))
    assert [(row.kind, row.data["id"], row.line) for row in rows] == [
        ("account", "zendesk-org-3", 1),
        ("ticket", "zendesk-35436", 1),
        ("ticket", "zendesk-2", 4),
    ]
    assert rows[0].data["name"] == "Acme"
    assert rows[1].data["description"] == "同步停止"
    assert [(p.line, p.message.split("(")[0]) for p in problems] == [(2, "this line is not JSON ")]


def test_users_and_organisations_beside_the_tickets_are_looked_up(tmp_path: Path) -> None:
    write(tmp_path / "users.jsonl", "\n".join(json.dumps(user) for user in USERS))
    path = write(tmp_path / "tickets.json", json.dumps([{**TICKET, "organization_id": None}]))
    rows, _ = split(list(rows_of(path, preset="zendesk")))
    assert rows[0].data["requester"]["name"] == "Ann Lee"
    assert rows[0].data["account_id"] == "zendesk-org-3"
    assert split(list(rows_of(tmp_path / "users.jsonl"))) == ([], [])


def test_a_requester_with_free_mail_is_no_customer_and_another_domain_is_one(tmp_path: Path) -> None:
    plain = {k: v for k, v in TICKET.items() if k not in ("organization_id", "comments")}
    tickets = [{**plain, "requester": {"email": email}} for email in ("a@gmail.com", "b@new.example")]
    rows, _ = split(list(rows_of(write(tmp_path / "t.json", json.dumps({"tickets": tickets})))))
    assert [(row.kind, row.data.get("account_id")) for row in rows] == [
        ("ticket", None),
        ("account", None),
        ("ticket", "new.example"),
    ]
    assert rows[1].data == {
        "id": "new.example",
        "name": "new.example",
        "derived_from": "tickets",
        "domain": "new.example",
        "aliases": ["new"],
    }


def test_json_that_breaks_off_keeps_what_stood_before_and_says_where(tmp_path: Path) -> None:
    whole = json.dumps(TICKET)
    path = write(tmp_path / "t.json", '{"tickets": [\n' + whole + ",\n" + whole[:40])
    rows, problems = split(list(rows_of(path)))
    assert len(rows) == 1
    assert rows[0].line == 2
    (problem,) = problems
    assert (problem.line, "breaks off here" in problem.message) == (3, True)


@pytest.mark.parametrize(
    "text", ['{"tickets": [{"id": 1} {"id": 2}]}', '{"tickets": [] "users": []}', '{"tickets": [], "n" 1}']
)
def test_missing_punctuation_is_reported_once(tmp_path: Path, text: str) -> None:
    found = list(json_elements(write(tmp_path / "t.json", text), ("utf-8",), frozenset({"tickets"})))
    assert len([f for f in found if isinstance(f, Problem)]) == 1


def test_a_value_that_is_no_record_is_reported(tmp_path: Path) -> None:
    _, problems = split(list(rows_of(write(tmp_path / "t.json", json.dumps([7])), preset="zendesk")))
    assert [p.message for p in problems] == ["a record is expected here, not a single value"]


def test_a_ticket_without_a_time_is_left_out_and_said_so(tmp_path: Path) -> None:
    bad = {**TICKET, "created_at": "soon"}
    rows, problems = split(list(rows_of(write(tmp_path / "t.json", json.dumps({"tickets": [bad, TICKET]})))))
    assert len(rows) == 1
    assert "created_at → created_at: 'soon' is not a time" in problems[0].message


def test_one_unreadable_value_costs_that_value_only(tmp_path: Path) -> None:
    odd = {**TICKET, "updated_at": "yesterday"}
    rows, problems = split(list(rows_of(write(tmp_path / "t.json", json.dumps({"tickets": [odd]})))))
    assert "updated_at" not in rows[0].data
    assert rows[0].data["export_updated_at"] == "yesterday"
    assert problems[0].message.startswith("one value left out: updated_at")


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize("chunk", [1, 7, 1000])
@given(elements=st.lists(values, max_size=6), indent=st.sampled_from([None, 1, 2]))
def test_whatever_json_writes_is_read_back_wherever_a_read_ends(
    tmp_path_factory: pytest.TempPathFactory, chunk: int, elements: list[Any], indent: int | None
) -> None:
    path = tmp_path_factory.mktemp("json") / "x.json"
    write(path, json.dumps({"before": {"a": 12}, "tickets": elements, "after": 3.5}, indent=indent) + "\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(documents, "_CHUNK", chunk)
        read = list(json_elements(path, ("utf-8",), frozenset({"tickets"})))
    assert [r[2] for r in read if not isinstance(r, Problem)] == elements
    assert not [r for r in read if isinstance(r, Problem)]


def test_each_element_has_the_line_it_begins_on(tmp_path: Path) -> None:
    long = [{"id": n, "body": "长" * 300_000} for n in range(3)]
    path = write(tmp_path / "x.json", "[" + ",\n".join(json.dumps(e, ensure_ascii=False) for e in long) + "]")
    read = list(json_elements(path, ("utf-8",), frozenset()))
    assert [(r[0], r[2]["id"]) for r in read if not isinstance(r, Problem)] == [(1, 0), (2, 1), (3, 2)]


@pytest.mark.parametrize("text", ['{"a" 1}', '{"a": [1, 2]', '{"tickets"'])
def test_an_object_that_is_no_box_is_read_as_a_line(tmp_path: Path, text: str) -> None:
    (problem,) = list(json_elements(write(tmp_path / "t.json", text), ("utf-8",), frozenset({"tickets"})))
    assert isinstance(problem, Problem)
    assert (problem.line, "this line is not JSON" in problem.message) == (1, True)


def test_endless_nesting_is_a_problem_not_a_crash(tmp_path: Path) -> None:
    deep = "[" * 100_000
    for text in (deep, '{"a": ' + deep):
        (problem,) = list(json_elements(write(tmp_path / "t.json", text), ("utf-8",), frozenset()))
        assert isinstance(problem, Problem)
