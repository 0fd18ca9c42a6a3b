"""Lines that no stranger's report can be held against."""

import pytest

from escalation.assessment import Issue
from tests.judgement.worlds import context, issue, item, matched, ticket

API = ticket("1", "a", "API returning 500 errors intermittently, it fails", type="bug")
SYNC = ticket("2", "b", "数据同步用不了了", type="incident")


@pytest.mark.parametrize("line", ["It does not work", "用不了了", "the thing is broken again, please help", "系统坏了"])
def test_a_line_that_names_no_matter_is_nobodys_report(line: str) -> None:
    assert matched(issue(line, "unclear"), context(API, SYNC))[1] == set()


def test_the_only_thing_a_bare_line_names_must_stand_in_the_report() -> None:
    zap = ticket("3", "c", "Zapier does not work since Monday")
    assert matched(issue("Zapier does not work", "unclear"), context(API, SYNC, zap))[1] == {"3"}


def test_how_something_is_done_is_not_reported_by_faults_of_it() -> None:
    asked: Issue = issue("Customer asks how to export tasks to Excel", "question")
    world = context(
        ticket("1", "a", "Export is missing rows", type="bug", linked_tracker=("BUG-1",)),
        ticket("2", "b", "How do I export tasks to Excel?", type="question"),
        items=(item("BUG-1", linked=("1",)),),
    )
    assert "1" not in matched(asked, world)[1]


def test_a_question_that_tells_of_a_fault_may_be_one_of_its_reports() -> None:
    asked = issue("Why are rows missing in the export?", "question")
    assert matched(asked, context(ticket("1", "a", "Export is missing rows", type="bug")))[1] == {"1"}
