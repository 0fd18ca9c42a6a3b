"""A line that brings good news opens nothing, adds to no escalation, and says where it can be recorded."""

import pytest
from sqlalchemy import Engine

from escalation.policy import Policy
from tools.desk.desk import Desk, Request
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace


@pytest.fixture
def desk(sample_store: Engine) -> Desk:
    return Desk(StoreWorkspace(sample_store), Register(open_store("sqlite://")), Policy())


@pytest.mark.parametrize(
    "line",
    ["导出没问题了，客户说谢谢", "匯出恢復了，客戶很滿意", "the export is fine now, customer says thanks",
     "Larkfield just wrote: love the new calendar view, best thing this year"],
)  # fmt: skip
def test_nothing_is_sent_to_a_team_nor_put_on_record(desk: Desk, line: str) -> None:
    done = desk.prepare(Request(line))
    found = done.assessment
    assert (found.decision, found.severity, found.target, done.escalation_id) == ("need_info", None, None, None)
    assert [r.signal for r in found.reasons] == ["nothing_asked"]
    assert "what_is_wanted" in [q.signal for q in found.questions]
    assert not {f.signal for told in found.impact.dimensions.values() for f in told} & {
        "growth",
        "arr_at_risk",
        "ongoing_since",
    }
    assert "nothing was put on record" in " ".join(done.refused)
    assert desk.register.find_open(account_ids=found.cited.accounts, concepts=found.issue.concepts) == []


def test_whose_news_it_is_is_asked_where_nobody_is_named(desk: Desk) -> None:
    assert [q.signal for q in desk.assess(Request("导出没问题了，客户说谢谢")).questions] == [
        "which_account",
        "what_is_wanted",
    ]
    assert [q.signal for q in desk.assess(Request("天坤的导出没问题了，客户说谢谢")).questions] == ["what_is_wanted"]


def test_the_open_escalation_that_it_may_be_news_of_is_named_and_left_as_it_is(desk: Desk) -> None:
    opened = desk.prepare(Request("天坤导出少了几百条")).escalation_id
    assert opened
    before = desk.register.events(opened)
    done = desk.prepare(Request("天坤的导出没问题了，客户说谢谢"))
    assert not done.joined
    assert opened in " ".join(done.refused)
    assert desk.register.events(opened) == before
    other = desk.prepare(Request("Larkfield says thanks, the calendar works again"))
    assert opened not in " ".join(other.refused)


def test_an_answer_that_wants_something_is_judged(desk: Desk) -> None:
    line = "海通船舶 dashboards work again, thanks"
    assert desk.assess(Request(line)).decision == "need_info"
    told = desk.assess(Request(line, answers={"what_is_wanted": "they want a written report of the cause"}))
    assert told.decision != "need_info"
    assert "nothing_asked" not in [r.signal for r in told.reasons]


@pytest.mark.parametrize(
    "line",
    ["yesterday's dashboard outage at 海通船舶 is over, they just want a report",
     "海通船舶的看板故障已经恢复，客户要一份事故报告",
     "海通船舶儀表板昨天的故障已恢復，客戶要事故報告"],
)  # fmt: skip
def test_of_what_is_over_its_cause_is_asked_and_nothing_is_said_to_go_on(desk: Desk, line: str) -> None:
    found = desk.assess(Request(line))
    assert (found.decision, found.target, found.ask) == ("escalate", "engineering", "investigate")
    signals = {r.signal for r in found.reasons} | {f.signal for d in found.impact.dimensions.values() for f in d}
    assert "outage_over" in signals
    assert not signals & {
        "production_down",
        "growth",
        "growth_flat",
        "ongoing_since",
        "blocked",
        "said_documented_solution",
    }
    assert "still_happening" not in [q.signal for q in found.questions]
