"""Reading workspace files: JSON Lines and CSV, good lines and bad."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.errors import WorkspaceUnusable
from tools.importing import csv_rows
from tools.importing.progress import AS_UTF8
from tools.importing.rows import Problem, Row
from tools.importing.workspace import files_of, kind_of, rows_of


def read(folder: Path, name: str, content: str | bytes) -> tuple[list[dict[str, Any]], list[tuple[int, str]]]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    read = list(rows_of(path))
    rows = [row.data for row in read if isinstance(row, Row)]
    return rows, [(row.line, row.message) for row in read if isinstance(row, Problem)]


def test_names_tell_what_a_file_holds() -> None:
    names = [
        "accounts.jsonl",
        "Tickets.CSV",
        "kb.jsonl",
        "chat.csv",
        "tracker.jsonl",
        "workspace.json",
        "other.csv",
        "kb.txt",
    ]
    kinds = ["account", "ticket", "article", "message", "item", "workspace", None, None]
    assert [kind_of(Path(name)) for name in names] == kinds


def test_a_folders_files_come_accounts_first_and_header_last(tmp_path: Path) -> None:
    for name in ("workspace.json", "chat.jsonl", "tickets.jsonl", "accounts.csv", "notes.txt"):
        (tmp_path / name).write_text("")
    assert [path.name for path in files_of(tmp_path)] == [
        "accounts.csv",
        "tickets.jsonl",
        "chat.jsonl",
        "workspace.json",
    ]


def test_a_folder_without_accounts_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceUnusable, match=r"has no accounts.jsonl or accounts.csv \(found: nothing it knows\)"):
        files_of(tmp_path)
    (tmp_path / "kb.csv").write_text("id\n")
    with pytest.raises(WorkspaceUnusable, match=r"found: kb\.csv"):
        files_of(tmp_path)
    with pytest.raises(WorkspaceUnusable, match="cannot be read"):
        files_of(tmp_path / "missing")


def test_a_file_of_another_name_is_not_this_readers(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not a file of the workspace format"):
        rows_of(tmp_path / "export.csv")


def test_json_lines_keep_their_line_numbers_around_blank_and_bad_lines(tmp_path: Path) -> None:
    content = b'\xef\xbb\xbf{"id":"a"}\r\n\r\n{"id":\n[1]\n\xff\n{"id":NaN}\n' + b"[" * 5_000 + b'\n{"id":"b"}'
    rows, problems = read(tmp_path, "kb.jsonl", content)
    assert [row["id"] for row in rows] == ["a", "b"]
    assert problems == [
        (3, "this is not JSON: it breaks at character 7."),
        (4, "this is JSON, but not an object with named fields."),
        (5, f"this line is not valid UTF-8; {AS_UTF8}."),
        (6, "this is JSON that cannot be used (a number out of range, or nested too deeply)."),
        (7, "this is JSON that cannot be used (a number out of range, or nested too deeply)."),
    ]


def test_the_header_is_one_object_over_many_lines(tmp_path: Path) -> None:
    rows, problems = read(tmp_path, "workspace.json", '{\n "company": "Acme",\n "now": "2026-01-05T09:00:00Z"\n}\n')
    assert (rows, problems) == ([{"company": "Acme", "now": "2026-01-05T09:00:00Z"}], [])
    _, problems = read(tmp_path, "workspace.json", '{\n "company": Acme\n}\n')
    assert [line for line, _ in problems] == [2]


def test_what_windows_calls_unicode_is_read_with_its_lines(tmp_path: Path) -> None:
    rows, problems = read(tmp_path, "kb.jsonl", '{"id":"导出"}\r\n\r\n[1]\n{"id":"b"}'.encode("utf-16"))
    assert [row["id"] for row in rows] == ["导出", "b"]
    assert [line for line, _ in problems] == [3]
    rows, problems = read(tmp_path, "accounts.csv", "id,name\na,导出\n".encode("utf-16-be").join([b"\xfe\xff", b""]))
    assert (rows, problems) == ([{"id": "a", "name": "导出"}], [])


def test_the_line_that_excel_writes_before_the_header_names_what_parts_the_cells(tmp_path: Path) -> None:
    rows, problems = read(tmp_path, "accounts.csv", b"sep=;\r\nid;name\r\na;x,y\r\nb\r\n")
    assert rows == [{"id": "a", "name": "x,y"}]
    assert [line for line, _ in problems] == [4]


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceUnusable, match="cannot be read"):
        list(rows_of(tmp_path / "kb.jsonl"))


def test_progress_hears_of_every_mebibyte_and_of_the_end(tmp_path: Path) -> None:
    path = tmp_path / "kb.jsonl"
    path.write_text((json.dumps({"id": "a", "body": "x" * 700_000}) + "\n") * 4)
    heard: list[tuple[str, int, int]] = []

    def hear(file: str, done: int, total: int) -> None:
        heard.append((file, done, total))

    list(rows_of(path, hear))
    size = path.stat().st_size
    assert heard == [("kb.jsonl", size // 2, size), ("kb.jsonl", size, size), ("kb.jsonl", size, size)]


def test_csv_reads_nested_fields_lists_and_quoted_lines(tmp_path: Path) -> None:
    content = (
        "\ufeffid,name,aliases,sla.first_response_h,sla.resolution_h.urgent,contacts,arr_usd\r\n"
        'a1,"Acme, ""Inc""\r\nBerlin",Acme; ACME Corp ;,4,8,"[{""name"": ""Li""}]",\r\n'
        ",,,,,,\r\n"
        'a2,[draft] x,"[""B""]",,,{odd,12\r\n'
    )
    rows, problems = read(tmp_path, "accounts.csv", content)
    assert problems == []
    assert rows == [
        {
            "id": "a1",
            "name": 'Acme, "Inc"\r\nBerlin',
            "aliases": ["Acme", "ACME Corp"],
            "sla": {"first_response_h": "4", "resolution_h": {"urgent": "8"}},
            "contacts": [{"name": "Li"}],
        },
        {"id": "a2", "name": "[draft] x", "aliases": ["B"], "contacts": ["{odd"], "arr_usd": "12"},
    ]


def test_csv_of_another_delimiter_is_understood(tmp_path: Path) -> None:
    rows, _ = read(tmp_path, "accounts.csv", "id;name\na1;Acme, Inc\n")
    assert rows == [{"id": "a1", "name": "Acme, Inc"}]
    rows, _ = read(tmp_path, "accounts.csv", "id\tname\na1\tAcme\n")
    assert rows == [{"id": "a1", "name": "Acme"}]


def test_an_object_given_whole_wins_over_its_dotted_columns(tmp_path: Path) -> None:
    rows, _ = read(tmp_path, "accounts.csv", 'id,sla,sla.update_h\na1,"[4]",9\n')
    assert rows == [{"id": "a1", "sla": [4]}]


def test_csv_problems_name_the_line_their_record_began_on(tmp_path: Path) -> None:
    content = b'id,name\na1,"two\nlines"\nb,too,many\nc,\xff\nd,"x"y\ne,fine\nshort\n'
    rows, problems = read(tmp_path, "accounts.csv", content)
    assert [row["id"] for row in rows] == ["a1", "e"]
    assert problems == [
        (4, "this record cannot be read: it has 3 columns where the header has 2."),
        (5, f"this record cannot be read: it is not valid UTF-8; {AS_UTF8}."),
        (6, "this record cannot be read: its quotation marks do not match."),
        (8, "this record cannot be read: it has 1 columns where the header has 2."),
    ]


def test_a_quotation_mark_never_closed_costs_one_record(tmp_path: Path) -> None:
    content = 'id,name\na,"never closed\n' + "".join(f"b{number},fine\n" for number in range(50))
    rows, problems = read(tmp_path, "accounts.csv", content)
    assert [row["id"] for row in rows] == [f"b{number}" for number in range(50)]
    assert [line for line, _ in problems] == [2]


def test_a_record_may_not_run_on_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_rows, "_LONGEST_RECORD", 5)
    content = 'id,name\na,"never closed\n' + "b,fine\n" * 20 + 'c,"closed"\n'
    rows, problems = read(tmp_path, "accounts.csv", content)
    assert (len(rows), [line for line, _ in problems]) == (21, [2])


def test_a_csv_without_ids_is_told_and_an_empty_one_is_empty(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceUnusable, match="no column named id"):
        read(tmp_path, "accounts.csv", "number,name\n1,Acme\n")
    assert read(tmp_path, "accounts.csv", "") == ([], [])


JUNK = st.binary(max_size=20).filter(
    lambda line: b"\n" not in line and line.strip() and not line.startswith(b"\xff\xfe")
)


@given(st.lists(st.one_of(st.integers(0, 99), JUNK), max_size=12))
def test_bad_lines_never_lose_their_neighbours(
    tmp_path_factory: pytest.TempPathFactory, lines: list[int | bytes]
) -> None:
    content = b"\n".join(
        json.dumps({"id": str(line)}).encode() if isinstance(line, int) else line for line in [0, *lines]
    )
    rows, problems = read(tmp_path_factory.mktemp("w"), "kb.jsonl", content)
    good = {str(line) for line in lines if isinstance(line, int)}
    assert good <= {str(row.get("id")) for row in rows}
    assert len(rows) + len(problems) == len(lines) + 1


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\x00[{"), max_size=8)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=6), st.integers(0, 6))
def test_a_broken_csv_record_never_loses_its_neighbours(
    tmp_path_factory: pytest.TempPathFactory, cells: list[tuple[str, str]], at: int
) -> None:
    lines = [
        ",".join([f"r{number}", *('"' + cell.replace('"', '""') + '"' for cell in pair)]) + "\n"
        for number, pair in enumerate(cells)
    ]
    lines.insert(at, "broken,only two\n")
    rows, problems = read(tmp_path_factory.mktemp("w"), "accounts.csv", "id,name,notes\n" + "".join(lines))
    assert [row["id"] for row in rows] == [f"r{number}" for number in range(len(cells))]
    for row, (name, notes) in zip(rows, cells, strict=True):
        assert (row.get("name", ""), row.get("notes", "")) == (
            name if name.strip() else "",
            notes if notes.strip() else "",
        )
    assert len(problems) == 1
