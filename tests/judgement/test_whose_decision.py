"""Who may decide and who must look, by what our own people write: leaders, the second line, or nobody beside the target."""

from datetime import timedelta
from typing import Any

import pytest

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.judgement.understand import understand
from escalation.policy import Policy
from tests.judgement.worlds import NOW, context, ticket


def judged(line: str, *notes: str, **fields: Any) -> Assessment:
    comments = [
        {"id": f"c{n}", "role": "internal", "at": NOW - timedelta(hours=20 - n), "public": False, "body": note}
        for n, note in enumerate(notes)
    ]
    told = ticket("T-1", "acme", line, description=line, comments=comments, **fields)
    return assess(understand(line), context(told, named=("acme",)), Policy(), NOW)


BILLED_TWICE = "Acme charged twice for may wants refund today or chargeback"


@pytest.mark.parametrize(
    ("line", "note"),
    [
        (BILLED_TWICE, "Confirmed by accounting, our mistake. Needs sign-off by the head of finance."),
        (BILLED_TWICE, "Above our limit, it has to be approved."),
        ("Acme 五月重复扣款，今天要退款", "财务确认是我们的错，超过额度，需要总监审批。"),
        ("Acme 五月重複扣款，今天要退款", "財務確認是我們的錯，待主管批准。"),
    ],
)
def test_money_that_support_may_not_give_alone_is_for_leaders_to_decide(line: str, note: str) -> None:
    found = judged(line, note)
    assert (found.decision, found.target) == ("escalate", "leadership")
    assert "said_technical" not in {r.signal for r in found.reasons}
    assert "workaround_found" not in {f.signal for f in found.would_change}


@pytest.mark.parametrize(
    "note", ["Accounting refunds it tomorrow.", "Approval is not an issue here, I refund it today."]
)
def test_what_support_can_give_back_goes_to_no_leader(note: str) -> None:
    assert judged(BILLED_TWICE, note).target != "leadership"


SLOW = "Archive search takes a minute at Acme, and they have been waiting for two weeks"


@pytest.mark.parametrize(
    ("note", "target"),
    [
        ("I cannot see the query plans, this needs L2.", "l2"),
        ("In the L2 queue since Monday, nobody picked it up.", "l2"),
        ("看不到查询计划，需要二线权限。", "l2"),
        ("L2 has looked and found nothing; the index code has to be changed by engineering.", "engineering"),
    ],
)
def test_what_our_note_asks_of_the_second_line_goes_there(note: str, target: str) -> None:
    assert judged(SLOW, note).target == target


def test_what_the_second_line_said_last_counts() -> None:
    notes = ("This needs L2.", "L2 could not find it either, engineering must look at the index.")
    assert judged(SLOW, *notes).target == "engineering"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("gambling ads went out in the wrong region at Acme, regulator wrote to them", True),
        ("Acme 的广告投错了地区，监管部门已来函", True),
        ("gambling ads went out in the wrong region at Acme", False),
    ],
)
def test_where_the_law_or_an_authority_comes_in_leaders_are_told(line: str, *, told: bool) -> None:
    found = judged(line, type="bug")
    assert found.target != "leadership"
    assert ("leadership" in found.inform) is told
