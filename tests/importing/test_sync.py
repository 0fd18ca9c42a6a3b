"""A store that mirrors a folder: what changed is read again, what left vanishes, the register stays."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select

from escalation.errors import WorkspaceUnusable
from tools.importing import sync as syncing
from tools.importing.load import Counts
from tools.importing.sync import sync
from tools.store import schema
from tools.store.engine import open_store
from tools.store.register import Register

T1 = '{"id":"t1","created_at":"2026-01-05T10:00:00Z","subject":"sync broken","linked_tracker":["i1"]}\n'
T2 = '{"id":"t2","created_at":"2026-01-05T10:00:00Z"}\n'


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_store(tmp_path / "s.db")
    yield engine
    engine.dispose()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "w"
    folder.mkdir()
    (folder / "accounts.jsonl").write_text('{"id":"a1","name":"Acme"}\n{"id":"a2","name":"Beta"}\n')
    (folder / "tickets.jsonl").write_text(T1 + T2)
    return folder


def ids(engine: Engine, column: Any) -> list[str]:
    with engine.connect() as connection:
        return sorted(connection.execute(select(column)).scalars())


def not_again(*_: object) -> None:
    pytest.fail("the file was read again")


def interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def later(path: Path, content: str) -> None:
    """Write a file as an editor would some time later."""
    before = path.stat().st_mtime_ns if path.exists() else 0
    path.write_text(content)
    os.utime(path, ns=(before + 10**9, before + 10**9))


def test_the_first_time_everything_is_imported_and_then_nothing(engine: Engine, folder: Path) -> None:
    report = sync(engine, folder)
    assert report is not None
    assert (report.of("account"), report.of("ticket")) == (Counts(new=2), Counts(new=2))
    assert sync(engine, folder) is None


def test_an_unchanged_folder_is_not_even_read(engine: Engine, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sync(engine, folder)
    monkeypatch.setattr(Path, "open", not_again)
    assert sync(engine, folder) is None


def test_a_file_only_touched_is_not_imported_and_not_digested_twice(
    engine: Engine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync(engine, folder)
    later(folder / "tickets.jsonl", T1 + T2)
    assert sync(engine, folder) is None
    monkeypatch.setattr(Path, "open", not_again)
    assert sync(engine, folder) is None


def test_only_the_changed_kind_is_read_again_and_what_left_it_vanishes(engine: Engine, folder: Path) -> None:
    sync(engine, folder)
    later(folder / "tickets.jsonl", T2 + T2.replace("t2", "t3"))
    report = sync(engine, folder)
    assert report is not None
    assert report.counts == {"ticket": Counts(new=1, unchanged=1, removed=1)}
    assert ids(engine, schema.ticket.c.id) == ["t2", "t3"]
    assert ids(engine, schema.ticket_item.c.ticket_id) == []


def test_an_account_that_left_takes_its_names_along(engine: Engine, folder: Path) -> None:
    sync(engine, folder)
    later(folder / "accounts.jsonl", '{"id":"a2","name":"Beta"}\n')
    sync(engine, folder)
    assert set(ids(engine, schema.account_name.c.account_id)) == {"a2"}


def test_a_file_that_left_takes_its_records_along(engine: Engine, folder: Path) -> None:
    (folder / "workspace.json").write_text('{"company":"Acme"}')
    sync(engine, folder)
    assert "workspace" in ids(engine, schema.meta.c.key)
    (folder / "tickets.jsonl").unlink()
    (folder / "workspace.json").unlink()
    report = sync(engine, folder)
    assert report is not None
    assert report.of("ticket") == Counts(removed=2)
    assert ids(engine, schema.ticket.c.id) == []
    assert "workspace" not in ids(engine, schema.meta.c.key)
    assert sync(engine, folder) is None


def test_two_files_of_one_kind_add_up(engine: Engine, folder: Path) -> None:
    (folder / "accounts.csv").write_text("id,name\na3,Gamma\n")
    sync(engine, folder)
    assert ids(engine, schema.account.c.id) == ["a1", "a2", "a3"]
    later(folder / "accounts.csv", "id,name\na4,Delta\n")
    sync(engine, folder)
    assert ids(engine, schema.account.c.id) == ["a1", "a2", "a4"]


def test_the_register_survives_every_import(engine: Engine, folder: Path) -> None:
    sync(engine, folder)
    register = Register(engine)
    id_ = register.open(issue="sync broken", who="me", at=datetime(2026, 1, 5, tzinfo=UTC), ticket_ids=("t1",))
    before = register.events(id_)
    later(folder / "tickets.jsonl", T2)
    (folder / "accounts.jsonl").write_text('{"id":"a9","name":"Other"}\n')
    sync(engine, folder)
    assert register.events(id_) == before
    assert ids(engine, schema.ticket.c.id) == ["t2"]


def test_a_failed_import_leaves_the_kind_as_it_was_and_is_tried_again(
    engine: Engine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync(engine, folder)
    later(folder / "tickets.jsonl", T2 + T2.replace("t2", "t3"))
    with monkeypatch.context() as patch:
        patch.setattr(syncing, "_remember", interrupted)
        with pytest.raises(KeyboardInterrupt):
            sync(engine, folder)
    assert ids(engine, schema.ticket.c.id) == ["t1", "t2"]
    sync(engine, folder)
    assert ids(engine, schema.ticket.c.id) == ["t2", "t3"]


def test_what_another_process_imported_meanwhile_is_not_imported_again(
    engine: Engine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = syncing._untouched  # pyright: ignore[reportPrivateUsage]
    asked: list[list[Path]] = []

    def first_looks_stale(known: Any, paths: list[Path]) -> bool:
        asked.append(paths)
        return len(asked) != 1 and real(known, paths)

    sync(engine, folder)
    monkeypatch.setattr(syncing, "_untouched", first_looks_stale)
    assert sync(engine, folder) is None
    assert asked[0] == asked[1]


def test_a_folder_without_accounts_changes_nothing(engine: Engine, folder: Path) -> None:
    sync(engine, folder)
    (folder / "accounts.jsonl").unlink()
    with pytest.raises(WorkspaceUnusable, match=r"no accounts\.jsonl"):
        sync(engine, folder)
    assert ids(engine, schema.account.c.id) == ["a1", "a2"]
