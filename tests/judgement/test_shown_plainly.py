"""Another customer's data before somebody's eyes, told in plain words, is Security's; what is wished or denied is not."""

import pytest

from escalation.assess import assess
from escalation.judgement.shown_plainly import shown_plainly, strangers_shown
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.reading.signals.polarity import assertions
from tests.judgement.worlds import NOW, context, issue, ticket


@pytest.mark.parametrize(
    "line",
    [
        "a school sees another school's pupils in the register",
        "Halden sees someone else's bookings on the board",
        "customers can see other customers' parcels",
        "the clinic got a different clinic's appointment list",
        "客户打开账单看到另一家公司的发票",
        "客戶的病人列表裡看到別家診所的病人",
        "客户登录后看得到别的公司的订单",
    ],
)
def test_a_line_that_says_whose_it_is_goes_to_security(line: str) -> None:
    assert shown_plainly(line)
    typed = understand(line)
    assert typed.kind == "security"
    assert assess(typed, context(), Policy(), NOW).target == "security"


@pytest.mark.parametrize(
    "line",
    [
        "we cannot see other customers' prices",
        "customer wants to see other companies' ratings",
        "how can I see another company's shared calendar",
        "if someone sees another customer's data we are lost",
        "is it somebody else's fault that the board is empty",
        "客户看不到别的公司共享的日历",
        "希望能看到其他客户的评价",
        "a dashboard shows another chart",
    ],
)
def test_what_is_wished_denied_or_supposed_states_nothing(line: str) -> None:
    assert shown_plainly(line) is None


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("In our staff list there are people that dont work for us, with phone numbers and all.", True),
        ("The map shows three vans that are not ours. I can click them and see the driver's name.", True),
        ("名单里出现了不是我们公司的人，电话号码也看得到。", True),
        ("名單裡出現了不是我們公司的人，電話號碼也看得到。", True),
        ("There are two invoices that are not ours, please correct the amount.", False),
        ("The report shows columns that are not ours to edit.", False),
        ("There are no people that don't work for us, the names are right.", False),
    ],
)
def test_a_report_that_says_not_ours_must_show_people(text: str, *, tells: bool) -> None:
    assert (strangers_shown(text) is not None) == tells


def test_what_a_report_tells_takes_the_line_to_security() -> None:
    told = "There are people in it that do not work for us, with their phone numbers. Our DPO is asking."
    world = context(ticket("1", "a", "Data export is missing rows", description=told), named=("a",))
    found = assess(issue("Data export is missing rows"), world, Policy(), NOW)
    assert (found.decision, found.target) == ("escalate", "security")
    cited = {id_ for reason in found.reasons for id_ in reason.evidence}
    assert cited <= {each.id for each in found.evidence}
    plain = context(ticket("1", "a", "Data export is missing rows", description="Umlauts are garbled."), named=("a",))
    assert assess(issue("Data export is missing rows"), plain, Policy(), NOW).target != "security"


@pytest.mark.parametrize(
    "text", ["Our DPO wants a written statement by tomorrow.", "我们的DPO要书面说明", "客户的数据保护官在问"]
)
def test_a_data_protection_officer_is_of_the_law(text: str) -> None:
    assert "legal_or_pr" in {said.signal for said in assertions(text)}
