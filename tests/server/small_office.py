"""An office over records that a test writes itself, imported into a store of its own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tools.desk.office import Office
from tools.desk.opening import opening
from tools.importing.sync import sync
from tools.serving.command import Command
from tools.store.engine import open_store

NOW = "2026-11-20T08:00:00Z"


def small_office(
    folder: Path, records: Mapping[str, Iterable[Mapping[str, Any]]], monkeypatch: pytest.MonkeyPatch
) -> Office:
    """`records` by file name (tickets, kb …). Fails where one of them is not taken."""
    monkeypatch.setenv("CUSTOMER_ESCALATION_HOME", str(folder / "home"))
    (world := folder / "world").mkdir()
    (world / "workspace.json").write_text(json.dumps({"now": NOW}), encoding="utf-8")
    for name, rows in records.items():
        (world / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    engine = open_store(folder / "world.db")
    report = sync(engine, world)
    assert report is not None
    assert not report.problems
    engine.dispose()
    (config := folder / "customer-escalation.toml").touch()
    return Office(opening(Command(str(folder / "world.db"), str(config), None, None)))
