"""Of what a customer writes about a wish, the sentence that says what the product should do is the wish."""

import pytest

from escalation.reading.threads.demand import demand
from escalation.records import Ticket
from tests.judgement.worlds import ticket


def wished(*told: str) -> str | None:
    tickets: list[Ticket] = [ticket(f"T-{n}", "acme", "A wish", description=text) for n, text in enumerate(told)]
    found = demand(tickets).wished_workflow
    return found.quotation if found else None


@pytest.mark.parametrize(
    ("told", "wish"),
    [
        (
            "My director wants a comparison by May. Is there a way to have the review go to each flat with its own figures?",
            "Is there a way to have the review go to each flat with its own figures?",
        ),
        (
            "Our auditors now want a second signature above $10,000. We need two approvers in a row.",
            "We need two approvers in a row.",
        ),
        ("The mail goes at once. Can it be dated?", "The mail goes at once. Can it be dated?"),
        (
            "Is this planned? We would like to see who changed a permission.",
            "We would like to see who changed a permission.",
        ),
        ("合同十二月到期，老板要求比价。希望能按户型自动带出金额。", "希望能按户型自动带出金额。"),
        ("審計要求兩人簽核。能不能依金額分兩關審批？", "能不能依金額分兩關審批？"),
        ("什么时候能上线？我们希望按部门分配任务。", "我们希望按部门分配任务。"),
    ],
)
def test_the_wish_is_what_the_product_should_do(told: str, wish: str) -> None:
    assert wished(told) == wish


def test_what_others_ask_of_them_is_told_where_they_say_no_more() -> None:
    said = "Our regulator expects a record of who deleted what, for five years."
    assert wished(f"{said} You don't have one. Is this planned?") == said


@pytest.mark.parametrize("told", ["Is this planned?", "Any plans for it? When will it come?", "什么时候排期？"])
def test_whether_and_when_is_no_wish(told: str) -> None:
    assert wished(told) is None
