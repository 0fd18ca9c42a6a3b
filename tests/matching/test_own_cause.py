"""Whose cause it is: who changed their own firewall has other trouble than who meets our fault on the same day."""

import pytest

from escalation.matching.own_cause import has_own_cause, tells_own_cause
from tests.judgement.worlds import NOW, context, issue, matched, ticket

NOTED = [
    {"role": "internal", "at": NOW, "body": "Their IdP certificate expired last night, ours is fine.", "public": False}
]


@pytest.mark.parametrize(
    "text",
    [
        "Readers offline since we swapped our firewall yesterday",
        "Their identity provider's signing certificate ran out on Tuesday.",
        "Ours is fine; they must renew theirs.",
        "昨晚换了防火墙以后终端全部离线",
        "客户侧网络的原因",
        "對方那邊的憑證問題",
    ],
)
def test_the_customers_own_side_is_told(text: str) -> None:
    assert tells_own_cause(text)


@pytest.mark.parametrize(
    "text",
    [
        "We checked our firewall, nothing changed there",
        "Is it the certificate that expired?  Could be their proxy",
        "内网和防火墙都正常",
        "证书未过期",
        "是不是他们那边的网络问题",
        "The firewall page of the admin area does not load",
    ],
)
def test_what_was_ruled_out_or_guessed_is_not(text: str) -> None:
    assert not tells_own_cause(text)


def test_staff_may_say_it_in_a_note() -> None:
    noted = ticket("1", "a", "Nobody can log in", comments=NOTED)
    assert has_own_cause(noted)
    assert not has_own_cause(ticket("2", "b", "Nobody can log in"))


def test_a_customer_whose_own_certificate_ran_out_is_not_counted_with_those_who_meet_our_fault() -> None:
    world = context(
        ticket("1", "a", "SSO login loops back to the sign-in page"),
        ticket("2", "b", "Company SSO login loops back"),
        ticket("3", "c", "SSO login loops back to the sign-in page", comments=NOTED),
    )
    assert matched(issue("SSO login loop, several customers"), world)[1] == {"1", "2"}
