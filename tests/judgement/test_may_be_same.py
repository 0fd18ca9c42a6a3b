"""Nothing ties an open ticket to the line, and it may be the matter all the same: it is named, asked about and not counted."""

from dataclasses import replace
from typing import Any

import pytest

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.evidence import Coverage
from escalation.judgement.understand import understand
from escalation.policy import Policy
from prompts.brief import render_brief
from prompts.compose import compose
from prompts.statements import say
from tests.judgement.worlds import NOW, context, ticket

CHART = ticket(
    "B-71",
    "elmdental",
    "Another practice's patients in our recall list",
    description="Our recall list holds 31 patients of another dental practice: names, birthdays, phone numbers. We are worried.",
    product_area="recall",
    type="incident",
    priority="urgent",
)
WAITING = ticket("B-72", "oakdental", "X-ray viewer is slow", description="The viewer takes a minute.", type="problem")
LEAK = "有人看到其他诊所的病人资料，是不是泄露了？"


def judged(typed: str, *told: Any, named: tuple[str, ...] = ()) -> Assessment:
    searched = (Coverage(category="support_platform", state="searched", source="workspace"),)
    return assess(understand(typed), replace(context(*told, named=named), coverage=searched), Policy(), NOW)


def test_a_leak_that_names_nobody_points_to_the_open_report_of_one() -> None:
    found = judged(LEAK, CHART, WAITING)
    assert (found.target, found.matched, found.cited.tickets) == ("security", (), ())
    assert found.affected == ()
    text = render_brief(found, compose(found, "zh"), "zh")
    assert "没有工单能确定就是这一问题；B-71 可能说的是同一件事" in text
    assert "没有工单显示" not in text
    assert "没有记录显示" not in text
    assert "B-72" not in text
    assert say(found.questions[0], "zh").startswith("说的是哪张工单：B-71")


@pytest.mark.parametrize("over", [{"status": "solved", "solved_at": NOW}, {"days": 90}, {"merged_into": "B-1"}])
def test_what_is_over_old_or_merged_is_not_named(over: dict[str, Any]) -> None:
    days = over.pop("days", 1)
    data = CHART.model_dump() | over
    old = ticket("B-71", "elmdental", CHART.subject, days=days, **{k: data[k] for k in ("description", "type", *over)})
    assert "B-71" not in render_brief(judged(LEAK, old), compose(judged(LEAK, old), "en"), "en")


def test_of_a_named_customer_nobody_else_s_ticket_may_be_it() -> None:
    found = judged("Oakdental 有人看到其他诊所的病人资料，是不是泄露了？", CHART, WAITING, named=("oakdental",))
    assert found.matched == ()
    assert {(one.ticket.id, one.alike) for one in found.open_tickets} == {("B-72", False)}


def test_a_concern_is_not_told_that_silence_speaks_against_it() -> None:
    found = judged(LEAK, WAITING)
    text = render_brief(found, compose(found, "zh"), "zh")
    assert "没有工单显示这一问题" in text
    assert "不建议升级的理由" not in text
    assert "没有客户威胁离开或投诉的记录" not in text


@pytest.mark.parametrize("typed", ["客户想要一证多车", "小区业主希望一户多车都能登记在一张停车证上"])
def test_several_cars_on_one_permit_are_asked_for_in_either_language(typed: str) -> None:
    campus = ticket(
        "B-90", "campus", "One permit for two vehicles", description="Lecturers share cars.", type="feature"
    )
    found = judged(typed, campus, WAITING)
    assert "B-90" in render_brief(found, compose(found, "zh"), "zh")
    assert all("没有记录显示" not in say(r, "zh") for r in found.reasons)
