"""What somebody who looks by hand is shown, on one company in view."""

from __future__ import annotations

from evals.judging.data import CASES, cases
from evals.looking import Looked, company, recall


def test_more_of_what_belongs_is_shown_than_by_the_same_words_alone() -> None:
    folder = CASES / "companies" / "dev-lumen"
    found = company(folder, [case for case in cases(CASES) if case.company == folder])
    assert sum(each.near for each in found) > sum(each.plain for each in found)
    assert sum(each.near for each in found) / sum(each.belong for each in found) > 0.75


def test_recall_is_told_of_tickets_and_of_lines() -> None:
    assert recall([Looked(2, 1, 0), Looked(20, 10, 5)], "near") == "50.0% (11/22), per line 75.0%"
    assert recall([], "plain") == "0.0% (0/0), per line 0.0%"
