"""Who did it, who else has it, what brought it about and how we rate them, told by description and not by name."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from escalation.audience import Audience, check

NOW = datetime(2026, 9, 17, 9, 0, tzinfo=UTC)
READER = Audience(customer=("Marlow Print",), contacts=("Dana Reyes",))

TOLD = {
    "blame": (
        "It was the fault of our packing team, who were in a hurry.",
        "Your own misuse of the scanner is behind every error.",
        "Your staff handled the scanner wrongly.",
        "The way your team set up the scanner led here.",
        "这是测试组没有把好关。",
        "是你们自己操作扫描枪的方式不对。",
    ),
    "unconfirmed_cause": (
        "The driver has no table for it; that is the cause.",
        "The table is incomplete, and that is what broke your labels.",
        "A wrong table caused this.",
        "The update took a table out, and so the sheets are blank.",
        "驱动里缺少对照表，这就是原因。",
        "标签空白是因为驱动缺表。",
    ),
    "other_customer": (
        "A bakery chain in Leeds has the same problem.",
        "A furniture maker from Porto told us so.",
        "One of our logistics customers is hit as well.",
    ),
    "renewal_odds": (
        "Your renewal on 1 February is dear to us and we rate it at risk.",
        "We do not want to put your renewal in danger: it is in doubt, we know of the renewal.",
        "We rate your renewal as uncertain.",
        "贵司明年二月的续约我们评为有风险。",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in TOLD.items() for text in texts])
def test_what_is_told_by_description_is_found(kind: str, text: str) -> None:
    assert kind in {each.kind for each in check(text, READER, NOW)}


@pytest.mark.parametrize(
    "text",
    [
        "This is our fault, and we are sorry.",
        "The fault is on our side.",
        "The cause is not yet confirmed.",
        "We do not know yet what caused this.",
        "We are sorry for the trouble this caused you.",
        "Could you tell us which printer in Leeds shows it?",
        "We understand that a shop in Leeds of yours has the same problem.",
        "The certificate renewal on 1 February is at risk if the domain is not confirmed.",
        "Please use the printer as before.",
        "目前原因尚未确认。",
        "域名续费有风险提示时，请先不要操作。",
        "贵司在利兹的分公司也有同样的问题吗？",
    ],
)
def test_what_is_theirs_or_open_may_be_said(text: str) -> None:
    assert check(text, READER, NOW) == []


def test_a_clock_that_is_called_by_a_city_names_no_customer() -> None:
    near = Audience(customer=("Marlow Print",), other_customers=("London Foils", "London"))
    assert check("You will hear from us by 2026-09-18 17:00 (London time).", near, NOW) == []
    assert [f.kind for f in check("London has the same fault since 17:00 (London time).", near, NOW)] == [
        "other_customer"
    ]
