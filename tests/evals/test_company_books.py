"""Parts 5 to 7 and 9: a floor under what the checker does with freely written statements it has learnt from."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.inventions.data import COMPANIES, FIFTEEN, FIRST_LOOK, WRITTEN
from evals.inventions.measure import company_outcomes


# Hundreds of statements through a check that has tests of its own; that the measure runs is traced in test_inventions.
@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("folder", "invented", "caught", "true", "passed"),
    [
        (COMPANIES, 160, 148, 140, 138),
        (FIRST_LOOK, 88, 79, 88, 88),
        (FIFTEEN, 120, 116, 120, 118),
        (WRITTEN, 102, 75, 228, 223),
    ],
)
def test_inventions_stay_caught_and_true_statements_let_pass(
    folder: Path, invented: int, caught: int, true: int, passed: int
) -> None:
    results = company_outcomes(folder)
    inventions = [each.right for each in results if not each.statement.true]
    truths = [each.right for each in results if each.statement.true]
    assert (len(inventions), len(truths)) == (invented, true)
    assert sum(inventions) >= caught
    assert sum(truths) >= passed
