"""A row of the index counts the same tokens whether it is asked for the first time or for the tenth."""

from __future__ import annotations

from tools.store.memory import Row
from tools.store.room import give_back


def test_counts_do_not_depend_on_how_often_they_are_asked() -> None:
    row = Row(1, "T-1", 5, "export fail export c:export http_500")
    asked = frozenset({"export", "c:export", "login"})
    for _ in range(10):
        counts = row.counts(asked)
        assert {token: counts.get(token, 0) for token in asked} == {"export": 2, "c:export": 1, "login": 0}


def test_giving_memory_back_takes_nothing_that_is_in_use() -> None:
    kept = ["x" * 1_000 for _ in range(100)]
    give_back()
    assert kept == ["x" * 1_000] * 100


def test_a_row_holds_tokens_before_and_after_it_was_counted() -> None:
    row = Row(7, "T-1", 3, "export fail c:export")
    for _ in range(2):
        assert row.holds(("export", "c:export"))
        assert not row.holds(("export", "exp"))
        assert row.held["fail"] == 1
