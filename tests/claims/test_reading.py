"""Corners of reading: which words count what, and forms that only look like a value."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from escalation.claims.scanning.scan import scan

World = Callable[..., Callable[[str], list[tuple[str, str]]]]


@pytest.mark.parametrize(
    ("evidence", "true", "false"),
    [
        ("3 customer tickets", "三张客户工单", "3 customers"),
        ("企业版3家", "Enterprise: 3", "Professional: 3"),
        ("a team of 50 members", "50人", "50 tickets"),
        ("12 gizmos arrived", "12 gizmos", "12 customers"),
        ("between 2 to 4 hours", "2-4小时", "3-4 hours"),
        ("2小时15分", "2 hours and 15 minutes", "2 hours 30 minutes"),
        ("at 12 am", "00:00", "12:00"),
        ("下午3点半", "15:30", "3:30"),
        ("in June", "6月", "in May"),
        ("sometime 2025", "2025年", "2024年"),
        ("on the 11/12", "November 12", "November 13"),
        ("about 07/31", "31 July", "30 July"),
        ("40% before", "40 points", "41 points"),
        ("ticket 48120", "#48120", "#48121"),
        ("due by Friday", "周五", "周二"),
        ("two hundred and five users", "205 users", "200 users"),
        ("saw it on both occasions, 7 times", "7次", "8次"),
        ("它没有丢数据", "“没有丢数据”", "“丢数据”"),
    ],
)
def test_the_same_said_otherwise_passes_and_the_neighbour_does_not(
    world: World, evidence: str, true: str, false: str
) -> None:
    found = world(evidence)
    assert found(true) == []
    assert found(false)


@pytest.mark.parametrize("text", ["“”", '"…"', "13/45", "0月0日", "十分感谢", "3点建议", "周期", "tests 一", "25:00pm"])
def test_what_is_no_value_is_not_read_as_one_and_never_fails(world: World, text: str) -> None:
    assert all(reason.endswith("_unknown") for _, reason in world("nothing")(text))


def test_a_date_may_end_a_sentence() -> None:
    for text in ("It renews on 2026-04-15.", "续约日是 2026-04-15。", "It renews on 2026-04-15"):
        assert [claim.kind for claim in scan(text)] == ["date"], text
    assert [claim.kind for claim in scan("build 2026-04-15.3")] != ["date"]
