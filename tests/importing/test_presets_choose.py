"""Which preset reads a file, and how presets are listed and copied."""

from __future__ import annotations

from pathlib import Path

import pytest

from escalation.errors import InvalidInput, NotFound, WorkspaceUnusable
from tools.importing.presets import catalogue, copy_preset, describe_presets, rows_of
from tools.importing.rows import Row

EXPORTS = Path(__file__).parent / "exports"
NAMES = ["hubspot-companies", "jira", "jira-service", "redmine", "request-tracker", "zendesk"]


def test_presets_are_described_with_how_each_was_checked() -> None:
    described = {entry["name"]: entry for entry in describe_presets()}
    assert list(described) == NAMES
    for name, entry in described.items():
        assert entry["about"]
        proven = name in ("redmine", "request-tracker")
        assert entry["checked"].startswith("proven on files written by" if proven else "contract-tested only")


@pytest.mark.parametrize("name", NAMES)
def test_each_presets_header_comment_says_how_it_was_checked(name: str) -> None:
    comment = (Path(catalogue.__file__).parent / f"{name}.toml").read_text("utf-8").split("\nname =")[0]
    assert "# Checked: " in comment


def test_a_copied_preset_reads_the_same_file_alike(tmp_path: Path) -> None:
    copy = copy_preset("redmine", tmp_path)
    path = EXPORTS / "redmine-issues.csv"
    assert copy == tmp_path / "redmine.toml"
    assert list(rows_of(path, mapping=copy)) == list(rows_of(path, preset="redmine")) == list(rows_of(path))


def test_a_changed_copy_reads_times_in_its_own_zone(tmp_path: Path) -> None:
    copy = copy_preset("redmine", tmp_path / "mine.toml")
    copy.write_text(copy.read_text("utf-8").replace('zone = "UTC"', 'zone = "Asia/Shanghai"'), "utf-8")
    first = next(
        r for r in rows_of(EXPORTS / "redmine-issues.csv", mapping=copy) if isinstance(r, Row) and r.kind == "ticket"
    )
    assert first.data["created_at"] == "2026-08-18T19:00:00Z"


def test_a_copy_never_overwrites(tmp_path: Path) -> None:
    copy_preset("jira", tmp_path)
    with pytest.raises(InvalidInput, match="is there already"):
        copy_preset("jira", tmp_path)


def test_a_copy_into_nowhere_says_so(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceUnusable, match="cannot be written"):
        copy_preset("jira", tmp_path / "no" / "where.toml")


def test_an_unknown_preset_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(NotFound, match=r"hubspot-companies, jira, .*--map FILE"):
        rows_of(EXPORTS / "rt-tickets.tsv", preset="rt")


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.csv", "x,y\n1,2\n"), ("a.json", '{"x": 1}'), ("a.tsv", ""), ("a.json", "[]"), ("a.json", "{broken")],
)
def test_a_file_that_no_preset_fits_names_the_presets_and_map(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(InvalidInput, match=r"does not look like any export.*request-tracker.*--map FILE"):
        rows_of(tmp_path / name)


def test_a_file_that_several_presets_fit_names_them(tmp_path: Path) -> None:
    columns = "Issue key,Summary,Issue Type,Status,#,Tracker,Subject,Created\n"
    (tmp_path / "a.csv").write_text(columns)
    with pytest.raises(InvalidInput, match=r"several kinds: jira, redmine\. Say which with --preset"):
        rows_of(tmp_path / "a.csv")


def test_bytes_that_are_no_text_fit_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"#,Tracker\xff\xff,Subject\n")
    with pytest.raises(InvalidInput, match="does not look like any export"):
        rows_of(tmp_path / "a.csv")


def test_a_long_json_is_judged_by_its_first_objects(tmp_path: Path) -> None:
    lines = ["{}"] * 30 + ['{"id": 1, "subject": "s", "status": "new", "requester_id": 1, "created_at": "2026-01-01"}']
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    with pytest.raises(InvalidInput, match="does not look like any export"):
        rows_of(tmp_path / "a.jsonl")


def test_wrong_use_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="not both"):
        rows_of(EXPORTS / "rt-tickets.tsv", preset="jira", mapping=tmp_path / "m.toml")
    with pytest.raises(InvalidInput, match="is not a file"):
        rows_of(tmp_path)
