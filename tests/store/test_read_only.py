"""Stores and folders that may be read and not written."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from escalation.errors import WorkspaceUnusable
from tests.store.stores import keys, put
from tools.store.engine import open_store, writing
from tools.store.schema import meta


@contextmanager
def unprivileged() -> Generator[None]:
    """File permissions mean nothing to root: become nobody for a while."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users may enter (pytest's own are private)."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)
        Path(name).chmod(0o755)


def test_a_read_only_store_opens_for_reading_and_says_so_when_written(open_folder: Path) -> None:
    path = open_folder / "s.db"
    put(path, "k")
    path.chmod(0o444)
    open_folder.chmod(0o555)
    with unprivileged():
        assert "k" in keys(path)
        engine = open_store(path)
        told = r"read but not written.*Make the file and its folder writable"
        with pytest.raises(WorkspaceUnusable, match=told), writing(engine) as connection:
            connection.execute(meta.insert().values(key="new", value="1"))
        engine.dispose()
    assert [entry.name for entry in open_folder.iterdir()] == ["s.db"]


def test_a_read_only_store_that_another_process_has_open_reads_its_log_too(open_folder: Path) -> None:
    path = open_folder / "s.db"
    writer = open_store(path)
    with writing(writer) as connection:
        connection.execute(meta.insert().values(key="in the log", value="1"))
    for name in ("s.db", "s.db-wal", "s.db-shm"):
        (open_folder / name).chmod(0o444)
    open_folder.chmod(0o555)
    with unprivileged():
        assert "in the log" in keys(path)
    open_folder.chmod(0o755)
    writer.dispose()


def test_a_read_only_folder_is_told_for_a_new_store(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    with unprivileged(), pytest.raises(WorkspaceUnusable, match="cannot be opened"):
        open_store(open_folder / "s.db")
    with unprivileged(), pytest.raises(WorkspaceUnusable, match="cannot be opened"):
        open_store(open_folder / "deeper" / "s.db")
    assert not any(open_folder.iterdir())


def test_a_read_only_store_that_is_not_current_cannot_be_used(open_folder: Path) -> None:
    path = open_folder / "s.db"
    path.touch()
    path.chmod(0o444)
    with unprivileged(), pytest.raises(WorkspaceUnusable, match="needs to be brought up to date"):
        open_store(path)


def test_a_file_that_may_not_be_read_is_told(open_folder: Path) -> None:
    path = open_folder / "s.db"
    put(path, "k")
    path.chmod(0o000)
    with unprivileged(), pytest.raises(WorkspaceUnusable, match="cannot be opened"):
        open_store(path)
