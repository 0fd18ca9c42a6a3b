"""Opening stores: new, current, foreign, broken, newer, read-only."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine, inspect, make_url, select, text
from sqlalchemy.exc import DBAPIError

from escalation.errors import WorkspaceUnusable
from tests.store.stores import keys, put
from tools.store import migrate, search
from tools.store.engine import open_store, place, writing
from tools.store.schema import event, meta, metadata


def test_a_new_store_is_made_with_its_folder_and_is_current(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "store.db"
    engine = open_store(path)
    with engine.connect() as connection:
        assert migrate.stored_revision(connection) == migrate.HEAD
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "synchronous")
        }
    assert pragmas == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2}
    assert place(engine) == str(path)
    engine.dispose()


def test_what_is_written_is_there_when_opened_again(tmp_path: Path) -> None:
    put(tmp_path / "s.db", "here")
    assert "here" in keys(tmp_path / "s.db")


def test_a_store_in_memory_keeps_what_is_written() -> None:
    engine = open_store("sqlite://")
    with writing(engine) as connection:
        connection.execute(meta.insert().values(key="k", value="1"))
    with engine.connect() as connection:
        assert connection.execute(select(meta.c.value).where(meta.c.key == "k")).scalar() == "1"
    assert place(engine) == "in memory"
    engine.dispose()


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    engine = open_store(tmp_path / "s.db")

    def halfway() -> None:
        with writing(engine) as connection:
            connection.execute(meta.insert().values(key="half", value="1"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        halfway()
    engine.dispose()
    assert "half" not in keys(tmp_path / "s.db")


def test_a_store_made_at_once_is_what_the_revisions_make() -> None:
    def made(make: Callable[[Connection], None]) -> tuple[set[str], set[tuple[str, str]]]:
        with create_engine("sqlite://").begin() as connection:
            make(connection)
            objects = connection.execute(text("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")).scalars()
            rows = connection.execute(
                text("SELECT key, value FROM meta UNION SELECT 'at', version_num FROM alembic_version")
            )
            return {"".join(sql.split()) for sql in objects}, {(key, value) for key, value in rows}

    assert made(migrate.create) == made(migrate.upgrade)


@pytest.mark.parametrize("known", [True, False])
def test_opening_a_new_or_current_store_does_not_load_alembic(tmp_path: Path, *, known: bool) -> None:
    if known:
        open_store(tmp_path / "s.db").dispose()
    code = (
        "import sys; from tools.store.location import resolve; assert 'sqlalchemy' not in sys.modules, 'too early';"
        "from tools.store.engine import open_store; open_store(sys.argv[1]).dispose();"
        "assert 'alembic' not in sys.modules, 'alembic was loaded'"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "s.db")], check=True, cwd=Path(__file__).parents[2])


@pytest.mark.parametrize("content", [b"id,name\n1,Acme\n", b"SQLite format 2\0" * 9])
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(content)
    with pytest.raises(WorkspaceUnusable, match=r"not a database of ours.*Name a workspace folder"):
        open_store(path)
    assert path.read_bytes() == content


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    (tmp_path / "s.db").touch()
    assert keys(tmp_path / "s.db") == {"escalations"}


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "theirs.db"
    with sqlite3.connect(path) as theirs:
        theirs.execute("CREATE TABLE recipe (name TEXT)")
    theirs.close()
    with pytest.raises(WorkspaceUnusable, match="another program"):
        open_store(path)
    with sqlite3.connect(path) as theirs:
        assert [name for (name,) in theirs.execute("SELECT name FROM sqlite_master")] == ["recipe"]
    theirs.close()


def test_a_damaged_store_is_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    put(path, "k")
    content = path.read_bytes()
    path.write_bytes(content[:100] + b"\xff" * (len(content) - 100))
    with pytest.raises(WorkspaceUnusable, match=r"damaged.*Move it away"):
        open_store(path)


def test_a_store_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    engine = open_store(path)
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(WorkspaceUnusable, match=r"newer version.*Update this installation"):
        open_store(path)


def test_a_missing_store_is_not_made_when_reading_was_meant(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceUnusable, match="There is no workspace"):
        open_store(tmp_path / "s.db", create=False)
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["file/s.db", "folder"])
def test_a_path_that_cannot_be_a_file_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    with pytest.raises(WorkspaceUnusable, match="cannot be opened"):
        open_store(tmp_path / name)


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("nonsense://x", "cannot be understood"),
        ("://", "cannot be understood"),
        ("postgresql://h:port/x", "cannot be understood"),
        ("mysql+aiomysql://h/x", "A workspace cannot be kept in mysql"),
        ("postgresql+asyncpg://h/x", "driver for this database is not installed"),
    ],
)
def test_a_url_that_cannot_be_used_is_told(url: str, message: str) -> None:
    with pytest.raises(WorkspaceUnusable, match=message):
        open_store(url)


@pytest.mark.parametrize("url", ["postgres://h/x", "postgresql://h/x"])
def test_a_postgresql_url_needs_its_driver(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(WorkspaceUnusable, match=r"not installed \(psycopg\)"):
        open_store(url)


def test_a_url_is_shown_without_its_password() -> None:
    engine: Any = SimpleNamespace(url=make_url("postgresql+psycopg://me:secret@host/db"))
    assert place(engine) == "postgresql+psycopg://me:***@host/db"


def test_a_failed_first_migration_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(connection: object) -> None:
        raise RuntimeError

    path = tmp_path / "s.db"
    with monkeypatch.context() as patch:
        patch.setattr(search, "create", fails)
        with pytest.raises(RuntimeError):
            open_store(path)
    with sqlite3.connect(path) as raw:
        assert raw.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    raw.close()
    assert keys(path) == {"escalations"}


def test_every_revision_is_known_and_makes_the_schema_we_use(tmp_path: Path) -> None:
    files = sorted(path.stem for path in Path(migrate.__file__).with_name("migrations").glob("versions/r*.py"))
    assert tuple(name[1:5] for name in files) == migrate.REVISIONS

    def ours(name: str | None, kind: str, _parents: object) -> bool:
        return kind != "table" or name in metadata.tables

    engine = open_store(tmp_path / "s.db")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": ours})
        assert compare_metadata(context, metadata) == []
        assert "search_ticket" in inspect(connection).get_table_names()
    engine.dispose()


@pytest.mark.parametrize("statement", ["UPDATE event SET who = 'x'", "DELETE FROM event"])
def test_the_database_itself_refuses_to_rewrite_the_register(tmp_path: Path, statement: str) -> None:
    engine = open_store(tmp_path / "s.db")
    with writing(engine) as connection:
        connection.execute(
            text("INSERT INTO event (escalation_id, at, who, what, data) VALUES ('ESC-1', 0, 'me', 'opened', '{}')")
        )
    with pytest.raises(DBAPIError, match="append-only"), writing(engine) as connection:
        connection.execute(text(statement))
    with engine.connect() as connection:
        assert connection.execute(select(event.c.who)).scalars().all() == ["me"]
    engine.dispose()


def test_a_full_disk_is_told_and_nothing_is_half_written(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    engine = open_store(path)

    def fill() -> None:
        with writing(engine) as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")  # SQLite's own way to play a full disk
            rows = [{"key": f"k{number}", "value": "x" * 1000} for number in range(500)]
            connection.execute(meta.insert(), rows)

    with pytest.raises(WorkspaceUnusable, match=r"refused to take more data.*Free some space"):
        fill()
    engine.dispose()
    assert keys(path) == {"escalations"}
