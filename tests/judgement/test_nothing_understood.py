"""A line of which the reader knows no word is asked about: what is likely of any line is no reason to call anybody."""

import pytest

from escalation.assess import assess
from escalation.judgement.understand import understand
from escalation.policy import Policy
from tests.judgement.worlds import NOW, context, ticket


@pytest.mark.parametrize("line", ["asdf qwer zxcv", "qwertz", "12345", "T-99999", "Выгрузка теряет строки"])
def test_what_no_word_tells_and_no_record_shows_is_asked_about(line: str) -> None:
    found = assess(understand(line), context(), Policy(), NOW)
    assert (found.decision, found.severity, found.target) == ("need_info", None, None)
    assert [(r.criterion, r.signal) for r in found.reasons] == [("insufficient_info", "too_little_said")]
    assert found.questions


@pytest.mark.parametrize("line", ["ERR_FOO_12", "HTTP 500", "qwertz: the export drops rows"])
def test_an_error_or_a_known_word_is_something_to_go_by(line: str) -> None:
    assert assess(understand(line), context(), Policy(), NOW).decision == "escalate"


def test_a_ticket_that_is_on_record_speaks_for_the_line_that_names_it() -> None:
    shown = ticket(
        "T-99999", "acme", "Export is missing rows", description="Rows are missing in every export since Monday."
    )
    found = assess(understand("T-99999"), context(shown), Policy(), NOW)
    assert found.decision == "escalate"
    assert found.facts.affected_account_ids == ("acme",)


@pytest.mark.parametrize(
    "line", ["test", "测试", "foo bar", "customer furious, 3rd time this month", "customer wants a refund"]
)
def test_a_word_or_a_line_that_may_mean_anything_is_asked_about(line: str) -> None:
    assert assess(understand(line), context(), Policy(), NOW).decision == "need_info"


@pytest.mark.parametrize(
    "line", ["CSV export is missing rows", "导出的文件缺行", "customers can see each other's invoices"]
)
def test_a_short_line_that_says_what_it_is_about_needs_no_question_first(line: str) -> None:
    assert assess(understand(line), context(), Policy(), NOW).decision == "escalate"


def test_a_customer_that_is_named_is_something_to_go_by() -> None:
    line = "Acme furious, 3rd time this month"
    assert assess(understand(line), context(named=("acme",)), Policy(), NOW).decision != "need_info"


@pytest.mark.parametrize(
    "line",
    [
        "客户说没有采购单三方匹配就要走人",
        "有客戶說沒有離線驗票就要換廠商",
    ],
)
def test_a_line_that_says_what_it_is_about_is_asked_whose_it_is_and_by_when(line: str) -> None:
    found = assess(understand(line), context(), Policy(), NOW)
    assert found.decision == "need_info"
    asked = [q.signal for q in found.questions]
    assert asked[0] == "which_account"
    assert "what_is_broken" not in asked
    assert "customer_expectation" in asked
    assert [r.values for r in found.reasons if r.signal == "too_little_said"] in ([], [{"unnamed": True}])


@pytest.mark.parametrize("line", ["客户说系统不行", "customer wants a refund", "A customer is unhappy about invoices"])
def test_what_is_wrong_is_asked_where_the_line_only_names_a_thing(line: str) -> None:
    found = assess(understand(line), context(), Policy(), NOW)
    if any(r.signal == "too_little_said" for r in found.reasons):
        assert "what_is_broken" in [q.signal for q in found.questions]


@pytest.mark.parametrize(
    "line",
    [
        "介面出錯",
        "出错了",
        "They can't use it",
        "it stopped working for Foobar Ltd",
        "something is wrong with the screen at Foobar GmbH",
        "客户反馈系统又坏了",
    ],
)
def test_that_something_fails_is_asked_about_where_nobody_says_what_and_whose(line: str) -> None:
    found = assess(understand(line), context(), Policy(), NOW)
    assert (found.decision, found.severity) == ("need_info", None)
    assert {"which_account", "what_is_broken"} <= {q.signal for q in found.questions}


@pytest.mark.parametrize(
    "line",
    [
        "API returns 500 for Foobar Ltd",
        "the portal is down for Foobar Ltd",
        "error when saving a booking at Foobar Ltd",
        "导出的文件打不开",
        "系统出错，数据全没了",
    ],
)
def test_what_fails_or_how_gravely_is_enough_for_a_customer_nobody_knows(line: str) -> None:
    assert assess(understand(line), context(), Policy(), NOW).decision == "escalate"
