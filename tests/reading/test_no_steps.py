"""What looks like a step tried and is none, and quotations that no mark inside them breaks."""

import pytest

from escalation.reading.signals.polarity import assertions
from escalation.reading.threads.entries import sentences
from escalation.reading.threads.tried import tried_in


@pytest.mark.parametrize(
    "line",
    [
        "We changed banks on the first.",
        "At 01:48 our time two accounts were changed to the same new account",
        "I was curious, and got a payslip of somebody else",
        "Every update we publish on our status page lands twice",
        "all known steps tried",
        "they confirm the table is not updated",
        "换了银行之后信用卡流水不再进来",
        "须在11月30日前证明84名离职员工数据已彻底删除",
        "客户说再不解决就换别家",
        "一线能试的都试了",
    ],
)
def test_a_circumstance_is_no_step(line: str) -> None:
    assert tried_in(line) == []


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("restarted the agent, no effect", "restarted the agent"),
        ("重新登录也不行", "重新登录"),
        ("换了浏览器也不行", "换了浏览器"),
    ],
)
def test_a_step_with_its_result_stays_one(line: str, step: str) -> None:
    assert [found[0] for found in tried_in(line)] == [step]


def test_a_mark_that_is_quoted_ends_no_sentence() -> None:
    told = "姓名一栏都成了「???」，工号没问题。后天要发通知。"
    assert sentences(told) == ("姓名一栏都成了「???」，工号没问题。", "后天要发通知。")


@pytest.mark.parametrize(
    "words",
    [
        "Night audit staff get Saturday pay on the wrong date",
        "We run both side by side until year end.",
        "yet the figures don't add up.",
        "目前设计如此",
        "seven shareholders, then their lawyer",
        "the amount is added twice",
    ],
)
def test_these_words_are_no_such_reason(words: str) -> None:
    no_reason = {"compliance_deadline", "legal_or_pr", "data_loss", "data_corruption", "configuration", "recurrence"}
    assert no_reason.isdisjoint(a.signal for a in assertions(words))


def test_a_lawyer_who_acts_is_a_threat() -> None:
    assert "legal_or_pr" in [a.signal for a in assertions("Our lawyers will be in touch")]
