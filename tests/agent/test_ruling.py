"""Ruling on tickets at the command line: `brief ... --same ID --apart ID --because "..."`."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

WHY = "They only call it short"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace of three customers: two say the same words, one calls it otherwise."""
    place = tmp_path / "desk"
    place.mkdir()
    names = {"a": "Acme Corp", "b": "Brightwater", "c": "Corvid"}
    accounts = [{"id": id_, "name": name, "plan": "Enterprise", "arr_usd": 10000} for id_, name in names.items()]
    told = {
        "T-1": ("a", "Export is missing rows"),
        "T-2": ("b", "The list is short"),
        "T-3": ("c", "Export is missing rows"),
    }
    tickets = [
        {"id": id_, "account_id": account, "subject": subject, "created_at": "2026-03-19T08:00:00Z"}
        for id_, (account, subject) in told.items()
    ]
    articles = [
        {"id": "KB-1", "title": "Invoices", "status": "published", "type": "howto", "body": "Set the filter to all."},
        {"id": "KB-2", "title": "Invoices", "status": "archived", "type": "howto", "body": "Set the filter to all."},
    ]
    for name, records in {"accounts": accounts, "tickets": tickets, "kb": articles}.items():
        (place / f"{name}.jsonl").write_text("\n".join(map(json.dumps, records)) + "\n", encoding="utf-8")
    (place / "workspace.json").write_text('{"company": "Test", "now": "2026-03-20T08:00:00Z"}', encoding="utf-8")
    return place


def brief(folder: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "agent", "brief", "Export is missing rows", "--workspace", str(folder), *options]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def affected(done: "subprocess.CompletedProcess[str]") -> tuple[list[str], int]:
    facts = json.loads(done.stdout)["facts"]
    return facts["affected_account_ids"], facts["arr_at_risk_usd"]


def test_tickets_are_counted_and_not_counted_by_hand(folder: Path) -> None:
    assert affected(brief(folder, "--json")) == (["a", "c"], 20000)
    ruled = brief(folder, "--json", "--same", "T-2", "--apart", "T-3", "--because", WHY)
    assert affected(ruled) == (["a", "b"], 20000)
    printed = json.loads(ruled.stdout)
    assert f"- T-2 is counted because support read it: “{WHY}”" in printed["brief"]
    assert f"- T-3 is not counted because support read it: “{WHY}”" in printed["brief"]
    assert sorted(printed["cited"]["tickets"]) == ["T-1", "T-2"]
    # A process of its own later, without a word of it.
    assert affected(brief(folder, "--json")) == (["a", "b"], 20000)


def test_both_may_be_given_again_and_need_a_reason(folder: Path) -> None:
    both = brief(folder, "--json", "--same", "T-2", "--same", "T-3", "--because", WHY)
    assert affected(both) == (["a", "b", "c"], 30000)
    for options, said in (
        (["--same", "T-2"], "--because"),
        (["--same", "T-2", "--apart", "T-2", "--because", WHY], "T-2 cannot be both"),
        (["--related", "T-2", "--apart", "T-2", "--because", WHY], "T-2 cannot be both"),
        (["--apart", "T-9", "--because", WHY], "item or message has the id T-9"),
    ):
        refused = brief(folder, *options)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert said in refused.stderr
        assert "Traceback" not in refused.stderr


def test_an_article_is_the_solution_by_hand_and_an_archived_one_is_refused_alone(folder: Path) -> None:
    assert json.loads(brief(folder, "--json").stdout)["facts"]["kb_workaround_exists"] is False
    ruled = brief(folder, "--json", "--same", "KB-1", "--same", "KB-2", "--because", "The filter hides them")
    printed = json.loads(ruled.stdout)
    assert (printed["facts"]["kb_workaround_exists"], printed["cited"]["kb"]) == (True, ["KB-1"])
    assert "KB-1 is taken as the solution because support read it: “The filter hides them”" in printed["brief"]
    assert "KB-2 is archived: an outdated article is no solution" in ruled.stderr
    alone = brief(folder, "--same", "KB-2", "--because", "The filter hides them")
    assert (alone.returncode, alone.stdout) == (2, "")
