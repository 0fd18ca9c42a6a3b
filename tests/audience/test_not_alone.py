"""That others have it too is said of other customers, whoever "everybody" is; of the customer's own people it is not."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from escalation.audience import Audience, check

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
READER = Audience(customer=("Northwind Traders",))


def leaks(text: str) -> list[str]:
    return [each.span for each in check(text, READER, NOW) if each.kind == "other_customer"]


@pytest.mark.parametrize(
    "text",
    [
        "這不是只有貴公司遇到，大家的檔案都一樣。",
        "这不是只有贵公司遇到。",
        "大家的文件都一样。",
        "并非只有你们这边会这样。",
        "不仅仅是贵司一家受到影响。",
        "各家都有这个问题。",
        "所有客户都受到影响。",
        "It is not only you.",
        "Everybody's files look the same.",
        "Everyone else has the same problem.",
        "Others are seeing it too.",
    ],
)
def test_that_others_have_it_is_a_leak(text: str) -> None:
    assert leaks(text)


@pytest.mark.parametrize(
    "text",
    [
        "请大家都重新登录一次。",
        "贵司的大家都可以照此操作。",
        "这个办法对您的所有用户都适用。",
        "Everyone in your team can sign in again.",
        "Please ask everybody to sign in again.",
        "Nobody else can see your files.",
        "All of your exports are complete, the reports too.",
    ],
)
def test_the_customers_own_people_are_not_others(text: str) -> None:
    assert leaks(text) == []
