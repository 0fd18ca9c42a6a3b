"""Signals that a few words give wrongly: an hour with its zone alone, staff who are journalists, a rival by name."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from escalation.reading.signals.polarity import assertions
from escalation.reading.threads.confirmed import answers_us
from escalation.reading.threads.demand import competitor_names
from escalation.reading.times.deadlines import day_only, deadline
from escalation.records import Ticket

SAID = datetime(2026, 3, 19, 12, tzinfo=UTC)  # a Thursday


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("He flies on Monday at 9 ET, so before that please.", datetime(2026, 3, 23, 13, tzinfo=UTC)),
        ("The board sits on Friday at 3 PT.", datetime(2026, 3, 20, 22, tzinfo=UTC)),
        ("We need it by Friday by 17 CET.", datetime(2026, 3, 20, 16, tzinfo=UTC)),
    ],
)
def test_an_hour_is_one_by_its_zone_alone(said: str, due: datetime) -> None:
    assert deadline(said, SAID, "Asia/Tokyo") == due
    assert not day_only(said, SAID)


@pytest.mark.parametrize(
    "said", ["All 26 journalists.", "Our journalists cannot search.", "我们的记者都搜不到。", "三十名记者都打不开。"]
)
def test_a_newsroom_s_own_people_are_no_press(said: str) -> None:
    assert "legal_or_pr" not in {a.signal for a in assertions(said)}


@pytest.mark.parametrize(
    "said", ["A journalist called us about it.", "3 journalists have asked for a statement.", "记者已经来采访了。"]
)
def test_who_asks_from_outside_is(said: str) -> None:
    assert "legal_or_pr" in {a.signal for a in assertions(said)}


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Stocklet 已经有语音盘点了，我们在试用。", ["Stocklet"]),
        ("月底不给答复就换Stocklet。", ["Stocklet"]),
        ("Stocklet already has voice picking, we are trialling it.", ["Stocklet"]),
        ("我们换了新手机。", []),
        ("iPhone 已经有新系统了，我们在升级。", []),
    ],
)
def test_a_rival_is_named_by_what_is_done_with_it(said: str, names: list[str]) -> None:
    assert competitor_names(said) == names


def test_who_tells_what_came_of_our_request_did_not_chase_us() -> None:
    told = [
        ("agent", "请把缓冲改成 0。", 1),
        ("customer", "改了，好了，谢谢！", 2),
        ("customer", "又慢了。", 3),
    ]
    comments = [{"id": str(n), "role": r, "at": SAID.replace(hour=n), "body": b} for r, b, n in told]
    ticket = Ticket.model_validate({"id": "T-1", "created_at": SAID.replace(hour=0), "comments": comments})
    assert list(answers_us(ticket)) == [SAID.replace(hour=2)]
