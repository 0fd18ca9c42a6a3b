"""Whether the ticket that fits best is about the line at all."""

import pytest

from escalation.text.stopwords import says_nothing_of_the_matter
from tests.judgement.worlds import context, issue, matched, ticket

FAULT = ticket("1", "acme", "API returning 500 errors intermittently", type="bug", product_area="api")


@pytest.mark.parametrize(
    "line",
    [
        "Acme: approvals are not pushed to DingTalk since yesterday",
        "Acme 的审批单从昨天开始推送不到钉钉",
        "Acme: invoice PDF shows the wrong VAT id",
    ],
)
def test_the_only_open_ticket_of_a_customer_is_not_taken_for_another_matter(line: str) -> None:
    world = context(FAULT, named=("acme",))
    assert matched(issue(line, "bug"), world)[1] == set()


def test_the_open_ticket_leads_where_the_line_tells_its_matter() -> None:
    world = context(FAULT, named=("acme",))
    assert matched(issue("Acme: the API answers 500 now and then", "bug"), world)[1] == {"1"}


def test_a_ticket_named_by_its_id_needs_no_likeness() -> None:
    world = context(FAULT, named=("acme",))
    named = issue("Acme: approvals are not pushed to DingTalk", "bug").model_copy(update={"ticket_ids": ("1",)})
    assert matched(named, world)[1] == {"1"}


@pytest.mark.parametrize(
    ("token", "empty"), [("从昨", True), ("昨天", True), ("审批", False), ("钉钉", False), ("export", False)]
)
def test_times_and_the_edges_of_words_say_nothing_of_the_matter(token: str, empty: bool) -> None:  # noqa: FBT001
    assert says_nothing_of_the_matter(token) is empty


ASKED = [
    ticket(
        str(n),
        who,
        "Bulk task assignment",
        description="Please let us assign many tasks at once.",
        type="feature_request",
    )
    for n, who in enumerate(("acme", "globex", "initech"))
]


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Is there a way to bulk archive projects?", False),
        ("有没有办法批量归档项目", False),
        ("can we bulk assign tasks", True),
        ("有没有办法批量分配任务", True),
    ],
)
def test_a_wish_to_do_something_else_with_the_same_things_is_another_wish(text: str, same: bool) -> None:  # noqa: FBT001
    assert bool(matched(issue(text, "feature"), context(*ASKED))[1]) is same


@pytest.mark.parametrize(
    ("line", "subject"),
    [
        ("how do I add a user", "SSO: one user keeps being sent back to the login page"),
        ("login mails land in junk folder", "Users bounced between Microsoft and your login page"),
        ("thx works now", "The new filter now works only half"),
        ("想把发票寄到新地址", "发票金额与报价不一致"),
    ],
)
def test_a_word_or_two_of_a_short_line_are_not_its_matter(line: str, subject: str) -> None:
    reports = [ticket(str(n), who, subject, type="bug") for n, who in enumerate(("acme", "bolt", "corvid"))]
    others = [
        ticket(f"9{n}", "dune", f"{word} is slow", type="bug") for n, word in enumerate(("Search", "Print", "Map"))
    ]
    assert matched(issue(line), context(*reports, *others))[1] == set()


def test_a_short_line_finds_what_it_names() -> None:
    reports = [ticket("1", "acme", "SSO login loop since the update"), ticket("2", "bolt", "Print preview is empty")]
    assert matched(issue("SSO login loop"), context(*reports))[1] == {"1"}
