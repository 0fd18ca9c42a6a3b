"""The wide search: what is said otherwise answers too, in memory and in the database alike, and counts once for each word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from escalation.matching.otherwise_said import otherwise_said
from tools.store import search, wide
from tools.store.engine import open_store
from tools.store.memory import Counts

TEXTS = {
    "T-1": "approval list is short",
    "T-2": "审批列表少了",
    "T-3": "approve approve approve sign-off 审批",
    "T-4": "printer tray",
    "T-5": "another printer",
}


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    engine = open_store(tmp_path / "w.db")
    with engine.begin() as connection:
        search.index(connection, "ticket", TEXTS.items())
        yield connection
    engine.dispose()


def in_database(connection: Connection) -> Counts:
    """What is remembered where the records are too many for the memory."""
    counts = Counts()
    counts.postings["ticket"] = None
    return counts


def test_the_same_records_in_memory_and_in_the_database(connection: Connection) -> None:
    for words in ("approval list", "审批列表", "printer", "short list of approvals"):
        memory = wide.query(connection, "ticket", words, 10, Counts())
        database = wide.query(connection, "ticket", words, 10, in_database(connection))
        assert [(id_, pytest.approx(score)) for id_, score in memory] == database
        assert memory


def test_words_of_another_language_answer(connection: Connection) -> None:
    assert {id_ for id_, _ in wide.query(connection, "ticket", "Genehmigung", 10, Counts())} >= {"T-1", "T-2"}
    assert wide.query(connection, "ticket", "zebra", 10, Counts()) == []


def test_many_ways_to_say_one_word_do_not_outweigh_two_words(connection: Connection) -> None:
    best, _ = wide.query(connection, "ticket", "approval list", 10, Counts())[0]
    assert best == "T-1"


def test_of_given_ids_only_those_that_answer(connection: Connection) -> None:
    for counts in (Counts(), in_database(connection)):
        found = wide.among(connection, "ticket", "approval", ["T-2", "T-4", "T-9"], counts)
        assert [id_ for id_, _ in found] == ["T-2"]
        assert wide.among(connection, "ticket", "zebra", ["T-2"], counts) == []


def test_a_concept_is_answered_by_its_kin_and_less_than_by_itself() -> None:
    assert otherwise_said("c:missing")["c:truncated"] < 1
    assert "c:missing" not in otherwise_said("c:missing")
