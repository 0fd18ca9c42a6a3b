"""A message that a customer quotes is not asked for again."""

import pytest

from escalation.judgement.errors_shown import message_quoted
from tests.judgement.worlds import ticket


@pytest.mark.parametrize(
    ("told", "given"),
    [
        ("The app spins and then shows “Connection timed out CLK-504”.", True),
        ('A popup: "Your session has ended"', True),
        ("按打卡就轉圈圈，最後出現『連線逾時 CLK-504』。", True),
        ("打开报表时提示「数据源不可用」。", True),
        ("The terminal stops with error code SJ-20.", True),
        ("机器报 PSH-5，重启也没用。", True),
        ("Please see our ticket AB-1204 about the invoice.", False),
        ("We use the plan “Professional” and it stopped.", False),
        ("打不了卡，麻烦尽快处理。", False),
        ("The page says nothing at all.", False),
    ],
)
def test_the_message_is_given(told: str, *, given: bool) -> None:
    assert message_quoted([ticket("T-1", "acme", "It stopped", description=told)]) == given
