"""The generated workspace: the same for the same seed, importable whole, with clusters that can be found."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from evals.big_workspace import write
from tools.importing.load import Counts, import_path
from tools.store.engine import open_store


def records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_one_seed_gives_one_workspace(tmp_path: Path) -> None:
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        write(tmp_path / name, tickets=600, seed=seed)
    contents = [(tmp_path / name / "tickets.jsonl").read_bytes() for name in "abc"]
    assert contents[0] == contents[1] != contents[2]


def test_every_record_can_be_imported(tmp_path: Path) -> None:
    write(tmp_path, tickets=600)
    engine = open_store("sqlite://")
    report = import_path(engine, [tmp_path])
    engine.dispose()
    assert report.problems == []
    assert report.counts == {
        "account": Counts(new=12),
        "ticket": Counts(new=600),
        "article": Counts(new=12),
        "message": Counts(new=20),
        "item": Counts(new=12),
        "workspace": Counts(new=1),
    }


def test_a_cluster_is_told_apart_by_its_error_string(tmp_path: Path) -> None:
    clusters = write(tmp_path, tickets=2_500)
    tickets = records(tmp_path / "tickets.jsonl")
    assert sum(len(cluster.ticket_ids) for cluster in clusters) == 5
    for cluster in clusters:
        showing = {one["id"] for one in tickets if cluster.error in one["subject"] + one["description"]}
        assert showing == set(cluster.ticket_ids)
        assert {one["account_id"] for one in tickets if one["id"] in showing} <= set(cluster.account_ids)
        assert cluster.error in cluster.issue


def test_threads_have_two_to_four_comments_in_three_scripts(tmp_path: Path) -> None:
    write(tmp_path, tickets=300)
    tickets = records(tmp_path / "tickets.jsonl")
    assert {len(one["comments"]) for one in tickets} == {2, 3, 4}
    assert {one["language"] for one in tickets} == {"en", "zh-Hans", "zh-Hant"}
