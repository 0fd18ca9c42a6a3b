"""Which fault a line tells: by how long it takes, by how many are short, and not by what a customer denies or once wished for."""

from datetime import date, datetime

import pytest
from sqlalchemy import Engine

from escalation.assessment import Assessment
from escalation.matching.in_sentences import takes_long, undenied
from escalation.matching.profile import profile_of
from escalation.policy import Policy
from escalation.reading.times.recent_days import recent_days
from tools.desk.desk import Desk, Request
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

AS_OF = datetime.fromisoformat("2026-03-20T08:15:00+00:00")
SHORT_OF_ROWS = {"guanghe-design", "halden-co", "tiankun"}


def judged(store: Engine, line: str) -> Assessment:
    return Desk(StoreWorkspace(store, now=AS_OF), Register(store), Policy()).assess(Request(line))


@pytest.mark.parametrize(
    "line",
    [
        "Pacific Rim Foods export takes over twenty minutes",
        "Pacific Rim Foods 导出要二十多分钟",
        "Pacific Rim Foods 匯出要等二十幾分鐘",
    ],
)
def test_a_slow_export_is_not_one_that_lacks_rows(sample_store: Engine, line: str) -> None:
    found = judged(sample_store, line)
    assert found.facts.affected_account_ids == ("pacific-rim",)
    assert found.cited.tracker == ("ENG-2298",)


@pytest.mark.parametrize(
    "line",
    [
        "Halden: their finance sheet comes up about 40 records short of what the board shows, month end today",
        "漢陽醫材匯出缺列，下週要稽核",
        "汉阳医材导出缺行，下周要审计",
    ],
)
def test_rows_that_are_short_are_the_running_fault_and_nothing_older(sample_store: Engine, line: str) -> None:
    found = judged(sample_store, line)
    assert set(found.facts.affected_account_ids) == SHORT_OF_ROWS
    assert found.cited.tracker == ("ENG-2304",)
    assert found.target == "engineering"


@pytest.mark.parametrize(
    "line",
    [
        "漢陽醫材 主管想知道是誰刪掉專案的，系統查不到紀錄",
        "汉阳医材 主管想知道是谁删掉项目的，系统查不到记录",
        "启衡证券 合规要查谁改过权限，现在查不到，周五检查",
    ],
)
def test_who_asks_who_did_it_wishes_for_a_record(sample_store: Engine, line: str) -> None:
    found = judged(sample_store, line)
    assert (found.target, found.ask, found.cited.tracker) == ("product", "decide", ("PROD-112",))
    assert not {"reproduction_steps", "error_text"} & {q.signal for q in found.questions}


@pytest.mark.parametrize("text", ["The export takes 20 to 25 minutes", "导出等了三个小时", "匯出要等二十幾分鐘"])
def test_how_long_it_takes_is_slowness(text: str) -> None:
    assert takes_long(text)
    assert "slow" in profile_of(text).concepts


@pytest.mark.parametrize("text", ["assigning takes 30 minutes each", "请在20分钟内答复", "after 20 minutes it fails"])
def test_work_a_limit_and_a_moment_are_none(text: str) -> None:
    assert not takes_long(text)


@pytest.mark.parametrize("text", ["I checked, no rows are missing.", "核对过，没有丢失", "核對過，沒有缺"])
def test_what_a_customer_denies_is_no_trouble(text: str) -> None:
    assert "missing" not in profile_of(text).concepts


@pytest.mark.parametrize("text", ["rows are missing", "不少数据丢失", "有没有丢数据？"])
def test_what_is_told_or_asked_stays(text: str) -> None:
    assert undenied(text) == text


def test_the_day_it_is_due_is_not_the_day_it_began() -> None:
    today = date(2026, 3, 20)
    assert recent_days("rows are short, month end today", today) == frozenset()
    assert recent_days("rows are short today", today) == {today}
