"""A ticket of security is no further report of a plain fault, however much it shares with those."""

from dataclasses import replace
from typing import Any

import pytest

from escalation.matching.of_security import is_of_security
from escalation.records import Ticket
from escalation.ruling import Ruling
from tests.judgement.worlds import context, issue, item, matched, ticket

LINE = "Scanners sign the pickers out every few minutes, Linden Nurseries"
PLAIN: dict[str, Any] = {"product_area": None, "type": "problem", "priority": "urgent"}


def reports(**secure: Any) -> tuple[Ticket, ...]:
    told: dict[str, Any] = {
        "description": "Confidential. The login of a picker who left in May was used from abroad on Sunday and somebody"
        " downloaded our grower contracts. How could they sign in? We have signed the user out everywhere.",
        "type": "incident",
    }
    return (
        ticket("1", "linden", "RE: All scanners signed out, it is back", description="Since Tuesday all 30 scanners sign the"
               " pickers out every 20 minutes, message SCAN_SESSION_GONE. You said it was fixed.", **PLAIN),
        ticket("2", "linden", "Sign-in by someone who left", days=0.5, **PLAIN | told | secure),
        ticket("3", "osier", "Signed out all the time", days=0.4, description="The scanners sign us out all the time"
               " since yesterday, SCAN_SESSION_GONE.", **PLAIN),
        ticket("4", "muyun", "扫描枪又掉登录了", days=0.4,
               description="扫描枪每隔二十分钟就退出登录，提示 SCAN_SESSION_GONE，全都这样。", **PLAIN),
    )  # fmt: skip


def test_it_is_not_counted_for_customer_and_words_alone() -> None:
    assert matched(issue(LINE), context(*reports(), named=("linden",)))[1] == {"1", "3", "4"}


@pytest.mark.parametrize(
    "filed",
    [{"type": "security"}, {"tags": ("安全",)}, {"description": "有离职采摘员的账号被人从国外登录，导出了合同"}],
)
def test_filed_or_read_it_is_of_security(filed: dict[str, Any]) -> None:
    told = reports(**filed)
    assert is_of_security(told[1])
    assert matched(issue(LINE), context(*told, named=("linden",)))[1] == {"1", "3", "4"}


def test_whoever_rules_it_in_counts_it() -> None:
    world = context(*reports(), named=("linden",))
    ruled = Ruling(record_id="2", same=True, reason="The same session store")
    assert "2" in matched(issue(LINE), replace(world, rulings=(ruled,)))[1]


def test_a_tracker_item_that_holds_both_counts_it() -> None:
    world = context(*reports(), items=(item("BUG-1", linked=("1", "2")),), named=("linden",))
    assert "2" in matched(issue(LINE), world)[1]


def test_a_line_of_security_counts_it() -> None:
    line = issue("A picker who left could still sign in at Linden Nurseries and took the contracts", "security")
    assert "2" in matched(line, context(*reports(), named=("linden",)))[1]


@pytest.mark.parametrize(
    ("type_", "subject"),
    [
        ("feature", "Log of administrator actions"),
        ("question", "Merge two accounts"),
        ("problem", "Scanners sign us out"),
    ],
)
def test_a_wish_a_question_and_a_plain_fault_are_none(type_: str, subject: str) -> None:
    assert not is_of_security(ticket("9", "osier", subject, type=type_))
