"""Figures of a typed line meet the figures of the records, and are told as claims where they differ."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from escalation.policy import Policy
from prompts.statements import say
from tools.desk.desk import Desk, Request
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

EXPORT = "Data export is missing rows — 3 customers reported this week"


@pytest.fixture
def desk(sample_store: Engine) -> Desk:
    return Desk(StoreWorkspace(sample_store), Register(open_store("sqlite://")), Policy())


def claims(desk: Desk, line: str) -> dict[str, tuple[str, str]]:
    found = desk.assess(Request(line)).claims
    return {
        each.signal: (say(each, "en"), say(each, "zh")) for each in found if each.signal.endswith("_not_in_records")
    }


def test_more_people_and_money_than_the_records_show_are_told_beside_theirs(desk: Desk) -> None:
    told = claims(desk, f"{EXPORT}, 200 users and $2M ARR at stake")
    assert told["claimed_users_not_in_records"] == (
        "The report says 200 users; the records show 29.", "上报称有 200 名用户受影响；记录中为 29 人。",
    )  # fmt: skip
    assert told["claimed_arr_not_in_records"] == (
        "The report speaks of $2,000,000; the ARR of the customers in the records is $201,600.",
        "上报提到 200 万美元；记录中受影响客户的 ARR 合计 20.16 万美元。",
    )


@pytest.mark.parametrize(
    "said",
    ["", ", 29 users and $201,600 ARR at stake", ", about $200k ARR at risk", ", they paid $900 for a new laptop"],
)
def test_what_the_records_bear_out_or_do_not_speak_of_is_no_claim(desk: Desk, said: str) -> None:
    assert claims(desk, f"{EXPORT}{said}") == {}


def test_a_number_of_people_that_only_the_line_tells_is_told_as_its_own_and_not_asked_for(desk: Desk) -> None:
    line = "The Gantt chart loses its dependency arrows on save, about 40 planners are stuck"
    found = desk.assess(Request(line))
    assert ("users_reported", "40 planners") in [
        (each.signal, each.values.get("words")) for each in found.impact.dimensions["breadth"]
    ]
    assert "how_many_users" not in [each.signal for each in found.questions]
