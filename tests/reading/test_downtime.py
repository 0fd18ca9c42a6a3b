"""How long an outage lasted: said of one, in either language, and of nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.reading.times.downtime import downtime


@pytest.mark.parametrize(
    ("sentence", "hours"),
    [
        ("14:00 已恢复，本次中断 4 小时。", 4),
        ("API 中断了约 90 分钟。", 1.5),
        ("昨天有 2 小时的停机。", 2),
        ("這次服務中斷持續三小時。", 3),
        ("Restored at 18:00, the outage lasted 2 hours.", 2),
        ("The API was down for about 45 minutes.", 0.75),
        ("We apologise for the 3-hour outage this morning.", 3),
        ("Downtime of two hours on Monday.", 2),
        ("It was down for 1.5 hours.", 1.5),
    ],
)
def test_a_length_is_read_in_hours(sentence: str, hours: float) -> None:
    assert downtime(sentence) == pytest.approx(hours)


@pytest.mark.parametrize(
    "sentence",
    [
        "4 API outages, 12 hours in total.",
        "累计中断 12 小时。",
        "We will answer within 4 hours.",
        "The outage began at 14:00.",
        "每 2 小时向您通报一次。",
        "The API is down, please call back in 2 hours.",
    ],
)
def test_sums_of_several_and_other_lengths_are_not_one_outages(sentence: str) -> None:
    assert downtime(sentence) is None


@given(st.integers(1, 999))
def test_minutes_and_hours_agree(minutes: int) -> None:
    assert downtime(f"本次中断 {minutes} 分钟") == pytest.approx(minutes / 60)
    assert downtime(f"The outage lasted {minutes} minutes") == pytest.approx(minutes / 60)
