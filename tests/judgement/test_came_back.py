"""It was over and came back: both are told with their times, and how it stands by the newest note."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.judgement.understand import understand
from escalation.policy import Policy
from prompts.brief import render_brief
from prompts.compose import compose
from tests.judgement.worlds import NOW, context, item, ticket

LINE = "Tills cannot take cards at Bakehouse"


def comment(role: str, body: str, hours: float) -> dict[str, Any]:
    return {
        "id": f"c{hours}",
        "author": role,
        "role": role,
        "at": NOW - timedelta(hours=hours),
        "public": True,
        "body": body,
    }


def judged(*comments: dict[str, Any], notes: tuple[tuple[str, float], ...] = ()) -> Assessment:
    told = ticket(
        "R-1", "bakehouse", "Card payments down", days=2, type="incident", priority="urgent", product_area="payments",
        description="No till takes cards, all are declined with PX-17.", comments=list(comments), linked_tracker=["PAY-9"],
    )  # fmt: skip
    known = item(
        "PAY-9", linked=("R-1",), title="Acquirer link down, PX-17", status="reopened", type="incident",
        body="Link was down from 07:00, a restart at 09:10 brought it back.", created_at=NOW - timedelta(days=2),
        comments=[{"author": "dev", "at": NOW - timedelta(hours=h), "body": b} for b, h in notes],
    )  # fmt: skip
    world = replace(context(told, items=(known,), named=("bakehouse",)))
    return assess(understand(LINE), world, Policy(), NOW)


OVER = comment("agent", "All tills are back since 09:10 UTC.", 40)
BACK = comment("customer", "It is back. Since 02:00 every till declines cards again, PX-17.", 10)


def test_the_first_section_tells_when_it_was_over_when_it_came_back_and_how_it_stands() -> None:
    found = judged(
        OVER, BACK, notes=(("Restarted, closed.", 39), ("Two of three links are up, about 70% go through.", 2))
    )
    text = render_brief(found, compose(found, "en"), "en")
    first = text[text.index("## Impact") : text.index("## Issue Description")]
    assert "It was over in between, as told on 2026-03-18 20:00 UTC: “All tills are back since 09:10 UTC.”" in first
    assert (
        "Bakehouse wrote on 2026-03-20 02:00 UTC, 10 hours ago, that it is back: “It is back. Since 02:00 every till"
        in first
    )
    assert "How it stands, as noted on PAY-9 at 2026-03-20 10:00 UTC: “Two of three links are up, about 70% go" in first
    # What was written when it was over the first time is no longer how it ends.
    story = text[text.index("## Issue Description") : text.index("## What's Been Tried")]
    assert "brought it back" not in story


def test_in_chinese_too() -> None:
    found = judged(OVER, BACK, notes=(("三条线路恢复了两条。", 2),))
    text = compose(found, "zh").time_in_queue or ""
    assert "其间曾经恢复（2026-03-18 20:00 UTC）：「All tills are back since 09:10 UTC.」" in text
    assert "Bakehouse 于 2026-03-20 02:00 UTC 反馈问题再次出现，距今 10 小时：「It is back. Since 02:00" in text
    assert "目前状况（PAY-9 的备注，2026-03-20 10:00 UTC）：「三条线路恢复了两条。」" in text


@pytest.mark.parametrize(
    "comments", [(BACK,), (OVER,), (comment("customer", "My colleague is back on Monday.", 50), OVER)]
)
def test_what_never_ended_or_never_came_back_is_not_told_as_that(comments: tuple[dict[str, Any], ...]) -> None:
    found = judged(*comments)
    assert "came_back" not in {f.signal for f in found.impact.dimensions["duration"]}
