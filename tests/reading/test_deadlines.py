"""Deadlines said in words: the earliest wish that is still ahead."""

from datetime import UTC, datetime

import pytest

from escalation.reading.deadlines import deadline


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("今晚必须恢复，周一（3 月 23 日）一早要用，不然没法交代。", "2026-03-20T15:59"),
        ("本周之内我要看到计划，下周五（3 月 27 日）之前看到第一批动作。", "2026-03-20T10:00"),
        ("财务部门今天下午五点前要用完整数据对账。", "2026-03-20T09:00"),
        ("We need this stable before the peak on Monday 23 March, 12:00 UTC", "2026-03-23T12:00"),
    ],
)
def test_the_earliest_of_several_wishes_counts(text: str, due: str) -> None:
    said = datetime(2026, 3, 20, 6, 30, tzinfo=UTC)
    found = deadline(text, said, "Asia/Shanghai")
    assert found is not None
    assert found.isoformat() == f"{due}:00+00:00"
