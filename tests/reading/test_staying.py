"""A doubt about staying, a loss foretold and a rival in the house are threats to leave, and are no symptom of a fault."""

from datetime import UTC, datetime

import pytest

from escalation.reading.threads.relation import of_the_relation
from escalation.reading.threads.reproduction import reproduction
from escalation.records import Comment, Ticket
from tests.reading.test_threats import leaving

ROUNDABOUT = [
    "Honestly I don't know why we should stay.",
    "We are asking ourselves whether we should carry on with you.",
    "I see no reason to renew next year.",
    "Why should we keep paying for this?",
    "The board is not convinced that we should renew our contract.",
    "Another week of this and you've lost us.",
    "Two more days like this and you will have lost us for good.",
    "You are about to lose us as a customer.",
    "Cashpilot's account manager is coming to our office on Monday.",
    "We have already had Samtrak in for a demo.",
    "真不知道还有没有必要继续用你们的系统。",
    "真不知道還有沒有必要繼續用你們的系統。",
    "我们在考虑还要不要跟你们合作下去。",
    "凭什么继续付钱给你们？",
    "老板说想不通为什么还要续约。",
    "再来一次你们就失去我们这个客户了。",
    "用友的销售明天就来我们公司。",
    "我們已經約了鼎新來演示。",
]
SOMETHING_ELSE = [
    "I don't know why we should renew the certificate.",
    "I don't know why we should stay on version 5.",
    "The alarm does not clear, I wonder why they stay.",
    "Not sure whether the session should stay active.",
    "You lost us at step three, can you explain again?",
    "You've lost us a pallet.",
    "Your salesman sits in our office tomorrow, please have him bring the router.",
    "Acme's sales team cannot log in today.",
    "We have 20 customers in for a demo today and the screen is blank.",
    "No reason to stay logged in overnight.",
    "不知道有没有必要继续用旧版浏览器。",
    "不确定有没有必要用你们的API网关转发。",
    "不知道为什么自动续费了。",
    "你们丢了我们的文件。",
    "你们的销售明天来我们公司。",
    "已约了客户来演示，屏幕却是空白。",
    "不知道要不要留下日志。",
]


@pytest.mark.parametrize("said", ROUNDABOUT)
def test_who_doubts_that_they_stay_may_leave(said: str) -> None:
    assert leaving(said)


@pytest.mark.parametrize("said", SOMETHING_ELSE)
def test_a_doubt_about_something_else_is_no_threat(said: str) -> None:
    assert not leaving(said)


@pytest.mark.parametrize(
    "said",
    ["Honestly I don't know why we should stay with you.", "Competitor tools should do this, we are leaving you."],
)
def test_a_doubt_about_us_is_nothing_to_expect_of_the_product_and_no_step(said: str) -> None:
    then = datetime(2026, 3, 2, 8, tzinfo=UTC)
    wrote = Comment(id="c1", author="Kim", role="customer", at=then, public=True, body=said)
    found = reproduction([Ticket(id="T-1", subject="Export", description="Scans end blank after page two.", created_at=then,
                                 comments=(wrote,))])  # fmt: skip
    assert found.expected is None
    assert [each.words for each in found.shown] == ["Scans end blank after page two."]


def test_a_sentence_that_names_the_fault_beside_the_doubt_still_tells_it() -> None:
    assert of_the_relation("We will leave you.")
    assert not of_the_relation("The export fails again and we will leave you.")
