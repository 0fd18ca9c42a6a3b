"""CSV and TSV as people's systems write them: Jira's repeated columns, HubSpot's companies, odd encodings, broken lines."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.errors import InvalidInput
from tools.importing.mapping import FileShape
from tools.importing.presets import rows_of, tables
from tools.importing.presets.tables import cells_of, encoding_of, header_of, table_records
from tools.importing.rows import Problem, Row

JIRA = (
    "Summary,Issue key,Issue Type,Status,Priority,Created,Updated,Labels,Labels,Fix Version/s,Description,Comment,Comment\r\n"
    'Sync stops,ENG-1,Bug,In Progress,Highest,19/Aug/26 10:11 AM,20/Aug/26 1:00 PM,sync,desktop,4.33,"two\r\nlines, ""so""",'
    "19/Aug/26 11:00 AM;5b10;first; with semicolon,20/Aug/26 1:00 PM;5b11;second\r\n"
    "Later,ENG-2,New Feature,Done,Odd,19/Aug/26 10:12 AM,,,,,,,\r\n"
)
HUBSPOT = (
    "Record ID,Company name,Company Domain Name,Annual Revenue,ARR,Country/Region,Company owner,Renewal date\n"
    '11,Acme Corp,www.acme.example,9000000,"$240,000",Norway,Kim,2027-01-31\n'
    "12,云禾物流,,,,,,\n"
)


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def split(found: list[Row | Problem]) -> tuple[list[dict[str, Any]], list[Problem]]:
    return [f.data for f in found if isinstance(f, Row)], [f for f in found if isinstance(f, Problem)]


def test_jiras_repeated_columns_become_lists_and_comments(tmp_path: Path) -> None:
    found = list(rows_of(write(tmp_path / "jira.csv", JIRA)))
    (first, second), problems = split(found)
    assert problems == []
    assert [row.line for row in found] == [2, 4], "a record begins where its first line stands"
    assert first["labels"] == ["sync", "desktop"]
    assert first["body"] == 'two\r\nlines, "so"'
    assert (first["type"], first["status"], first["priority"]) == ("bug", "in_progress", "urgent")
    assert first["updated_at"] == "2026-08-20T13:00:00Z"
    assert first["fixed_in"] == "4.33"
    assert first["comments"] == [
        {"id": "ENG-1-1", "at": "2026-08-19T11:00:00Z", "author": "5b10", "body": "first; with semicolon"},
        {"id": "ENG-1-2", "at": "2026-08-20T13:00:00Z", "author": "5b11", "body": "second"},
    ]
    assert (second["type"], second["status"], second["priority"]) == ("feature", "done", "Odd")


def test_a_service_desks_issues_are_tickets_of_their_organisations(tmp_path: Path) -> None:
    text = (
        "Issue key;Summary;Status;Created;Reporter;Custom field (Organizations);Comment\n"
        "SD-1;Help;Waiting for customer;19/Aug/26 10:11 AM;Ann;Acme Corp;19/Aug/26 10:12 AM;\n"
        'SD-2;Help;Done;19/Aug/26 10:11 AM;Ann;Acme Corp;"19/Aug/26 10:12 AM;Ann;still"\n'
    )
    rows, problems = split(list(rows_of(write(tmp_path / "desk.csv", text))))
    assert [p.line for p in problems] == [], problems
    assert rows[0] == {"id": "acme-corp", "name": "Acme Corp", "derived_from": "tickets"}
    assert [(r["id"], r["status"], r["account_id"]) for r in rows[1:]] == [
        ("SD-1", "pending", "acme-corp"),
        ("SD-2", "solved", "acme-corp"),
    ]
    assert rows[2]["comments"][0]["role"] == "customer"


