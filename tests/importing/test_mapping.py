"""A mapping file of the user's own: any CSV by --map, and clear words for every mistake in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from escalation.errors import InvalidInput
from tools.importing.mapping import load_mapping
from tools.importing.presets import rows_of
from tools.importing.rows import Problem, Row

HEAD = 'name = "mine"\nabout = "mine"\nchecked = "by me"\n[file]\nshape = "csv"\n'
OWN = (
    HEAD
    + """delimiter = ";"
empty = ["-"]
[[rows]]
kind = "article"
[rows.fields]
id = { from = "Nr", prefix = "kb-" }
title = ["Titel", "Title"]
body = "Text"
has_workaround = { from = "Workaround", as = "boolean" }
tags = { from = "Tags", as = "list", separator = "|" }
visibility = { constant = "internal" }
type = { from = "Art", is = "Fehler", constant = "known_issue" }
"""
)


def read(folder: Path, mapping: str, table: str) -> tuple[list[dict[str, Any]], list[Problem]]:
    (folder / "m.toml").write_text(mapping, "utf-8")
    (folder / "t.csv").write_text(table, "utf-8")
    found = list(rows_of(folder / "t.csv", mapping=folder / "m.toml"))
    return [f.data for f in found if isinstance(f, Row)], [f for f in found if isinstance(f, Problem)]


def test_any_csv_is_read_by_a_mapping_of_ones_own(tmp_path: Path) -> None:
    table = "Nr;Titel;Text;Workaround;Tags;Art;status\n1;Sync;a;yes;x|y;Fehler;Entwurf\n2;Login;-;;;Frage;\n"
    rows, problems = read(tmp_path, OWN, table)
    assert problems == []
    assert rows[0] == {
        "id": "kb-1", "title": "Sync", "body": "a", "has_workaround": True, "tags": ["x", "y"], "visibility": "internal",
        "type": "known_issue", "export_status": "Entwurf", "Art": "Fehler",
    }  # fmt: skip
    assert rows[1] == {"id": "kb-2", "title": "Login", "visibility": "internal", "Art": "Frage"}


def test_a_line_without_an_id_is_left_out_and_an_unreadable_value_is_left_unset(tmp_path: Path) -> None:
    rows, problems = read(tmp_path, OWN, "Nr;Titel;Workaround\n;x;\n3;y;perhaps\n")
    assert [(row["id"], row.get("has_workaround"), row["Workaround"]) for row in rows] == [("kb-3", None, "perhaps")]
    assert [(p.line, p.message) for p in problems] == [
        (1, "no column of this file gives body (Text), tags (Tags): left empty"),
        (2, "left out: id is missing"),
        (3, "one value left out: Workaround → has_workaround: 'perhaps' is neither yes nor no"),
    ]


def test_a_mapping_that_never_names_an_id_is_said_once(tmp_path: Path) -> None:
    _, (problem,) = read(tmp_path, HEAD + '[[rows]]\nkind = "account"\nfields = { name = "n" }\n', "n\na\nb\n")
    assert (
        problem.message
        == "no column gives id, which every account needs: the mapping names none. Export again with that column"
    )


def test_a_constant_stands_for_a_column_that_is_not_there(tmp_path: Path) -> None:
    mapping = HEAD + '[[rows]]\nkind = "account"\nfields = { id = "n", name = { constant = "Us" } }\n'
    rows, _ = read(tmp_path, mapping, "n\na\n")
    assert rows == [{"id": "a", "name": "Us"}]


def test_our_own_domain_is_no_customer(tmp_path: Path) -> None:
    mapping = HEAD + (
        '[[rows]]\nkind = "ticket"\nfields = { id = "n", created_at = { constant = "2026-01-01" } }\n'
        '[rows.customers]\ndomain = { from = "mail", as = "email_domain" }\nnot_customers = ["us.example"]\n'
    )
    rows, _ = read(tmp_path, mapping, "n,mail\n1,a@us.example\n2,b@them.example\n")
    assert [row.get("account_id") for row in rows] == [None, None, "them.example"]
    assert rows[1]["id"] == "them.example"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name = ", "cannot be read as a mapping"),
        (HEAD, "rows: Field required"),
        (HEAD + "rows = []", "rows: "),
        (HEAD + 'colour = "red"\n[[rows]]\nkind = "ticket"', "file.colour: Extra inputs are not permitted"),
        (HEAD + 'zone = "Mars/Base"\n[[rows]]\nkind = "ticket"', "no time zone is called 'Mars/Base'"),
        (HEAD + '[[rows]]\nkind = "tickets"', "rows.0.kind"),
        (HEAD + '[[rows]]\nkind = "ticket"\nfields = { id = { as = "colour" } }', "rows.0.fields.id.0.as"),
        (
            HEAD + '[[rows]]\nkind = "ticket"\nfields = { internal_note = "Note" }',
            "ticket has no field 'internal_note'",
        ),
        (HEAD + '[[rows]]\nkind = "account"\nlists.domains = { each = "d", fields = {} }', "its fields: id, name"),
    ],
)
def test_a_mistake_in_a_mapping_is_named_with_its_place_and_the_way_out(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "m.toml"
    path.write_text(text)
    with pytest.raises(InvalidInput) as caught:
        load_mapping(path)
    assert str(path) in caught.value.message
    assert said in caught.value.message
    assert "customer-escalation presets" in caught.value.remedy


def test_a_mapping_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="cannot be read as a mapping"):
        load_mapping(tmp_path / "none.toml")
