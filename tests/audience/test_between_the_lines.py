"""What gives the house away without a figure or a name: the deal behind it, the queue it stands in, who else has it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from escalation.audience import Audience, check

NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
READER = Audience(customer=("Northwind Ltd",), contacts=("Dana Whitfield",))


def kinds(text: str) -> set[str]:
    return {each.kind for each in check(text, READER, NOW)}


@pytest.mark.parametrize(
    "text",
    [
        "Since it is your reference customer status that matters, we hurry.",
        "You are one of our reference customers.",
        "贵司是我们的标杆客户，我们会加快处理。",
        "貴公司是我們的參考客戶。",
    ],
)
def test_a_rank_that_we_give_a_customer(text: str) -> None:
    assert kinds(text) == {"internal_label"}


@pytest.mark.parametrize(
    "text",
    [
        "Engineering is not giving this priority right now.",
        "This is not a priority for our engineers at the moment.",
        "Your request has not been prioritised yet.",
        "It was deprioritized last week.",
        "For our developers this is a low priority.",
        "Other work comes first for the team.",
        "We do not have the people to look at it this week.",
        "The developers are busy with the next release.",
        "研发目前优先级不高，还要等等。",
        "这个需求在我们这边排期靠后。",
        "研发同事手头忙，暂时顾不上。",
        "工程團隊目前抽不出人手處理。",
    ],
)
def test_where_it_stands_in_our_own_queue(text: str) -> None:
    assert kinds(text) == {"internal_label"}


@pytest.mark.parametrize(
    "text",
    [
        "Your account is important to us: an expansion is on the table.",
        "We are also talking about an expansion with you, so this matters.",
        "With the deal pending we want this solved.",
        "The seat expansion depends on it.",
        "正在谈的扩容不能受影响。",
        "贵司的增购还在洽谈，我们格外重视。",
        "畢竟加購的單子還沒簽。",
    ],
)
def test_the_deal_that_is_still_open(text: str) -> None:
    assert kinds(text) == {"contract_money"}


@pytest.mark.parametrize(
    "text",
    [
        "You are one of five accounts with this.",
        "You're one of about a dozen organisations that see it.",
        "Your workspace is among several teams hit by this.",
        "Five other accounts have it.",
        "This is like the game company last month.",
        "It is the same as last month's other company.",
        "这不是贵公司的问题，其他用户也有。",
        "这跟上个月那家游戏公司的情况一样。",
        "跟前陣子那間銀行的狀況相同。",
        "之前有一个客户也是这样。",
    ],
)
def test_who_else_has_it(text: str) -> None:
    assert kinds(text) == {"other_customer"}


@pytest.mark.parametrize(
    "text",
    [
        "The upstream pool of our task-query service is at its limit.",
        "Our backend is at capacity.",
        "The task service is overloaded.",
        "The queue behind our export service is saturated.",
        "我们任务服务的连接池到了上限。",
        "後端服務超負荷了。",
    ],
)
def test_a_part_of_ours_at_its_limit_is_a_cause(text: str) -> None:
    assert kinds(text) == {"unconfirmed_cause"}


@pytest.mark.parametrize(
    "text",
    [
        "貴公司資料絕對安全。",
        "您的数据百分之百安全，请放心。",
        "Your data is absolutely safe.",
        "There is no risk whatsoever for your data.",
        "您的資料沒有任何風險。",
    ],
)
def test_safety_is_nothing_that_can_be_warranted(text: str) -> None:
    assert kinds(text) == {"guarantee"}


@pytest.mark.parametrize(
    "text",
    [
        "That is not what you pay us for, and I apologise.",
        "You pay us to be there when it counts, and we were not.",
        "Your dispatch board is our first priority today.",
        "We treat it with top priority.",
        "Tasks with low priority are shown again.",
        "Is this a priority for your team this week?",
        "We do not have the answer yet.",
        "The expansion of the group rows works again.",
        "扩容磁盘之后请重启客户端。",
        "我们会优先处理。",
        "Two of your accounts were signed in from an unknown place.",
        "您提到的那家供应商公司的账号，请一并停用。",
        "请确认贵司其他用户也能登录。",
        "Your export is at the limit of 2,000 rows per file.",
        "The limit of your plan is 50 seats.",
        "导出的上限是每个文件两千行。",
        "It is safe to sign in again.",
    ],
)
def test_what_only_sounds_alike_may_go(text: str) -> None:
    assert kinds(text) == set()
