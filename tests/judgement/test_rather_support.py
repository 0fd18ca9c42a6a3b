"""What support is to handle has a reason for it, in either language."""

from datetime import UTC, datetime

import pytest

from escalation.assess import assess
from escalation.context import Context
from escalation.judgement.understand import understand
from escalation.policy import Policy
from prompts.statements import say


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            'Dongling Tech staff see video but chat stays on "connecting" inside the office',
            "By its words this is rather a matter",
        ),
        ("鹭岛港务导出的CSV报表打开中文全是乱码，周一要交集团", "从描述看，更像是客服可以处理的问题"),
    ],
)
def test_what_support_handles_has_a_reason_for_it(line: str, said: str) -> None:
    found = assess(understand(line), Context(), Policy(), datetime(2026, 3, 20, 8, tzinfo=UTC))
    assert found.decision == "handle"
    (reason,) = (r for r in found.reasons if r.stance == "against")
    assert say(reason, found.issue.language).startswith(said)
    assert reason.evidence
