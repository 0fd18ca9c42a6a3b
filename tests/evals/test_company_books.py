"""Parts 5 to 7: a floor under what the checker does with freely written statements it has learnt from."""

from __future__ import annotations

from evals.inventions.measure import company_outcomes, fifteen_outcomes, first_look_outcomes


def test_most_inventions_are_caught_and_few_true_statements_stopped() -> None:
    results = company_outcomes()
    caught = [each.right for each in results if not each.statement.true]
    passed = [each.right for each in results if each.statement.true]
    assert (len(caught), len(passed)) == (160, 140)
    assert sum(caught) >= 148
    assert sum(passed) >= 138


def test_part_6_stays_caught_and_let_pass() -> None:
    results = first_look_outcomes()
    caught = [each.right for each in results if not each.statement.true]
    passed = [each.right for each in results if each.statement.true]
    assert (len(caught), len(passed)) == (88, 88)
    assert sum(caught) >= 79
    assert sum(passed) == 88


def test_part_7_stays_caught_and_let_pass() -> None:
    results = fifteen_outcomes()
    caught = [each.right for each in results if not each.statement.true]
    passed = [each.right for each in results if each.statement.true]
    assert (len(caught), len(passed)) == (120, 120)
    assert sum(caught) >= 116
    assert sum(passed) >= 118
