"""A leader who threatens to go unless there is a plan is a matter for ours, in either language; a wish may be Product's."""

import pytest

from escalation.judgement.understand import understand


@pytest.mark.parametrize(
    "line",
    [
        "Halden's COO says no renewal in October without a dated plan, talking to another vendor",
        "Halden COO 说没有带日期的整改方案，10月就不续约，已在和另一家供应商谈",
        "Halden COO 說沒有帶日期的改善方案，10月就不續約，已在和另一家供應商談",
        "Halden's CEO says they will cancel the contract unless we show a dated improvement plan",
    ],
)
def test_a_plan_that_leaders_want_is_no_feature(line: str) -> None:
    assert understand(line).kind == "relationship"


@pytest.mark.parametrize(
    "line",
    [
        "Halden's CEO says no renewal unless bulk assignment comes",
        "Halden 的 CTO 说没有批量分配就不续约",
        "Halden wants to move the date column, else they look at another vendor",
    ],
)
def test_what_is_wished_of_the_product_stays_a_wish(line: str) -> None:
    assert understand(line).kind == "feature"
