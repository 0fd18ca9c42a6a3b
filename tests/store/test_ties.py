"""Threads and links are the same whether they are kept or asked for one by one; so is since when records are there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from tools.importing.load import load
from tools.importing.rows import Row, RowKind
from tools.store import asking, ranking, ties
from tools.store.engine import open_store
from tools.store.workspace import StoreWorkspace

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def row(kind: RowKind, id_: str, **more: Any) -> Row:
    return Row(kind, {"id": id_, **more}, "test", 1)


def ticket(id_: str, **more: Any) -> Row:
    return row("ticket", id_, subject="export stalls", created_at="2026-02-01T00:00:00Z", **more)


def message(id_: str, thread_of: str | None = None, day: int = 1) -> Row:
    return row(
        "message", id_, channel="#eng", at=f"2026-02-{day:02d}T00:00:00Z", text="export stalls", thread_of=thread_of
    )


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_store(tmp_path / "w.db")
    load(
        engine,
        [
            ticket("t1", linked_tracker=["ENG-1", "ENG-2"]),
            ticket("t2", merged_into="t1", status="solved"),
            ticket("t3", merged_into="t1"),
            ticket("t4", linked_tracker=["ENG-2"]),
            row("item", "ENG-1", title="Export", linked_tickets=["t3"]),
            row("item", "ENG-2", title="Export"),
            message("m1"),
            message("m2", "m1", 2),
            message("m3", "m2", 3),
            message("m4", "m1", 4),
            message("m5"),
        ],
    )
    yield engine
    engine.dispose()


@pytest.fixture(params=["kept", "asked"])
def workspace(request: pytest.FixtureRequest, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> StoreWorkspace:
    if request.param == "asked":
        monkeypatch.setattr(ties, "MOST", 0)
        monkeypatch.setattr(asking, "FEW", 0)
    return StoreWorkspace(engine, now=NOW)


def test_a_thread_is_whole_from_any_of_its_messages(workspace: StoreWorkspace) -> None:
    for asked in ("m1", "m2", "m3", "m4"):
        assert [one.id for one in workspace.thread(asked)] == ["m1", "m2", "m3", "m4"]
    assert [one.id for one in workspace.threads(["m5", "m9"])] == ["m5"]
    assert workspace.threads([]) == []


def test_links_are_found_from_either_side(workspace: StoreWorkspace) -> None:
    def linked(**asked: list[str]) -> list[str]:
        return [one.id for one in workspace.tickets_linked_to(**asked)]

    assert linked(tracker=["ENG-1"]) == ["t1", "t3"]
    assert linked(tracker=["ENG-2", "ENG-9"]) == ["t1", "t4"]
    assert linked(merged_into=["t1"]) == ["t2", "t3"]
    assert linked(tracker=["ENG-2"], merged_into=["t1"]) == ["t1", "t2", "t3", "t4"]
    assert linked() == []
    assert [one.id for one in workspace.items_linked_to(["t1", "t9"])] == ["ENG-1", "ENG-2"]


def test_messages_since_a_day_and_tickets_in_a_state_are_found(workspace: StoreWorkspace) -> None:
    since = datetime(2026, 2, 3, tzinfo=UTC)
    assert {hit.record.id for hit in workspace.search_messages("export", since=since)} == {"m3", "m4"}
    assert {hit.record.id for hit in workspace.search_tickets("export stalls")} == {"t1", "t2", "t3", "t4"}
    assert [hit.record.id for hit in workspace.search_tickets("export", status=["solved"])] == ["t2"]


def test_an_import_renews_what_is_kept(engine: Engine, workspace: StoreWorkspace) -> None:
    assert len(workspace.thread("m5")) == 1
    load(engine, [message("m6", "m5", 6), ticket("t5", linked_tracker=["ENG-1"])])
    assert [one.id for one in workspace.thread("m6")] == ["m5", "m6"]
    assert [one.id for one in workspace.tickets_linked_to(tracker=["ENG-1"])] == ["t1", "t3", "t5"]
    assert {hit.record.id for hit in workspace.search_messages("export")} == {"m1", "m2", "m3", "m4", "m5", "m6"}


@given(
    scores=st.lists(st.floats(0.01, 10), max_size=12),
    ages=st.lists(st.tuples(st.integers(0, 400), st.booleans()), min_size=12, max_size=12),
    most=st.integers(0, 12),
)
def test_what_is_not_weighed_would_not_have_been_among_the_best(
    scores: list[float], ages: list[tuple[int, bool]], most: int
) -> None:
    scored = [(f"{n:02d}", score) for n, score in enumerate(sorted(scores, reverse=True))]
    standing = {f"{n:02d}": (NOW - timedelta(days=age), is_open) for n, (age, is_open) in enumerate(ages) if n != 3}
    every = ranking.boosted(scored, standing, NOW, len(scored))
    assert ranking.boosted(scored, standing, NOW, most) == every[:most]
