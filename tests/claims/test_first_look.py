"""What statements met at first sight taught: one small source for each kind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

Judge = Callable[[str], list[tuple[str, str]]]
AT = datetime(2026, 11, 18, 6, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("60条危化品路线的规则导入失败", "The import of 60 deviation rules fails."),
        ("It used to be under a minute.", "Before this it took less than a minute."),
        ("It left at 02:11, the SMS came at 03:04.", "The SMS came 53 minutes later."),
        ("It left at 02:11, the SMS came at 03:04.", "短信晚了 53 分钟。"),
        ("It left at 02:11, the SMS came at 03:04.", "凌晨 2 点 11 分离场。"),
        ("It left at 14:10.", "下午两点多离场。"),
        ("We were told at 01:30.", "只用了片刻：01:30 就有人告诉我们。"),
        ("Events for tenants on shard 7 stay.", "7 号分片上的租户停住了。"),
        ("没有。计划状态是启用", "客户说“计划状态是启用”。"),
    ],
)
def test_what_a_source_says_in_its_own_way_passes(world: Callable[..., Judge], source: str, text: str) -> None:
    assert world(source, at=AT)(text) == []


@pytest.mark.parametrize(
    ("source", "text", "span"),
    [
        ("It left at 02:11, the SMS came at 03:04.", "The SMS came 35 minutes later.", "35 minutes"),
        ("It left at 02:11, the SMS came at 03:04.", "The delay grew to 53 hours.", "53 hours"),
        ("It left at 14:10.", "下午三点多离场。", "下午三点"),
        ("60条危化品路线的规则导入失败", "The import of 80 deviation rules fails.", "80"),
        ("We saw it on Tuesday.", "It has been down since Monday.", "Monday"),
    ],
)
def test_what_it_does_not_say_is_found(world: Callable[..., Judge], source: str, text: str, span: str) -> None:
    assert span in [found for found, _ in world(source, at=AT)(text)]
