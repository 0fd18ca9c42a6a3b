"""What support is to handle has a reason for it, in either language."""

from datetime import UTC, datetime

import pytest

from escalation.assess import assess
from escalation.assessment import Reason
from escalation.context import Context
from escalation.judgement import decision
from escalation.judgement.case import Case
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.terms import Decision
from prompts.statements import say


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Suryanet: the event page shows another hour to visitors abroad", "By its words this is rather a matter"),
        ("Vauquelin Travaux导出的打卡表法文重音全是乱码", "从描述看，更像是客服可以处理的问题"),
    ],
)
def test_what_support_handles_has_a_reason_for_it(line: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which lines are handled without any argument changes with every training of the reader, so the decision is given."""

    def handled(case: Case, reasons: tuple[Reason, ...]) -> Decision:
        del case, reasons
        return "handle"

    issue, now = understand(line), datetime(2026, 3, 20, 8, tzinfo=UTC)
    assert all(r.stance == "for" for r in assess(issue, Context(), Policy(), now).reasons)
    monkeypatch.setattr(decision, "decide", handled)
    found = assess(issue, Context(), Policy(), now)
    (reason,) = (r for r in found.reasons if r.stance == "against")
    assert say(reason, issue.language).startswith(said)
    assert reason.evidence
