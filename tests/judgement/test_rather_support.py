"""What support is to handle has a reason for it, in either language."""

from datetime import UTC, datetime

import pytest

from escalation.assess import assess
from escalation.context import Context
from escalation.judgement.understand import understand
from escalation.policy import Policy
from prompts.statements import say
from tests.judgement.worlds import NOW, context, ticket
from tools.desk.published import deciding_criteria


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "Suryanet wants to pay by bank transfer in place of card",
            "By its words this is rather a matter",
        ),
        ("席位不能中途减，合同里写了，可以先转给别的同事用，客户接受", "从描述看，更像是客服可以处理的问题"),
    ],
)
def test_what_support_handles_has_a_reason_for_it(line: str, said: str) -> None:
    found = assess(understand(line), Context(), Policy(), datetime(2026, 3, 20, 8, tzinfo=UTC))
    assert found.decision == "handle"
    (reason,) = (r for r in found.reasons if r.stance == "against")
    assert say(reason, found.issue.language).startswith(said)
    assert reason.evidence


def test_that_no_record_shows_it_is_no_such_reason() -> None:
    world = context(ticket("1", "acme", "Print preview is empty"))
    found = assess(understand("they need the DPA signed"), world, Policy(), NOW)
    assert found.decision == "handle"
    assert {"rather_support", "no_matching_records"} <= {r.signal for r in found.reasons}
    assert deciding_criteria(found)
