"""An answer that only says that there is none yet is none; an error's own words are one, whatever they say of later."""

import pytest

from escalation.judgement.answers import read_answers
from escalation.judgement.yet_to_come import yet_to_come


@pytest.mark.parametrize(
    "answer",
    [
        "The customer has no console log yet, it will follow this afternoon", "not yet", "We do not have it yet.",
        "Still waiting for the customer; they will send it tomorrow", "We have asked them for it.", "HAR file to follow",
        "客户还没截到控制台日志，下午会补", "尚未拿到", "已向客户要日志，稍后补", "暂时没有，等客户发来", "還沒拿到，明天會給",
    ],
)  # fmt: skip
def test_what_is_yet_to_come_is_no_answer(answer: str) -> None:
    assert yet_to_come(answer)
    given = read_answers({"error_text": answer})
    assert (given.known, given.declined) == ({}, {"error_text"})


@pytest.mark.parametrize(
    "answer",
    [
        "console log: TypeError at board.js:41. The HAR file follows tomorrow", "There is no console log", "Chrome 134",
        "Service not available", "Your export will be sent to you by e-mail", "The requested URL was not found",
        "Payment pending", "没有报错", "暂无数据", "页面只是空白，没有看到任何报错", "控制台报 TypeError，HAR 稍后补",
        "用项目管理员登录，然后刷新再保存", "请稍后再试", "系统将在稍后发送通知",
    ],
)  # fmt: skip
def test_what_is_there_is_an_answer(answer: str) -> None:
    assert not yet_to_come(answer)
    assert read_answers({"error_text": answer}).known == {"error_text": answer}


def test_what_a_customer_waits_for_is_their_expectation() -> None:
    said = "They are not there yet, and we have asked them"
    assert read_answers({"customer_expectation": said}).known == {"customer_expectation": said}
