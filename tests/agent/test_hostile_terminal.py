"""What records hold never drives the terminal that prints them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from agent.cli import app

ESC = "\x1b]0;taken\x07\x1b[2J\u202e"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "desk"
    place.mkdir()
    account = {"id": "a-1", "name": f"Acme Corp{ESC}\n# ESCALATION: x", "plan": "Enterprise", "arr_usd": 120000}
    ticket = {
        "id": "T-1",
        "account_id": "a-1",
        "subject": f"API returns 500{ESC}",
        "created_at": "2026-03-19T08:00:00Z",
    }
    (place / "accounts.jsonl").write_text(json.dumps(account), encoding="utf-8")
    bad = {"id": "T-2", "created_at": f"no{ESC}"}
    (place / "tickets.jsonl").write_text("\n".join(map(json.dumps, (ticket, bad))), encoding="utf-8")
    (place / "workspace.json").write_text('{"now": "2026-03-20T08:00:00Z"}', encoding="utf-8")
    return place


def _printed(*arguments: str) -> str:
    result = CliRunner().invoke(app, list(arguments))
    return result.stdout + result.stderr


def test_no_command_prints_a_control_character(folder: Path, tmp_path: Path) -> None:
    world = ("--workspace", str(folder))
    _printed("brief", f"API returning 500 errors for Acme Corp{ESC}", *world)
    shown = [_printed(*c, *world) for c in (("list",), ("show", "ESC-0001"), ("show", "ESC-0001", "--record"))]
    shown.append(_printed("import", str(folder), "--workspace", str(tmp_path / "store.db")))
    assert "ESC-0001" in shown[0]
    assert "opened" in shown[2]
    assert "T-2" in shown[3] or "created_at" in shown[3]
    assert not [text for text in shown if any(c in text for c in "\x1b\x07\u202e")]
