"""A standstill has many words: people without work, what fails without exception; and as many that only look like one."""

import pytest

from escalation.reading.threads.stands_still import stands_still


@pytest.mark.parametrize(
    "told",
    [
        "Collecting premiums stops since last night, 14 clerks idle.",
        "Our planners are sitting idle.",
        "Half the night shift has nothing to do, we sent the crew home.",
        "60 lorries are waiting at the gate.",
        "25 packers wait at the belt.",
        "We cannot sell anything at the counter.",
        "The tills are closed and we are turning patients away.",
        "仓库二十个人都闲着。",
        "产线停了，工人没活干。",
        "現在發不了貨，快遞單打不出來。",
        "一单都发不出去。",
        "我们收不了款。",
    ],
)
def test_people_have_no_work(told: str) -> None:
    assert stands_still(told) == "people"


@pytest.mark.parametrize(
    "told",
    [
        "Since 18:20 every card payment through POST /v3/charges is declined with GATEWAY_TIMEOUT_71.",
        "All our exports fail.",
        "None of the labels prints.",
        "Nothing goes out since noon.",
        "No parcels can be shipped.",
        "每一笔扣款都失败。",
        "所有導出都報錯。",
        "前台什么都打不开。",
    ],
)
def test_something_fails_without_exception(told: str) -> None:
    assert stands_still(told) == "function"


@pytest.mark.parametrize(
    "told",
    [
        "Nobody is idle, we work on paper.",
        "If this is not fixed by Monday 40 planners will sit idle.",
        "Sessions that are idle for 30 minutes are signed out.",
        "Not every export fails.",
        "Every second export fails.",
        "Every morning the first export fails.",
        "Two tickets are waiting for your answer.",
        "3 customers are waiting for your reply.",
        "Last month our crew sat idle.",
        "We can still ship by hand.",
        "Nothing goes wrong otherwise.",
        "Do all exports fail?",
        "All other exports work.",
        "并非所有导出都失败。",
        "不是每一笔都失败。",
        "一个都没少。",
        "如果明天还不行，仓库就发不了货。",
        "员工还能照常发货。",
        "担心发不出货。",
        "上个月产线停线，已经恢复。",
        "停车场地图打不开。",
        "在等您的答复。",
        "偶尔导出失败。",
        "打风要临时停诊，怎样通知客人？",
    ],
)
def test_what_is_denied_feared_over_or_partial_is_none(told: str) -> None:
    assert stands_still(told) is None
