"""A folder as people keep it: one file that cannot be read, one misspelt, one empty, and the others all the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from escalation.errors import WorkspaceUnusable
from tests.importing.test_presets_json import TICKET
from tools.importing.load import ImportReport, import_path
from tools.importing.presets import rows_of
from tools.importing.rows import Row
from tools.store.engine import open_store


def imported(*paths: Path) -> ImportReport:
    engine = open_store("sqlite://")
    try:
        return import_path(engine, paths)
    finally:
        engine.dispose()


def said(report: ImportReport) -> dict[str, str]:
    return {Path(problem.file).name: problem.message for problem in report.problems}


def test_one_file_that_cannot_be_read_does_not_take_its_folder_along(tmp_path: Path) -> None:
    (tmp_path / "accounts.jsonl").write_text('{"id":"a","name":"Alpha"}', encoding="utf-8")
    (tmp_path / "kb.csv").write_text("title,body\nx,y\n", encoding="utf-8")
    (tmp_path / "tickets.jsonl").write_text('{"id":"t","created_at":"2026-01-05T10:00:00Z"}', encoding="utf-8")
    report = imported(tmp_path)
    assert (report.read("account"), report.read("ticket")) == (1, 1)
    assert list(said(report)) == ["kb.csv"]
    assert "has no column named id" in said(report)["kb.csv"]
    assert "--map" in said(report)["kb.csv"]


def test_named_by_itself_such_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "kb.csv").write_text("title,body\nx,y\n", encoding="utf-8")
    with pytest.raises(WorkspaceUnusable, match="no column named id"):
        imported(tmp_path / "kb.csv")


def test_a_file_whose_name_is_a_letter_off_and_an_empty_one_are_said(tmp_path: Path) -> None:
    (tmp_path / "accounts.jsonl").write_text('{"id":"a","name":"Alpha"}', encoding="utf-8")
    (tmp_path / "ticketz.csv").write_text("id,created_at\nt,2026-01-05T10:00:00Z\n", encoding="utf-8")
    (tmp_path / "kb.jsonl").touch()
    (tmp_path / "notes.txt").write_text("ours", encoding="utf-8")
    report = imported(tmp_path)
    assert report.total == 1
    assert said(report) == {
        "kb.jsonl": "this file is empty.",
        "ticketz.csv": (
            "not read: beside files of ours it is none of accounts, chat, kb, tickets, tracker (.jsonl or .csv);"
            " import it by itself."
        ),
    }


def test_a_folder_of_exports_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "page.csv").write_text("<html>sign in</html>\n", encoding="utf-8")
    (tmp_path / "companies.csv").write_text(
        "sep=;\nRecord ID;Company name;Company Domain Name;ARR\n1;Alpha;alpha.example;24k\n2;Beta;beta.example;€9.000\n",
        encoding="utf-8",
    )
    report = imported(tmp_path)
    assert report.read("account") == 2
    assert [(Path(p.file).name, p.line) for p in report.problems] == [("companies.csv", 4), ("page.csv", 1)]
    assert "is not in US dollars" in report.problems[0].message


def test_a_description_that_is_also_the_first_of_the_thread_is_told_once(tmp_path: Path) -> None:
    first = {"id": 1, "body": f" {TICKET['description']}\n", "created_at": "2026-01-05T10:00:00Z", "public": True}
    again = {**first, "id": 2}
    (tmp_path / "t.json").write_text(
        json.dumps({"tickets": [{**TICKET, "comments": [first, again]}]}), encoding="utf-8"
    )
    row = next(row for row in rows_of(tmp_path / "t.json") if isinstance(row, Row) and row.kind == "ticket")
    assert [comment["id"] for comment in row.data["comments"]] == ["2"]
