"""Predictions of language models, kept as files."""

from __future__ import annotations

import pytest

from evals.judging.data import cases
from evals.judging.predictions import Prediction, read
from evals.judging.recorded import HOME, RUNS, Run, beside
from evals.judging.run import scores

CASES = {case.key: case for case in cases()}


@pytest.mark.parametrize("run", RUNS, ids=lambda run: run.file)
def test_each_recorded_line_is_a_case_of_the_set_once_and_decides(run: Run) -> None:
    made = read(HOME / run.file)
    keys = [each.case for each in made]
    assert len(keys) == len(set(keys)) > 40
    assert set(keys) <= set(CASES)
    assert all(each.decision for each in made)


def test_a_recorded_run_is_scored_beside_our_own_on_the_same_lines_only() -> None:
    lines = [case for case in CASES.values() if case.company is None][:3]
    right = [
        Prediction(case=c.key, decision=c.label.decision, target=c.label.target, severity=c.label.severity)
        for c in lines
    ]
    wrong = [each.model_copy(update={"decision": "nothing"}) for each in right]
    run = Run("", "", "theirs", wrote=False)
    told = beside(run, right[:2], scores(lines, wrong))
    assert "| | theirs (2) | no model, the same lines (2) |" in told
    assert "| decision | 2/2 = 100.0% (34–100) | 0/2 = 0.0% (0–66) |" in told
    assert "leak" not in told


def test_a_recorded_case_that_is_not_in_the_set_is_an_error() -> None:
    with pytest.raises(KeyError):
        beside(RUNS[0], [Prediction(case="nobody/en")], [])
