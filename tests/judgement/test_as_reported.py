"""What the reporter tells of the beginning is read, and not asked."""

import pytest

from escalation.assess import assess
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.reading.signals.polarity import assertions
from tests.judgement.worlds import NOW, context


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("two customers say calendar invites go out twice since Tuesday", "since Tuesday"),
        ("exports fail since last night", "since last night"),
        ("审批单从昨天开始推送不到钉钉", "从昨天开始"),
        ("從上週三起匯不出報表", "從上週三起"),
        ("今早起导出失败", "今早起"),
        ("we need it fixed by Tuesday", None),
        ("财务周五要关账", None),
    ],
)
def test_the_beginning_is_taken_from_the_line(line: str, words: str | None) -> None:
    found = assess(understand(line), context(), Policy(), NOW)
    told = [f.values["words"] for f in found.impact.dimensions.get("duration", ()) if f.signal == "start_as_reported"]
    assert told == ([words] if words else [])
    assert not words or all(question.signal != "since_when" for question in found.questions)


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("invites go out twice since Tuesday", False),
        ("we were charged twice this month", False),
        ("it went down twice this week", True),
        ("the sync failed three times since Monday", True),
    ],
)
def test_what_goes_out_twice_is_doubled_and_not_back(text: str, *, back: bool) -> None:
    assert any(a.signal == "recurrence" for a in assertions(text)) is back
