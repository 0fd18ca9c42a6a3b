"""A database's faults in our words."""

from __future__ import annotations

import sqlite3

import pytest

from tools.store import engine as opening
from tools.store.faults import told


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("database disk image is malformed", "is damaged"),
        ("file is not a database", "is damaged"),
        ("attempt to write a readonly database", "can be read but not written"),
        ("database or disk is full", "refused to take more data"),
        ("disk I/O error", "refused to take more data"),
        ("database is locked", "Another process has been writing"),
        ('connection failed: FATAL: password authentication failed for user "me"', "cannot be reached"),
        ("unable to open database file", "cannot be opened"),
    ],
)
def test_each_fault_of_the_file_names_the_place_and_a_way_out(words: str, message: str) -> None:
    error = told(sqlite3.OperationalError(words), "/data/s.db")
    assert error is not None
    assert message in error.message
    assert "/data/s.db" in error.message
    assert len(error.remedy) > 20


def test_a_fault_of_ours_stays_what_it_is() -> None:
    assert told(sqlite3.OperationalError("no such column: x"), "s.db") is None


def test_a_file_that_another_process_is_just_setting_up_can_be_opened_all_the_same() -> None:
    class Busy:
        """A connection whose journal mode cannot be set now."""

        OperationalError = sqlite3.OperationalError

        def execute(self, statement: str) -> Busy:
            if "=" in statement:
                raise sqlite3.OperationalError("database is locked")
            return self

        def fetchone(self) -> tuple[str]:
            return ("delete",)

    opening._write_ahead(Busy())  # pyright: ignore[reportPrivateUsage]
