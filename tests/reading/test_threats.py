"""A threat to leave is heard however it is put, and what only sounds like one is not."""

import pytest

from escalation.reading.signals.polarity import assertions

THREATS = [
    "客户说再不修就换掉",
    "客户说再不修好就换别的",
    "客戶說再這樣就不合作了",
    "客戶說不想用了",
    "客户说合同到期就不签了",
    "客户说下个月不用了",
    "客户放话说要换一家",
    "他们老板说不行就撤",
    "客户说再出问题就拜拜",
    "客户要退费走人",
    "客户说另找一家",
    "客户说明年不签了",
    "他们要迁走",
    "if push isn't fixed they will switch vendor",
    "customer says fix it by friday or they're gone",
    "fix it or we leave",
    "customer says one more outage and they're out",
    "they're out unless this is fixed",
    "customer says they'll dump us",
    "they're looking at Asana instead",
    "they want to pull out",
    "the hotel wants out of the contract",
    "the car park operator says they want out",
    "停车场老板说再断线就走人",
    "they are fed up and will find someone else",
    "contract won't be extended",
]
NONE = [
    "用户换掉了路由器还是连不上",
    "客户说换掉浏览器也不行",
    "再不行就换浏览器试试",
    "客户问能不能换一个账号",
    "他们要停用账号",
    "明年不用了的项目怎么归档",
    "客户说不用了，谢谢",
    "如果不行就退回旧版本",
    "export or they walk through it manually",
    "the import pulls out rows",
    "users find another one in the list",
    "they're out of office",
    "they are gone from the list",
    "they are done with the import",
    "the match ends at ten and two hundred coaches will want out",
    "Passengers want out of the train",
    "hotel guests want to leave the building",
    "散场后观众都要走",
]


def leaving(line: str) -> list[str]:
    return [
        a.words for a in assertions(line) if a.signal in {"churn_threat", "competitor"} and a.polarity == "affirmed"
    ]


@pytest.mark.parametrize("line", THREATS)
def test_who_says_that_they_leave_threatens_to(line: str) -> None:
    assert leaving(line)


@pytest.mark.parametrize("line", NONE)
def test_what_is_changed_put_away_or_done_is_no_threat(line: str) -> None:
    assert not leaving(line)


def test_a_threat_is_quoted_with_what_it_hangs_on() -> None:
    assert leaving("推送收不到，安卓的，客户说再不修就换掉") == ["客户说再不修就换掉"]


@pytest.mark.parametrize(
    "told",
    [
        "We need this by Monday 30 November or we cancel.",
        "Unless it works by Monday 9:00 we terminate the contract.",
        "Fix this before 1 December, otherwise we are gone.",
        "If it isn't fixed by Friday, we cancel.",
        "Either the sync runs tomorrow or we switch provider.",
        "要是下周还不好，我们就终止合同",
        "要是下週還不好，我們就終止合約",
    ],
)
def test_what_follows_if_it_is_not_mended_is_a_threat(told: str) -> None:
    assert leaving(told)


@pytest.mark.parametrize(
    "told",
    [
        "If we cancel the contract, what happens to our data?",
        "What happens to our data if the trial ends and we cancel?",
        "Press Save or we cancel the order.",
        "Tell me if the export works or we leave it for later.",
        "If the import fails we cancel the order and start again.",
    ],
)
def test_what_would_be_done_with_something_else_is_none(told: str) -> None:
    assert not leaving(told)
