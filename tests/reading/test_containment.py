"""What contains a matter is what we or the customer did: no act of the intruder, no request, no plan."""

from datetime import UTC, datetime
from typing import Literal

import pytest

from escalation.reading.threads.containment import contained_in
from escalation.reading.threads.entries import Entry
from escalation.reading.threads.exposed import data_kinds

AT = datetime(2026, 3, 20, 8, 0, tzinfo=UTC)


def acts(text: str, role: Literal["customer", "agent", "internal"]) -> list[str]:
    return list(contained_in(Entry("T-1", text, role, public=True, at=AT)))


@pytest.mark.parametrize(
    ("role", "text", "told"),
    [
        ("customer", "We disabled her account and the key at 06:30.", ["We disabled her account and the key at 06:30"]),
        ("internal", "Revoked the token, signed all sessions out.", ["Revoked the token, signed all sessions out"]),
        ("agent", "The two accounts are frozen now.", ["The two accounts are frozen now"]),
        ("agent", "您好，已暂停该账号和两个密钥，请先修改密码。", ["已暂停该账号和两个密钥"]),
        (
            "agent",
            "已按您的要求冻结该管理员账号并吊销新密钥,请先不要删除任何记录。",
            ["已按您的要求冻结该管理员账号并吊销新密钥"],
        ),
        ("customer", "密码已改。导出的内容去了哪里？", ["密码已改"]),
        ("customer", "我们已经停用了他的账号", ["我们已经停用了他的账号"]),
        (
            "internal",
            "Not reached anybody. Guest feed of the hotel disabled 14:05.",
            ["Guest feed of the hotel disabled 14:05"],
        ),
        ("internal", "预约名单导出任务 09:28 已停。", ["预约名单导出任务 09:28 已停"]),
        (
            "agent",
            "Thank you. I have turned off the weekly feed and told our security people?",
            ["I have turned off the weekly feed"],
        ),
        ("customer", "One clerk saw it. The list is now locked away.", ["The list is now locked away"]),
        ("customer", "名单已经封存，没有外传。", ["名单已经封存"]),
    ],
)
def test_our_own_acts_are_told_in_their_own_words(
    role: Literal["customer", "agent", "internal"], text: str, told: list[str]
) -> None:
    assert acts(text, role) == told


@pytest.mark.parametrize(
    ("role", "text"),
    [
        ("customer", "Somebody signed in at 02:10, created a key and ran the export. Two approvers were removed."),
        ("customer", "The admin changed the password of another user and disabled the alerts."),
        ("customer", "昨晚两家供应商的收款账号被改掉，还关闭了提醒"),
        ("agent", "Please leave the account disabled and do not delete the list."),
        ("agent", "We will revoke the key tomorrow."),
        ("internal", "Should we have blocked the account?"),
        ("agent", "请立即让所有管理员改密码"),
        ("agent", "Have you turned off the weekly feed?"),
        ("customer", "The list was deleted last night, and the weekly report disabled at 02:10."),
    ],
)
def test_an_intruders_act_a_request_and_a_plan_contain_nothing(
    role: Literal["customer", "agent", "internal"], text: str
) -> None:
    assert acts(text, role) == []


def test_kinds_of_data_are_told_gravest_first() -> None:
    assert data_kinds("invoices of two firms with bank details") == ("bank", "documents")
    assert data_kinds("full name, street address and phone") == ("contact",)
    assert data_kinds("导出过全部车辆的位置历史") == ("location",)
    assert data_kinds("signed in from an unknown address, we face a formal order") == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("you see the name and a photo of the passport", ("identity", "contact")),
        ("能看到别人的姓名和护照照片", ("identity", "contact")),
        ("he exported the guest list twice", ("contact",)),
        ("导出了客人名单", ("contact",)),
        ("the price list is shown", ("prices",)),
    ],
)
def test_papers_and_lists_of_people_are_kinds_of_data(text: str, kinds: tuple[str, ...]) -> None:
    assert data_kinds(text) == kinds
