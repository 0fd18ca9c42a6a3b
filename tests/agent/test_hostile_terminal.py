"""What records hold never drives the terminal that prints them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from agent.cli import app
from escalation.reading.fence import visible
from escalation.register.events import Event
from tools.following.trail import exported

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
    shown += [_printed("show", "ESC-0001", "--trail", form, *world) for form in ("json", "markdown")]
    shown.append(_printed("brief", f"API returning 500 errors for Acme Corp{ESC}", "--json", *world))
    assert not [text for text in shown if any(c in text for c in "\x1b\x07\u202e")]


def test_the_trail_in_json_says_everything_and_shows_nothing_unseen() -> None:
    said = "a\u202e\x7f\u2028\ue000\u200d\U000e0041 中文 é ok\n"
    event = Event(seq=1, escalation_id="ESC-1", at=datetime(2026, 3, 20, tzinfo=UTC), who="Kim", what="x", why=said)
    told = exported([event], "json")
    assert "中文 é ok" in told
    assert visible(told) == told
    assert json.loads(told)[0]["why"] == said