def test_hubspot_companies_are_accounts_by_domain_and_turnover_is_never_read_as_arr(tmp_path: Path) -> None:
    (acme, yunhe), problems = split(list(rows_of(write(tmp_path / "companies.csv", HUBSPOT))))
    assert problems == []
    assert acme["id"] == acme["domain"] == "acme.example"
    assert acme["arr_usd"] == 240000
    assert acme["Annual Revenue"] == "9000000"
    assert (acme["region"], acme["csm"], acme["renewal_date"]) == ("Norway", "Kim", "2027-01-31")
    assert yunhe == {"id": "hubspot-12", "name": "云禾物流"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_redmines_file_reads_alike_in_every_encoding_it_may_have(tmp_path: Path, encoding: str) -> None:
    text = "#;跟踪;状态;主题;创建于\n1;缺陷;新建;导出丢失行;2026-11-01 08:00\n"
    (ticket,), problems = split(list(rows_of(write(tmp_path / "issues.csv", text, encoding))))
    assert problems == []
    assert (ticket["subject"], ticket["status"]) == ("导出丢失行", "new")


def test_a_character_cut_by_the_end_of_the_probe_does_not_spoil_the_encoding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "_PROBE", 6)
    assert encoding_of(write(tmp_path / "a", "ab\n中文字\n"), ["utf-8", "gb18030"]) == "utf-8-sig"


def test_a_file_in_no_known_encoding_is_refused_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"caf\xe9 \xff")
    with pytest.raises(InvalidInput, match=r"not text in utf-8 or nonsense.*Save it as UTF-8"):
        encoding_of(tmp_path / "a", ["utf-8", "nonsense"])


def cells(text: str, shape: FileShape) -> list[tuple[int, list[str]] | Problem]:
    return list(cells_of(io.StringIO(text, newline=""), shape, "f"))


def test_a_stray_quotation_mark_costs_its_own_line_only() -> None:
    found = cells('a,b\n1,"open\n2,x\n3,y\n', FileShape(shape="csv"))
    assert [f.line for f in found if isinstance(f, Problem)] == [2]
    assert [f for f in found if not isinstance(f, Problem)] == [(1, ["a", "b"]), (3, ["2", "x"]), (4, ["3", "y"])]


def test_three_cells_of_one_column_are_three_values(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "L,L,L\na,b,c\n")
    assert list(table_records(path, FileShape(shape="csv"))) == [(2, {"L": ["a", "b", "c"]})]


def test_an_endless_cell_is_stopped_at_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "CELL_LIMIT", 10)
    found = cells('a,b\n1,"' + "x\n" * 10 + "2,y\n", FileShape(shape="csv"))
    assert isinstance(found[1], Problem)
    assert found[-1] == (12, ["2", "y"])
    monkeypatch.undo()
    csv.field_size_limit(tables.CELL_LIMIT)


def test_a_line_with_more_cells_than_names_is_reported_and_a_shorter_one_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "id,n\n1,a,b\n2\n3,c,\n\n")
    found = list(table_records(path, FileShape(shape="csv")))
    assert [f.line for f in found if isinstance(f, Problem)] == [2]
    assert [f for f in found if not isinstance(f, Problem)] == [(3, {"id": "2"}), (4, {"id": "3", "n": "c"})]


def test_a_broken_line_is_reported_by_the_reader_too(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", 'Issue key,Summary,Issue Type,Status\nE-1,"x"y,Bug,Open\nE-2,z,Bug,Open\n')
    rows, problems = split(list(rows_of(path)))
    assert [r["id"] for r in rows] == ["E-2"]
    assert str(problems[0]).startswith(f"{path}:2: this line cannot be read")


@pytest.mark.parametrize("text", ["", "\n"])
def test_an_empty_file_has_no_header(tmp_path: Path, text: str) -> None:
    assert header_of(write(tmp_path / "a.csv", text), FileShape(shape="csv")) == []


def test_a_header_that_cannot_be_read_is_no_header(tmp_path: Path) -> None:
    assert header_of(write(tmp_path / "a.csv", '"a"b,c\n1,2\n'), FileShape(shape="csv")) == []


text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)


@given(st.lists(st.lists(text, min_size=2, max_size=2), min_size=1, max_size=6), st.sampled_from([",", ";", "\t"]))
def test_whatever_a_csv_writer_writes_is_read_back(records: list[list[str]], delimiter: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(records)
    read = [f for f in cells(out.getvalue(), FileShape(shape="csv", delimiter=delimiter)) if not isinstance(f, Problem)]
    assert [record for _, record in read] == [r for r in records if any(cell.strip() for cell in r)]
