"""What the program writes itself about the sample company passes its own check, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import pytest

from escalation.terms import Language
from evals.inventions.sample_books import SCENARIOS, Company, sample_company
from prompts.compose import compose
from tools.desk.writing import check

pytestmark = (
    pytest.mark.no_cover
)  # whole briefs, many times over: every part has tests of its own, and tracing doubles the time
NAMES = sorted(path.stem for path in SCENARIOS.glob("*.json"))


@pytest.fixture(scope="module")
def company() -> Iterator[Company]:
    with sample_company() as opened:
        yield opened


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("tongue", get_args(Language))
def test_the_composers_own_brief_is_never_stopped(company: Company, name: str, tongue: Language) -> None:
    desk, found = company.assess(name, tongue)
    if found.decision == "escalate":
        assert [(each.field, each.span, each.reason) for each in check(desk, found, compose(found, tongue))] == []


def test_most_scenarios_are_escalated_so_that_there_is_something_to_check(company: Company) -> None:
    assert sum(company.assess(name)[1].decision == "escalate" for name in NAMES) >= 8
