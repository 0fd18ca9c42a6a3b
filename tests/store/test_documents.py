"""Records read from the store are those that were imported, and keep no set of stated fields each of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from escalation.records import Ticket
from tools.importing.load import load
from tools.importing.rows import Row
from tools.store import documents
from tools.store.engine import open_store
from tools.store.workspace import StoreWorkspace

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def ticket(id_: str, **more: Any) -> dict[str, Any]:
    said = {"author": "Jo", "at": "2026-02-01T00:00:00Z", "body": "It stalls."}
    return {
        "id": id_,
        "subject": "export stalls",
        "created_at": "2026-02-01T00:00:00Z",
        "comments": [said, said],
        **more,
    }


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_store(tmp_path / "w.db")
    yield engine
    engine.dispose()


def test_records_are_the_same_and_share_what_says_which_fields_they_state(engine: Engine) -> None:
    told = [ticket("t1"), ticket("t2"), ticket("t3", priority="high")]
    load(engine, [Row("ticket", one, "test", 1) for one in told])
    one, two, other = StoreWorkspace(engine, now=NOW).tickets(["t1", "t2", "t3"])
    assert [one, two, other] == [Ticket.model_validate(each) for each in told]
    assert one.model_dump(exclude_unset=True) == Ticket.model_validate(told[0]).model_dump(exclude_unset=True)
    assert one.model_fields_set is two.model_fields_set
    assert one.comments[0].model_fields_set is two.comments[1].model_fields_set
    assert "priority" in other.model_fields_set
    assert "priority" not in one.model_fields_set


def test_a_copy_states_more_and_the_record_does_not(engine: Engine) -> None:
    load(engine, [Row("ticket", ticket("t1"), "test", 1), Row("ticket", ticket("t2"), "test", 2)])
    one, two = StoreWorkspace(engine, now=NOW).tickets(["t1", "t2"])
    assert "priority" in one.model_copy(update={"priority": "low"}).model_fields_set
    assert "priority" not in two.model_fields_set


def test_only_so_many_are_shared(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    shared = dict[frozenset[str], set[str]]()
    monkeypatch.setattr(documents, "_stated", shared)
    monkeypatch.setattr(documents, "_STATED", 3)
    load(engine, [Row("ticket", ticket(f"t{n}", **{f"field_{n}": n}), "test", n) for n in range(20)])
    assert len(StoreWorkspace(engine, now=NOW).tickets([f"t{n}" for n in range(20)])) == 20
    assert len(shared) <= 6
