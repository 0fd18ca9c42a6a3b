"""The third held-out part: written unseen, and a floor under what the checker does with it today."""

from __future__ import annotations

import pytest

from evals.inventions.data import statements
from evals.inventions.measure import Outcome, sample_outcomes
from evals.inventions.sample_books import STATEMENTS, scenario_names


@pytest.fixture(scope="module")
def results() -> list[Outcome]:
    return sample_outcomes()


def test_what_was_reached_on_unseen_kinds_of_sentence_is_not_lost(results: list[Outcome]) -> None:
    caught = [each.right for each in results if not each.statement.true]
    passed = [each.right for each in results if each.statement.true]
    assert sum(caught) / len(caught) >= 0.95
    assert sum(passed) / len(passed) >= 0.89


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_there_are_sixty_of_each_in_each_language(results: list[Outcome], lang: str) -> None:
    mine = [each.statement.true for each in results if each.statement.lang == lang]
    assert sum(mine) >= 60
    assert len(mine) - sum(mine) >= 60


@pytest.mark.parametrize("name", scenario_names())
def test_a_planted_span_lies_in_its_text(name: str) -> None:
    for row in statements(STATEMENTS / f"{name}.jsonl"):
        assert row.held_out
        assert row.true == (row.planted is None)
        assert not row.planted or 0 <= row.planted[0] < row.planted[1] <= len(row.text)
