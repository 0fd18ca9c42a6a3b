"""Texts made to keep the program busy: thousands of one thing in a ticket or a line, read in a process of few seconds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

LENGTH = 12_000
SECONDS = 60
"""Processor time of a child, which takes some eight. Numbers or line breaks alone took longer before patterns were bounded."""
BUSY = {
    "one word": "a",
    "blanks": " ",
    "line breaks": "\n",
    "lines of blanks": " \n",
    "digits": "1",
    "numbers": "1 ",
    "commas": "，",
    "list marks": "、",
    "semicolons": "; ",
    "conditions": "if not ",
    "dates": "by friday ",
}
CHILD = """
import json, resource, sys
from datetime import UTC, datetime
seconds, issues = int(sys.argv[1]), json.load(sys.stdin)
resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
from pathlib import Path
from escalation.policy import Policy
from tools.desk.desk import Desk, Request
from tools.importing.sync import sync
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace
for folder in map(Path, sys.argv[2:]):
    engine = open_store(folder.with_suffix(".db"))
    sync(engine, folder)
    workspace = StoreWorkspace(engine, now=datetime(2026, 1, 6, tzinfo=UTC))
    for issue in issues:
        prepared = Desk(workspace, Register(engine), Policy()).prepare(Request(issue))
        assert prepared.escalation_id
    print(folder.name)
"""


def _folder(parent: Path, text: str) -> Path:
    at = "2026-01-05T10:00:00Z"
    comments = [
        {"id": "c1", "role": "agent", "at": at, "body": "Please clear the cache."},
        {"id": "c2", "role": "customer", "at": at, "body": f"Done{text}neither"},
    ]
    ticket = {
        "id": "T-4711",
        "account_id": "a",
        "subject": "Export fails with ERR_X",
        "description": f"Export fails with ERR_X {text}",
        "created_at": at,
        "comments": comments,
    }
    parent.mkdir()
    (parent / "accounts.jsonl").write_text('{"id": "a", "name": "Alpha"}\n', encoding="utf-8")
    (parent / "tickets.jsonl").write_text(json.dumps(ticket) + "\n", encoding="utf-8")
    return parent


def _read(issues: list[str], *folders: Path) -> list[str]:
    env = {key: value for key, value in os.environ.items() if not key.startswith("ANTHROPIC_")}
    command = [sys.executable, "-c", CHILD, str(SECONDS), *map(str, folders)]
    done = subprocess.run(command, input=json.dumps(issues), capture_output=True, text=True, env=env, check=False)
    assert done.returncode == 0, f"read only {done.stdout.split()}: {done.stderr[-400:]}"
    return done.stdout.splitlines()


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of processor time")
def test_tickets_full_of_one_thing_are_read_in_seconds(tmp_path: Path) -> None:
    folders = [_folder(tmp_path / name, (unit * LENGTH)[:LENGTH]) for name, unit in BUSY.items()]

    assert _read(["Alpha: export fails with ERR_X T-4711"], *folders) == list(BUSY)


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of processor time")
def test_lines_full_of_one_thing_are_read_in_seconds(tmp_path: Path) -> None:
    issues = [f"Alpha: export fails with ERR_X {(unit * LENGTH)[:LENGTH]}" for unit in BUSY.values()]

    assert _read(issues, _folder(tmp_path / "plain", "")) == ["plain"]
