"""What is remembered between calls, and that an import makes it forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, event

from tools.importing.load import load
from tools.importing.rows import Row
from tools.store.engine import open_store
from tools.store.memory import Lru, Memory
from tools.store.workspace import StoreWorkspace

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def ticket(id_: str, subject: str, **more: Any) -> Row:
    return Row("ticket", {"id": id_, "subject": subject, "created_at": "2026-02-01T00:00:00Z", **more}, "test", 1)


def account(id_: str, name: str, **more: Any) -> Row:
    return Row("account", {"id": id_, "name": name, **more}, "test", 1)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_store(tmp_path / "w.db")
    yield engine
    engine.dispose()


def statements(engine: Engine) -> list[str]:
    heard: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *args: heard.append(args[2]))
    return heard


def test_what_was_asked_before_costs_one_look_at_the_generation(engine: Engine) -> None:
    load(engine, [account("a", "Acme"), ticket("t1", "export stalls", account_id="a")])
    workspace = StoreWorkspace(engine, now=NOW)

    def ask() -> list[Any]:
        with workspace.snapshot() as seen:
            return [
                seen.search_tickets("export"),
                seen.find_accounts("a"),
                seen.coverage(),
                seen.ticket_count(),
                seen.account_names(),
                seen.segment_size("all"),
                seen.term_frequencies(["export", "nothing"]),
            ]

    first, heard = ask(), statements(engine)
    assert ask() == first
    assert sum("meta" in one for one in heard) == len([one for one in heard if one != "BEGIN"]) == 1


def test_every_import_that_changes_something_is_seen_at_once(engine: Engine) -> None:
    workspace, other = StoreWorkspace(engine, now=NOW), open_store(str(engine.url.database))
    load(engine, [account("a", "Acme", plan="Trial"), ticket("t1", "export stalls")])
    assert workspace.tickets(["t1"])[0].status == workspace.search_tickets("export")[0].record.status == "open"
    assert [workspace.ticket_count(), workspace.segment_size("trial")] == [1, 1]
    # Another process changes a ticket's state (its words stay), an account's name, and adds a ticket.
    load(other, [ticket("t1", "export stalls", status="solved"), account("a", "Apex"), ticket("t2", "export late")])
    other.dispose()
    assert workspace.tickets(["t1"])[0].status == "solved"
    assert {hit.record.id for hit in workspace.search_tickets("export")} == {"t1", "t2"}
    assert workspace.ticket_count() == 2
    assert workspace.account_names() == ["Apex"]
    assert workspace.segment_size("trial") == 0
    assert not workspace.accounts_named_in("Acme is waiting")
    assert workspace.term_frequencies(["export"]).get("export") == 2


def test_an_import_that_changes_nothing_forgets_nothing(engine: Engine) -> None:
    rows = [account("a", "Acme"), ticket("t1", "export stalls"), Row("workspace", {"company": "x"}, "test", 1)]
    load(engine, rows)
    workspace = StoreWorkspace(engine, now=NOW)
    before = workspace.tickets(["t1"])
    load(engine, rows)
    assert workspace.tickets(["t1"])[0] is before[0]


def test_a_new_clock_in_the_workspace_is_told(engine: Engine) -> None:
    workspace = StoreWorkspace(engine)
    for hour in ("08", "09"):
        load(engine, [Row("workspace", {"now": f"2025-12-24T{hour}:00:00Z"}, "test", 1)])
        assert workspace.now().hour == int(hour)


def test_a_snapshot_sees_one_moment_whatever_is_imported_meanwhile(engine: Engine) -> None:
    load(engine, [ticket("t1", "export stalls")])
    workspace = StoreWorkspace(engine, now=NOW)
    with workspace.snapshot() as seen, seen.snapshot() as within:
        assert seen.ticket_count() == 1
        load(engine, [ticket("t1", "export stalls", status="solved"), ticket("t2", "export late")])
        assert [one.status for one in within.tickets(["t1", "t2"])] == ["open"]
        assert [hit.record.id for hit in seen.search_tickets("export")] == ["t1"]
    assert len(workspace.search_tickets("export")) == 2


def test_a_store_without_a_generation_is_read_anew_each_time(engine: Engine) -> None:
    load(engine, [ticket("t1", "export stalls")])
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM meta WHERE key = 'generation'")
    workspace = StoreWorkspace(engine, now=NOW)
    assert workspace.tickets(["t1"])[0] is not workspace.tickets(["t1"])[0]


@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["put", "get", "some"]))), st.integers(1, 5))
def test_a_bounded_map_holds_what_was_used_last(uses: list[tuple[int, str]], least: int) -> None:
    held: Lru[int, int] = Lru(least)
    order: list[int] = []
    for key, use in uses:
        if use == "put":
            held.put(key, -key - 1)
        found = held.get(key) if use == "get" else held.some([key, 10]).get(key)
        assert found == -key - 1 if key in order[-least:] or use == "put" else found in {None, -key - 1}
        if found is not None:
            order = [one for one in order if one != key] + [key]
        assert len(held) <= 2 * least


def test_an_answer_is_found_once() -> None:
    memory, asked = Memory(), list[int]()

    def find() -> int:
        asked.append(1)
        return 0

    assert [memory.recall(("n",), find), memory.recall(("n",), find)] == [0, 0]
    assert len(asked) == 1
