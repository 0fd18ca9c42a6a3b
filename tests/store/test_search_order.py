"""Order among hits that match alike, and what keeps search quick when there is much to search."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import create_engine

from escalation.ports import Hit
from escalation.records import Account, Ticket
from tools.store import proposing, ranking, search
from tools.store.memory import Row

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def ticket(id_: str, created_at: str, status: str = "open") -> Ticket:
    return Ticket.model_validate({"id": id_, "created_at": created_at, "status": status})


def test_a_boost_lifts_a_score_by_a_quarter_at_most() -> None:
    (hit,) = ranking.ordered([Hit(ticket("t", "2026-03-01T00:00:00Z"), 2.0)], NOW)
    assert hit.score == pytest.approx(2.5)
    (later,) = ranking.ordered([Hit(ticket("t", "2026-04-01T00:00:00Z"), 2.0)], NOW)
    assert later.score == pytest.approx(2.5)


def test_recency_halves_in_two_months_and_a_solved_ticket_gets_no_lift_for_being_open() -> None:
    (hit,) = ranking.ordered([Hit(ticket("t", "2025-12-31T00:00:00Z", "Resolved"), 1.0)], NOW)
    assert hit.score == pytest.approx(1.075)


def test_equal_scores_keep_the_order_of_ids_and_a_record_without_time_gets_nothing() -> None:
    hits = [Hit(Account(id=id_, name=id_), 1.0) for id_ in "ba"]
    assert [(hit.record.id, hit.score) for hit in ranking.ordered(hits, NOW)] == [("a", 1.0), ("b", 1.0)]


def test_storing_the_same_again_writes_nothing() -> None:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        search.create(connection)
        search.index(connection, "ticket", [("1", "webhook")])
        before = connection.exec_driver_sql("SELECT total_changes()").scalar()
        search.index(connection, "ticket", [("1", "webhook")])
        assert connection.exec_driver_sql("SELECT total_changes()").scalar() == before
    engine.dispose()


def test_a_common_word_does_not_hide_the_rare_one_in_a_big_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_COUNTED", 10)
    monkeypatch.setattr(proposing, "_POSTINGS", 30)
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        search.create(connection)
        search.index(connection, "ticket", [("first", "webhook zyqo")])
        search.index(connection, "ticket", [(f"t{n}", "webhook again") for n in range(500)])
        assert search.query(connection, "ticket", "webhook zyqo", 1)[0][0] == "first"
        assert search.query(connection, "ticket", "webhook", 3)[0][0] != "first"
    engine.dispose()


@pytest.mark.parametrize("deepest", [3, 400])
def test_rows_are_proposed_alike_whether_few_or_many_hold_the_heaviest_two(
    monkeypatch: pytest.MonkeyPatch, deepest: int
) -> None:
    """With 3 rows at most the index is asked for many tokens together, with 400 the rows themselves are."""
    told = {
        "a": "zyqo webhook retry",
        "b": "zyqo webhook",
        "c": "zyqo retry",
        "d": "webhook retry",
        "e": "zyqo webhook retry",
    }
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        search.create(connection)
        search.index(connection, "ticket", list(told.items()))
        monkeypatch.setattr(proposing, "DEEPEST", deepest)
        weights = {"zyqo": 3.0, "webhook": 2.0, "retry": 1.0}
        read: list[int] = []

        def rows(numbers: list[int]) -> list[Row]:
            read.extend(numbers)
            found = sorted(told)
            return [Row(n, found[n - 1], 3, told[found[n - 1]]) for n in numbers]

        source = proposing.InDatabase(connection, "ticket", rows)
        best = proposing.candidates(source, weights, dict.fromkeys(weights, 4))
        assert best[:3] == [5, 1, 2]
        assert bool(read) == (deepest == 400)
    engine.dispose()


def test_who_looks_by_hand_sees_what_goes_on_now_before_a_somewhat_better_match_of_long_ago() -> None:
    standing = {"old": (datetime(2024, 3, 1, tzinfo=UTC), False), "new": (NOW, True)}
    scored = [("old", 1.0), ("new", 0.7)]
    assert [id_ for id_, _ in ranking.boosted(scored, standing, NOW, 2)] == ["old", "new"]
    assert [id_ for id_, _ in ranking.boosted(scored, standing, NOW, 2, by_hand=True)] == ["new", "old"]
    assert [id_ for id_, _ in ranking.boosted(scored, standing, NOW, 1, by_hand=True)] == ["new"]
