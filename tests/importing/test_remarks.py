"""What an import takes as it is and says: times without a zone, tickets of a customer that nobody knows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.importing.test_bad_rows import AT
from tools.importing.load import load
from tools.importing.rows import Row, RowKind
from tools.importing.sync import sync
from tools.store.engine import open_store

UTC_READ = "is read as UTC"


def remarks(rows: Sequence[tuple[RowKind, dict[str, Any]]], source: str = "workspace") -> list[str]:
    engine = open_store("sqlite://")
    report = load(
        engine, [Row(kind, data, f"{kind}s.jsonl", n, source, rank=2) for n, (kind, data) in enumerate(rows, start=1)]
    )
    engine.dispose()
    assert not report.problems
    return list(map(str, report.remarks))


def ticket(id_: str, **more: Any) -> tuple[RowKind, dict[str, Any]]:
    return "ticket", {"id": id_, "created_at": AT, **more}


@pytest.mark.parametrize(
    ("more", "named"),
    [
        ({"created_at": "2026-09-01 10:00"}, "created_at"),
        ({"solved_at": "2026-09-01T10:00:00"}, "solved_at"),
        ({"sla": {"resolution_due": "2026-09-01T10:00"}}, "sla.resolution_due"),
        ({"comments": [{"at": AT}, {"at": "2026-09-01T10:00:00.123"}]}, "comments.at"),
    ],
)
def test_a_time_without_its_zone_is_said_once_a_file_with_its_first_line(more: dict[str, Any], named: str) -> None:
    said = remarks([ticket("t1"), ticket("t2", **more), ticket("t3", **more), ticket("t4", **more)])
    lacking = f"{named} has no zone and {UTC_READ} (so on 2 more lines)."
    assert said == [f"tickets.jsonl:2: {lacking} Write times such as 2026-01-05T09:30:00Z or with +08:00."]


@pytest.mark.parametrize(
    "at", ["2026-09-01T10:00:00Z", "2026-09-01 10:00+08:00", "2026-09-01T10:00:00-0500", "2026-09-01"]
)
def test_a_time_with_its_zone_and_a_bare_day_are_not_remarked(at: str) -> None:
    assert remarks([ticket("t1", created_at=at)]) == []


def test_an_export_that_was_read_in_the_zone_of_its_preset_is_not_remarked() -> None:
    assert remarks([ticket("t1", created_at="2026-09-01T10:00:00")], source="jira") == []


def test_tickets_of_a_customer_that_nobody_knows_are_kept_and_said_once_for_each() -> None:
    known: tuple[RowKind, dict[str, Any]] = ("account", {"id": "a1", "name": "Alpha"})
    said = remarks(
        [ticket("t1", account_id="nope"), ticket("t2", account_id="a1"), ticket("t3", account_id="nope"), known]
    )
    assert said == [
        "tickets.jsonl:1: no account on record has the id nope (so on 1 more line): kept, but nothing is known of the customer."
    ]


def test_a_workspace_folder_says_the_same_when_it_is_read_and_not_again(tmp_path: Path) -> None:
    (tmp_path / "accounts.jsonl").write_text(json.dumps({"id": "a1", "name": "Alpha"}), encoding="utf-8")
    (tmp_path / "tickets.jsonl").write_text(
        json.dumps({"id": "t1", "account_id": "a2", "created_at": "2026-09-01 10:00"}), encoding="utf-8"
    )
    engine = open_store("sqlite://")
    first, second = sync(engine, tmp_path), sync(engine, tmp_path)
    engine.dispose()
    assert second is None
    assert first is not None
    assert [(one.line, UTC_READ in one.message, "a2" in one.message) for one in first.remarks] == [
        (1, True, False),
        (1, False, True),
    ]
