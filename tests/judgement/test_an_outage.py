"""A line that says something is down: what support can do about it, and whose reports of these hours it is about."""

from datetime import timedelta
from typing import Any

import pytest

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.records import Ticket
from tests.judgement.worlds import NOW, context, item, ticket


@pytest.mark.parametrize("line", ["SSO is down", "API is down", "SSO 挂了", "the dashboards are down"])
def test_what_is_down_is_not_left_with_support_for_its_words(line: str) -> None:
    assert assess(understand(line), context(), Policy(), NOW).decision == "escalate"


def test_what_was_down_and_works_again_may_be_left_with_support() -> None:
    line = "SSO was down this morning and works again, they ask what they should tell their staff"
    found = assess(understand(line), context(ticket("T-1", "acme", "SSO works again")), Policy(), NOW)
    assert found.decision == "handle"


def crowd(hours: float = 5, customers: int = 4) -> tuple[Ticket, ...]:
    """Open reports of one outage, put on record as one matter."""
    return tuple(
        ticket(
            f"T-{n}",
            f"customer-{n}",
            "Nobody can sign in",
            days=hours / 24,
            product_area="sso",
            type="incident",
            description=f"Everybody is sent back to the login page by SSO. Office {n}.",
            linked_tracker=["ENG-1"],
        )
        for n in range(1, customers + 1)
    )


def found_in(*tickets: Ticket, line: str = "SSO is down") -> Assessment:
    return assess(understand(line), context(*tickets, items=(item("ENG-1", status="open"),)), Policy(), NOW)


def counted(found: Assessment) -> set[str]:
    return {m.ticket.id for m in found.matched}


def test_a_bare_line_is_about_the_outage_that_many_report_at_that_hour() -> None:
    assert counted(found_in(*crowd())) == {"T-1", "T-2", "T-3", "T-4"}


@pytest.mark.parametrize(("hours", "customers"), [(5, 2), (60, 4)])
def test_two_customers_or_reports_of_last_week_are_no_such_outage(hours: float, customers: int) -> None:
    assert counted(found_in(*crowd(hours, customers))) == set()


def test_an_outage_of_another_thing_is_not_meant() -> None:
    assert counted(found_in(*crowd(), line="Payroll export is down")) == set()


@pytest.mark.parametrize(
    "words",
    [
        "One colleague is sent back to the login page by SSO. Everyone else signs in normally.",
        "有一位同事一直被 SSO 弹回登录页，其他同事都正常。",
    ],
)
def test_who_says_that_all_others_are_fine_reports_no_outage(words: str) -> None:
    told: dict[str, Any] = {"product_area": "sso", "type": "incident"}
    one = ticket("T-9", "customer-9", "SSO: one user is sent back to login", days=0.2, description=words, **told)
    assert "T-9" not in counted(found_in(*crowd(), one))
    many = one.model_copy(update={"description": words.partition("Everyone")[0].partition("，其他")[0]})
    assert one.created_at == NOW - timedelta(days=0.2)
    assert "T-9" in counted(found_in(*crowd(), many))


REDIRECT = {
    "subject": "Endless redirect at sign-in (Entra ID)",
    "description": "Our staff are sent round in circles by Entra ID.",
}


@pytest.mark.parametrize(
    "line", ["Globex is locked out since this morning", "Globex 从今早起全进不去了", "Globex can't get in"]
)
def test_a_customer_of_the_outage_is_known_by_its_own_report(line: str) -> None:
    own = crowd()[0].model_copy(update={"id": "T-8", "account_id": "globex", **REDIRECT})
    world = context(*crowd(), own, items=(item("ENG-1", status="open"),), named=("globex",))
    found = assess(understand(line), world, Policy(), NOW)
    assert counted(found) >= {"T-8", "T-1"}


@pytest.mark.parametrize("line", ["Globex: invoices are missing since this morning", "Globex 的发票今早全没了"])
def test_a_customer_of_the_outage_may_have_another_trouble(line: str) -> None:
    own = crowd()[0].model_copy(update={"id": "T-8", "account_id": "globex", **REDIRECT})
    world = context(*crowd(), own, items=(item("ENG-1", status="open"),), named=("globex",))
    assert counted(assess(understand(line), world, Policy(), NOW)) == set()
