"""Texts cut in a process of its own: the same index, whatever becomes of that process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, text

from tools.importing.beside import Beside
from tools.store.engine import open_store

BATCHES = [[(f"t{n}-{m}", f"Export number {n} fails with 50{m} 导出失败") for m in range(5)] for n in range(6)]


@pytest.fixture
def connection() -> Iterator[Connection]:
    engine = open_store("sqlite://")
    with engine.begin() as opened:
        yield opened
    engine.dispose()


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    processors(monkeypatch, 2)


def processors(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    def allowed(_: int) -> set[int]:
        return set(range(count))

    monkeypatch.setattr(os, "sched_getaffinity", allowed, raising=False)


def stored(connection: Connection) -> list[Any]:
    return list(connection.execute(text("SELECT kind, id, length, packed FROM search_doc ORDER BY row")))


def indexed(connection: Connection, after: int, *, killed: bool = False) -> tuple[list[Any], int | None]:
    """The index of all batches, and the id of the process that cut the last of them."""
    with Beside(after) as one:
        for n, rows in enumerate(BATCHES):
            one.index(connection, "ticket", rows)
            if killed and n == 3:
                pid = cutting(one)
                assert pid is not None
                os.kill(pid, signal.SIGKILL)
        last = cutting(one)
        one.finish()
    return stored(connection), last


def cutting(one: Beside) -> int | None:
    process = vars(one)["_process"]
    return process.pid if process else None


def test_the_index_is_the_same_whoever_cuts(connection: Connection) -> None:
    other = open_store("sqlite://")
    with other.begin() as alone:
        here, nobody = indexed(alone, after=1_000)
    other.dispose()
    there, somebody = indexed(connection, after=4)
    assert nobody is None
    assert somebody is not None
    assert here == there
    assert len(here) == 30


def test_a_cutter_that_is_killed_loses_no_text(connection: Connection) -> None:
    found, last = indexed(connection, after=4, killed=True)
    assert last is None
    assert [row.id for row in found] == [id_ for rows in BATCHES for id_, _ in rows]


def test_a_process_that_cannot_be_begun_is_done_without(
    connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: str) -> Any:
        raise OSError("no more processes")

    monkeypatch.setattr("multiprocessing.get_context", refused)
    assert [row.id for row in indexed(connection, after=4)[0]] == [id_ for rows in BATCHES for id_, _ in rows]


def test_on_one_processor_nobody_else_cuts(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    processors(monkeypatch, 1)
    assert indexed(connection, after=4)[1] is None


IMPORTER = """
import sys
from tests.importing.test_beside import BATCHES, cutting
from tools.importing.beside import Beside
from tools.store.engine import open_store
if __name__ == "__main__":
    with open_store("sqlite://").begin() as connection, Beside(0) as one:
        one.index(connection, "ticket", BATCHES[0])
        one.index(connection, "ticket", BATCHES[1])
        print(cutting(one), flush=True)
        sys.stdin.read()
"""


def test_a_killed_import_leaves_no_process_behind() -> None:
    started = subprocess.Popen(
        [sys.executable, "-c", IMPORTER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert started.stdout is not None
    assert int(started.stdout.readline()) > 0
    started.kill()
    # The one that cuts holds the other end of this pipe: it is read to its end once both have gone.
    rest, _ = started.communicate(timeout=60)
    assert rest == ""
