"""Days that a text gives as the beginning, apart from the days of one event."""

from __future__ import annotations

import pytest

from escalation.reading.times.onset import onset_days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("no webhooks since Oct 11", {"@10-11"}),
        ("failing since about 6 October, worse on October 9", {"@10-6"}),
        ("the outage of October 11", set[str]()),
        ("从10月6号起没有邮箱", {"@10-6"}),
        ("10月6日开始报错", {"@10-6"}),
        ("10月6日的故障", set[str]()),
        ("自10月6日以來都是這樣", {"@10-6"}),
        ("seit 6. Oktober", {"@10-6"}),
        ("since this morning", set[str]()),
    ],
)
def test_a_day_of_beginning_is_told_from_the_day_of_an_event(text: str, days: set[str]) -> None:
    assert onset_days(text) == days
