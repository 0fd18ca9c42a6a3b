"""An open bug that sends things to the wrong one, in the function that a leak is reported of, is named as a possible cause."""

from __future__ import annotations

from typing import Any

import pytest

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.context import Context
from escalation.judgement.understand import understand
from escalation.policy import Policy
from prompts.brief import render_brief
from prompts.compose import compose
from tests.judgement.worlds import NOW, account, item, ticket

LINE = "Elmwood School sees another school's pupils in the report cards"


def judged(**changed: Any) -> Assessment:
    school = account("elmwood", name="Elmwood School")
    told = ticket(
        "F-1", "elmwood", "Report of another school's pupils", type="incident", priority="urgent", product_area="reports",
        description="Our monthly report holds 40 pupils of another school with names and birthdays.",
    )  # fmt: skip
    data: dict[str, Any] = {
        "title": "Report renderer mixes tenants: report of the wrong tenant when two start at once", "type": "bug",
        "status": "open", "created_at": NOW,
    }  # fmt: skip
    known = item("APP-77", **(data | changed))
    world = Context(
        tickets=(told,), accounts={"elmwood": school}, named=(school,), items=(known,), frequencies={"report": 9},
        ticket_total=1000,
    )  # fmt: skip
    return assess(understand(LINE), world, Policy(), NOW)


def test_it_is_named_for_security_and_not_told_as_the_cause() -> None:
    found = judged()
    assert found.target == "security"
    assert found.cited.tracker == ()
    assert (
        "APP-77 on the tracker: “Report renderer mixes tenants: report of the wrong tenant when two start at once”, open; "
        "it may be the cause, and nobody has confirmed that" in render_brief(found, compose(found, "en"), "en")
    )
    assert "可能就是原因，尚未有人确认" in render_brief(found, compose(found, "zh"), "zh")


@pytest.mark.parametrize(
    "changed",
    [
        {"title": "Report renderer is slow"},
        {"title": "Chat messages go to the wrong tenant"},
        {"status": "done"},
        {"type": "feature"},
    ],
)
def test_another_fault_another_function_or_what_is_mended_is_no_suspect(changed: dict[str, Any]) -> None:
    found = judged(**changed)
    assert found.suspect is None
